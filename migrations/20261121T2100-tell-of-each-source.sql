-- Each source is a part of the service's status by itself: one that answers must not hide another that does not. And what
-- a source said to any question counts, not only what submissions were compared with.
delete from service_states where part = 'sources';
alter table service_states drop constraint service_states__part_known;
alter table service_states add constraint service_states__part_known
  check (part in ('login', 'uploads', 'letters') or part ~ '^source:[a-z][a-z0-9_]{1,39}$');
comment on column service_states.part is 'login (the page answers), uploads (a file is kept and read), letters (the mail server answers), or source: and the name of a source (it answers).';

create table source_answers (
  source text constraint source_answers__key primary key,
  answered_at timestamptz,
  silent_at timestamptz
);
comment on table source_answers is 'When each source that is asked over HTTP answered last, and when it did not.';
comment on column source_answers.source is 'The source, as the settings name it.';
comment on column source_answers.answered_at is 'When it last answered a question; null when it never did.';
comment on column source_answers.silent_at is 'When it last left a question without an answer; null when it never did.';
grant select, insert, update on source_answers to daftar_worker;
