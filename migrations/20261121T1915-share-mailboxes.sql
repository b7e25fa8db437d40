-- Two members may have one mailbox: the address beside a number is a cross-check (document 000), not a name.
alter table members drop constraint members__email_once;
alter table members drop constraint members__email_once_in_b;
create index members__of_email on members (program_id, email_index);
create index members__of_email_in_b on members (program_id, email_index_b);
comment on column members.person_sealed is 'Number, name, birth date, NIK and address as JSON, those that are known, sealed with the institution''s key, context members|person|id; null once claimed.';
