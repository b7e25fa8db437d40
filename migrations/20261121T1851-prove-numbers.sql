-- A claim is what a reviewer makes on an application; owners of numbers prove them.
alter table members rename column claimed_at to proved_at;
alter table members rename constraint members__claimed to members__proved;
alter table members rename constraint members__erased_when_claimed to members__erased_when_proved;
comment on table members is 'Numbers of a program that were given before it came here, each until and after its owner proved it.';
comment on column members.program_id is 'Whose number it is. Whoever has proved it counts as accepted there.';
comment on column members.nik_index is 'The NIK under an index key of slot a for this program alone; null where it is not known, and once proved.';
comment on column members.email_index is 'The e-mail address under an index key of slot a for this program alone; null where it is not known, and once proved.';
comment on column members.person_sealed is 'Number, name, birth date, NIK and address as JSON, sealed with the institution''s key, context members|person|id; null once proved.';
comment on column members.account_id is 'Who has proved it; null while it waits.';
comment on column members.proved_at is 'When it was proved.';

create table number_proofs (
  id uuid constraint number_proofs__key primary key,
  institution_id uuid not null constraint number_proofs__institution references institutions,
  program_id uuid not null constraint number_proofs__program references programs,
  account_id uuid not null constraint number_proofs__account references accounts,
  member_id uuid constraint number_proofs__member references members,
  stated_sealed bytea not null,
  code_hmac bytea not null,
  tries integer not null default 0,
  expires_at timestamptz not null,
  created_at timestamptz not null default app_now(),
  asked_at timestamptz,
  constraint number_proofs__one unique (program_id, account_id)
);
create index number_proofs__asked on number_proofs (institution_id, asked_at) where asked_at is not null;
comment on table number_proofs is 'Numbers of before that somebody has stated to be theirs and not proved yet: by a code, or by the secretariat''s check. Gone once it is decided.';
comment on column number_proofs.id is 'UUIDv7 made by the application; another one with each statement.';
comment on column number_proofs.institution_id is 'The institution that runs the program.';
comment on column number_proofs.program_id is 'Whose number it is.';
comment on column number_proofs.account_id is 'Who states it.';
comment on column number_proofs.member_id is 'The member whose number, birth date and second fact were stated rightly; null where something was wrong, which nobody but the secretariat learns.';
comment on column number_proofs.stated_sealed is 'What was stated as JSON, sealed with the key of the person at the institution, context number_proofs|stated|id.';
comment on column number_proofs.code_hmac is 'HMAC of the id and the code that went to the address on file; random where none went.';
comment on column number_proofs.tries is 'Wrong codes typed; after five it is dead.';
comment on column number_proofs.expires_at is 'Until when the code is good.';
comment on column number_proofs.created_at is 'When it was stated.';
comment on column number_proofs.asked_at is 'When the secretariat was asked to check; null while it waits for the code.';

alter table number_proofs enable row level security;
create policy number_proofs__web on number_proofs to daftar_web using (true) with check (true);
create policy number_proofs__worker on number_proofs to daftar_worker using (true);
create policy number_proofs__staff on number_proofs to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
grant select, insert, update, delete on number_proofs to daftar_web;
grant select, delete on number_proofs to daftar_staff;
grant select (created_at, asked_at), delete on number_proofs to daftar_worker;
grant update (account_id, proved_at, person_sealed, nik_index, nik_index_b, email_index, email_index_b) on members
  to daftar_web, daftar_staff;

create function name_member(member uuid, identifier uuid, index_a bytea, index_b bytea, sealed bytea) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into account_identifiers (id, account_id, kind, blind_index, blind_index_b, sealed, verified_at)
    select name_member.identifier, m.account_id, 'number', index_a, index_b, name_member.sealed, app_now()
      from members m
      where m.id = name_member.member and m.account_id is not null and m.institution_id = any (staff_institutions())
    on conflict do nothing;
  return found;
end $$;
comment on function name_member(uuid, uuid, bytea, bytea, bytea) is
  'Lets the owner of a number of before, whom the staff of that institution have just recognised, log in with it. False where it is somebody''s name already.';
revoke all on function name_member(uuid, uuid, bytea, bytea, bytea) from public;
grant execute on function name_member(uuid, uuid, bytea, bytea, bytea) to daftar_staff;
