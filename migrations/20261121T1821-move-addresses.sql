-- The secretariat may have the e-mail address of an account changed whose owner lost the old one. It takes two officers,
-- proof of the new address, and 72 hours after the letter to the old one, in which that one can object.
alter table account_lookups drop constraint account_lookups__purpose_known;
alter table account_lookups add constraint account_lookups__purpose_known check (purpose in ('unlock', 'reset', 'email'));
comment on column account_lookups.purpose is 'What for, as the officer said: unlock, reset or email (another address).';

alter table account_requests drop constraint account_requests__kind_known;
alter table account_requests add constraint account_requests__kind_known check (kind in ('unlock', 'reset', 'email'));
alter table account_requests add column value_sealed bytea;
alter table account_requests add column proof_hash bytea constraint account_requests__proof_once unique;
alter table account_requests add column objection_hash bytea constraint account_requests__objection_once unique;
alter table account_requests add column told_at timestamptz;
alter table account_requests add column proved_at timestamptz;
alter table account_requests add column objected_at timestamptz;
alter table account_requests add constraint account_requests__email_has_value
  check ((kind = 'email') = (value_sealed is not null));
alter table account_requests add constraint account_requests__told_whole
  check ((told_at is null) = (proof_hash is null) and (told_at is null) = (objection_hash is null));
alter table account_requests add constraint account_requests__no_change_against_objection
  check (objected_at is null or done_at is null);
comment on column account_requests.kind is 'unlock (the password is heard again on new devices), reset (a letter for a new password goes to the address of the account) or email (another address).';
comment on column account_requests.value_sealed is 'The new address, sealed with the account key, context account_requests|value|id; null for other kinds.';
comment on column account_requests.proof_hash is 'SHA-256 of the token in the letter to the new address.';
comment on column account_requests.objection_hash is 'SHA-256 of the token in the letter to the old address.';
comment on column account_requests.told_at is 'When both letters were put into the queue.';
comment on column account_requests.proved_at is 'When somebody answered the letter to the new address.';
comment on column account_requests.objected_at is 'When somebody objected by the letter to the old address; nothing is changed from then on.';
comment on column account_requests.done_at is 'When the worker did it; null while it waits, or where it could not be done any more.';

create policy account_requests__web on account_requests to daftar_web using (true);
grant select, update (proved_at, objected_at) on account_requests to daftar_web;
grant update (proof_hash, objection_hash, told_at) on account_requests to daftar_worker;

create function move_address(request uuid, identifier uuid, index_a bytea, index_b bytea, sealed bytea) returns text
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  asked account_requests;
  sent timestamptz;
begin
  select * into asked from account_requests r
    where r.id = move_address.request and r.kind = 'email' and r.answer = 'confirmed' and r.proved_at is not null
      and r.objected_at is null and r.done_at is null
    for update;
  if not found or exists (select from staff_roles s where s.account_id = asked.account_id) then
    return 'void';
  end if;
  -- Of several letters the last one counts; one that has not gone out has told nobody.
  select case when bool_and(n.sent_at is not null) then max(n.sent_at) end into sent from notices n
    where n.account_id = asked.account_id and n.kind = 'email_moving' and n.created_at >= asked.answered_at;
  if sent is null or sent > app_now() - interval '72 hours' then
    return 'early';
  end if;
  if exists (select from account_identifiers i where i.kind = 'email' and i.account_id <> asked.account_id
      and (i.blind_index = index_a or i.blind_index_b = index_b)) then
    return 'taken';
  end if;
  delete from account_identifiers i where i.account_id = asked.account_id and i.kind = 'email';
  insert into account_identifiers (id, account_id, kind, blind_index, blind_index_b, sealed, verified_at)
    values (move_address.identifier, asked.account_id, 'email', index_a, index_b, move_address.sealed, app_now());
  -- Links in letters to the old address open nothing any more.
  update account_tokens t set used_at = app_now() where t.account_id = asked.account_id and t.used_at is null;
  update account_requests r set done_at = app_now() where r.id = asked.id;
  return 'done';
end
$$;
comment on function move_address(uuid, uuid, bytea, bytea, bytea) is
  'Gives an account the address that two officers agreed on and its owner proved, 72 hours after the letter to the old one went out and nobody objected: done, early, taken (another account has it) or void.';
revoke execute on function move_address(uuid, uuid, bytea, bytea, bytea) from public;
grant execute on function move_address(uuid, uuid, bytea, bytea, bytea) to daftar_worker;
