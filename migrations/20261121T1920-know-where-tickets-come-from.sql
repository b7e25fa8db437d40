-- From which program's page somebody came to the helpdesk, for the figures of what people ask most.
alter table tickets add column program_slug text;
create index tickets__of_program on tickets (institution_id, program_slug) where program_slug is not null;
comment on column tickets.program_slug is 'The program whose page led to the question, by its name in addresses; null where none did.';
