-- What agents say when a ticket goes on elsewhere is no answer: it has an author of its own and a letter of its own.
alter table ticket_messages
  drop constraint ticket_messages__author_known,
  drop constraint ticket_messages__signed,
  add constraint ticket_messages__author_known check (author in ('person', 'again', 'agent', 'told', 'note', 'check', 'finding')),
  add constraint ticket_messages__signed check ((author in ('agent', 'told', 'note')) = (account_id is not null));
comment on column ticket_messages.author is 'person; again for what came by the form a second time, without the number; agent for an answer; told for what an agent says when the ticket is passed on or merged, which is no answer; check for an answer by a source; note for what agents write to each other and finding for what a source said, neither of which web processes can read.';
alter table ticket_letters
  drop constraint ticket_letters__kind_known,
  add constraint ticket_letters__kind_known check (kind in ('asked', 'again', 'received', 'answered', 'reopened', 'passed', 'merged'));
comment on column ticket_letters.kind is 'asked, again (it was sent a second time), received, answered, reopened, passed (to another institution) or merged (into another ticket).';
