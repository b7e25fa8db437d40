-- The gateways that take payments are a part of the service: a fee that cannot be paid keeps people from submitting.
alter table service_states drop constraint service_states__part_known;
alter table service_states add constraint service_states__part_known
  check (part in ('login', 'uploads', 'letters', 'messages', 'payments') or part ~ '^source:[a-z][a-z0-9_]{1,39}$');
comment on column service_states.part is 'login (the page answers), uploads (a file is kept and read), letters (the mail server answers), messages (the carrier of short messages answers), payments (every payment gateway answers), or source: and the name of a source (it answers).';
