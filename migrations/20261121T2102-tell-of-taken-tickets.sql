-- Whoever asked is told of each step, that an agent works on it included.
alter table ticket_letters
  drop constraint ticket_letters__kind_known,
  add constraint ticket_letters__kind_known
    check (kind in ('asked', 'again', 'received', 'working', 'answered', 'reopened', 'passed', 'merged'));
comment on column ticket_letters.kind is 'asked, again (it was sent a second time), received, working (an agent took it for the first time), answered, reopened, passed (to another institution) or merged (into another ticket).';
