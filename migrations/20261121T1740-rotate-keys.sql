-- While an institution's key is replaced there are two: one seals, both open.
alter table institutions
  add column former_key_wrapped bytea,
  add column key_changed_at timestamptz;
comment on column institutions.former_key_wrapped is 'A second key that opens but never seals: the next one until every process knows it, and then the one before until nothing is sealed with it.';
comment on column institutions.key_changed_at is 'When key_wrapped last became another key; null for the first one.';
comment on column institutions.key_wrapped is 'The institution''s key that seals, wrapped by a platform key.';
comment on column accounts.password_hash is 'argon2id of the password as a PHC string, sealed with the pepper: the id of the pepper in hexadecimal, a point, and the sealed string in base64url.';
comment on column former_passwords.password_hash is 'As accounts.password_hash.';

-- An export stays as it was written; only the seal over its purpose follows the institution's key.
drop trigger application_exports__append_only on application_exports;
create trigger application_exports__append_only
  before delete or update of id, institution_id, program_id, actor_id, format, language, columns, applications, part, parts, at
  on application_exports for each row execute function refuse_change();
