create table phone_proofs (
  session_hash bytea constraint phone_proofs__key primary key
    constraint phone_proofs__session references sessions on delete cascade,
  phone_sealed bytea not null,
  code_hmac bytea not null,
  old_code_hmac bytea,
  tries integer not null default 0,
  expires_at timestamptz not null
);
comment on table phone_proofs is 'A telephone that one session has typed in and not proved yet; another one takes its place.';
comment on column phone_proofs.session_hash is 'The session that asked for it: in another one the codes prove nothing.';
comment on column phone_proofs.phone_sealed is 'The number as +62…, sealed with the account key, context phone_proofs|session hash in hexadecimal.';
comment on column phone_proofs.code_hmac is 'HMAC of session and of the code that was sent to this number.';
comment on column phone_proofs.old_code_hmac is 'The same of the code that was sent to the account''s present number; null where it has none.';
comment on column phone_proofs.tries is 'Wrong codes typed; after five it is dead.';
comment on column phone_proofs.expires_at is 'Ten minutes after the codes were sent.';
grant select, insert, update, delete on phone_proofs to daftar_web;
