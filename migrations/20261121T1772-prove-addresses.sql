-- An address is changed as a telephone is: by codes on the present one and on the new one.
alter table phone_proofs rename to reach_proofs;
alter table reach_proofs rename column phone_sealed to value_sealed;
alter table reach_proofs rename constraint phone_proofs__key to reach_proofs__key;
alter table reach_proofs rename constraint phone_proofs__session to reach_proofs__session;
alter table reach_proofs add column kind text not null default 'phone'
  constraint reach_proofs__kind_known check (kind in ('email', 'phone'));
alter table reach_proofs alter column kind drop default;
comment on table reach_proofs is 'An address or a telephone that one session has typed in and not proved yet; another one takes its place.';
comment on column reach_proofs.kind is 'email or phone.';
comment on column reach_proofs.value_sealed is 'The address, or the number as +62…, sealed with the account key, context reach_proofs|session hash in hexadecimal.';
comment on column reach_proofs.code_hmac is 'HMAC of session and of the code that was sent there.';
comment on column reach_proofs.old_code_hmac is 'The same of the code that was sent to the account''s present one; null where it has none.';
