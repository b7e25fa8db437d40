-- The secretariat may have the telephone of an account changed as well. It is proved by a code, told to the old number and
-- to the e-mail address, and waits 72 hours as another address does. Letters that are refused for good hold nothing up.
alter table account_lookups drop constraint account_lookups__purpose_known;
alter table account_lookups add constraint account_lookups__purpose_known
  check (purpose in ('unlock', 'reset', 'email', 'phone'));
comment on column account_lookups.purpose is 'What for, as the officer said: unlock, reset, email (another address) or phone (another telephone).';

alter table account_requests drop constraint account_requests__kind_known;
alter table account_requests add constraint account_requests__kind_known
  check (kind in ('unlock', 'reset', 'email', 'phone'));
alter table account_requests drop constraint account_requests__email_has_value;
alter table account_requests add constraint account_requests__change_has_value
  check ((kind in ('email', 'phone')) = (value_sealed is not null));
alter table account_requests add column code_hmac bytea;
alter table account_requests add column code_tries integer not null default 0;
alter table account_requests add column code_until timestamptz;
alter table account_requests add column void_at timestamptz;
alter table account_requests add constraint account_requests__code_whole check ((code_hmac is null) = (code_until is null));
alter table account_requests add constraint account_requests__void_not_done check (void_at is null or done_at is null);
comment on column account_requests.kind is 'unlock (the password is heard again on new devices), reset (a letter for a new password goes to the address of the account), email (another address) or phone (another telephone).';
comment on column account_requests.value_sealed is 'The new address or the telephone as +62…, sealed with the account key, context account_requests|value|id; null for other kinds.';
comment on column account_requests.proof_hash is 'SHA-256 of the token in the letter by which the new address, or with a code the new telephone, is proved.';
comment on column account_requests.objection_hash is 'SHA-256 of the token by which somebody objects; it stands in the letter, and for a telephone in the message to the old number.';
comment on column account_requests.told_at is 'When the letters and messages were put into the queue.';
comment on column account_requests.proved_at is 'When the new address or telephone was proved.';
comment on column account_requests.objected_at is 'When somebody objected; nothing is changed from then on.';
comment on column account_requests.code_hmac is 'HMAC of the code that was sent to the new telephone last.';
comment on column account_requests.code_tries is 'How often that code was typed, right or wrong; after five it is dead.';
comment on column account_requests.code_until is 'Ten minutes after that code was sent.';
comment on column account_requests.void_at is 'When it turned out that the change cannot be made any more: the owner has chosen another, or somebody else has this one.';
grant update (code_hmac, code_tries, code_until) on account_requests to daftar_web;
grant update (void_at) on account_requests to daftar_worker;

alter table notices add column refused_at timestamptz;
comment on column notices.refused_at is 'When the mail server or the carrier last answered that it does not take it; null when it never did. One that could not be reached did not answer.';

drop function move_address(uuid, uuid, bytea, bytea, bytea);
create function move_reach(request uuid, identifier uuid, index_a bytea, index_b bytea, sealed bytea) returns text
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  asked account_requests;
  told timestamptz;
begin
  select * into asked from account_requests r
    where r.id = move_reach.request and r.kind in ('email', 'phone') and r.answer = 'confirmed'
      and r.proved_at is not null and r.objected_at is null and r.done_at is null and r.void_at is null
    for update;
  if not found or exists (select from staff_roles s where s.account_id = asked.account_id) then
    return 'void';
  end if;
  -- Of several letters the last one counts; one that has not gone out has told nobody. One that was refused for a week
  -- tells nobody ever: then the last try counts.
  select case when bool_and(n.sent_at is not null or (n.refused_at is not null and n.created_at <= app_now() - interval '7 days'))
      then max(coalesce(n.sent_at, n.refused_at)) end
    into told from notices n
    where n.account_id = asked.account_id and n.created_at >= asked.answered_at
      and n.kind in (asked.kind || '_moving', 'sms_' || asked.kind || '_moving');
  if told is null or told > app_now() - interval '72 hours' then
    return 'early';
  end if;
  if exists (select from account_identifiers i where i.kind = asked.kind and i.account_id <> asked.account_id
      and (i.blind_index = index_a or i.blind_index_b = index_b)) then
    return 'taken';
  end if;
  delete from account_identifiers i where i.account_id = asked.account_id and i.kind = asked.kind;
  insert into account_identifiers (id, account_id, kind, blind_index, blind_index_b, sealed, verified_at)
    values (move_reach.identifier, asked.account_id, asked.kind, index_a, index_b, move_reach.sealed, app_now());
  -- Links in letters from before open nothing any more.
  update account_tokens t set used_at = app_now() where t.account_id = asked.account_id and t.used_at is null;
  update account_requests r set done_at = app_now() where r.id = asked.id;
  return 'done';
end
$$;
comment on function move_reach(uuid, uuid, bytea, bytea, bytea) is
  'Gives an account the address or the telephone that two officers agreed on and its owner proved, 72 hours after the old one was told (or the last of a week of letters was refused) and nobody objected: done, early, taken (another account has it) or void.';
revoke execute on function move_reach(uuid, uuid, bytea, bytea, bytea) from public;
grant execute on function move_reach(uuid, uuid, bytea, bytea, bytea) to daftar_worker;
