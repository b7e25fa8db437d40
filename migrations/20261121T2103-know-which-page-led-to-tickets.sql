-- Not only from which program, but from which of its pages somebody came to ask: that page is the one to write better.
alter table tickets add column program_page text;
comment on column tickets.program_page is 'The page of that program: the id of a step in its file, or program, tasks, check, receipt or status; null where it is not known.';
