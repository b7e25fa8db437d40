-- Whoever lost the authenticator or the device of a passkey, and has no recovery code left, is let in again: after a
-- recovery by two proofs, or by two officers with the person's papers, the factors are removed 72 hours after every
-- address was told, unless somebody objects or gives the factor meanwhile.
create table factor_removals (
  id uuid constraint factor_removals__key primary key,
  account_id uuid not null constraint factor_removals__account references accounts,
  request_id uuid constraint factor_removals__request references account_requests on delete cascade,
  objection_hash bytea not null constraint factor_removals__objection_once unique,
  told_at timestamptz not null default app_now(),
  objected_at timestamptz,
  void_at timestamptz,
  done_at timestamptz,
  constraint factor_removals__ends_once check (num_nonnulls(objected_at, void_at, done_at) <= 1)
);
create unique index factor_removals__one_open on factor_removals (account_id)
  where objected_at is null and void_at is null and done_at is null;
comment on table factor_removals is 'Lost second factors that are to be removed from an account when the time to object is over.';
comment on column factor_removals.id is 'UUIDv7 made by the application.';
comment on column factor_removals.account_id is 'Whose account.';
comment on column factor_removals.request_id is 'What two officers agreed on; null where the owner recovered the account by two proofs and asked for it.';
comment on column factor_removals.objection_hash is 'SHA-256 of the code by which somebody objects, as it stands in the letter and in the message.';
comment on column factor_removals.told_at is 'When letter and message were put into the queue.';
comment on column factor_removals.objected_at is 'When somebody objected; nothing is removed from then on.';
comment on column factor_removals.void_at is 'When it came to nothing: the factor was given after all, or the account is staff''s by now.';
comment on column factor_removals.done_at is 'When the factors were removed.';
grant select, insert, update (objected_at, void_at) on factor_removals to daftar_web;
grant select, insert, update (void_at) on factor_removals to daftar_worker;

-- What is left of a closed account is an id.
create function forget_factor_removals() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  delete from factor_removals r where r.account_id = new.id;
  return null;
end
$$;
comment on function forget_factor_removals() is 'Ends what was to be removed from an account that is closed.';
create trigger accounts__forget_factor_removals after update of status on accounts
  for each row when (new.status = 'closed') execute function forget_factor_removals();

alter table account_lookups drop constraint account_lookups__purpose_known;
alter table account_lookups add constraint account_lookups__purpose_known
  check (purpose in ('unlock', 'reset', 'factor', 'email', 'phone'));
comment on column account_lookups.purpose is 'What for, as the officer said: unlock, reset, factor (a lost second factor), email (another address) or phone (another telephone).';
alter table account_requests drop constraint account_requests__kind_known;
alter table account_requests add constraint account_requests__kind_known
  check (kind in ('unlock', 'reset', 'factor', 'email', 'phone'));
comment on column account_requests.kind is 'unlock (the password is heard again on new devices), reset (a letter for a new password goes to the address of the account), factor (its lost second factors are removed), email (another address) or phone (another telephone).';

create function everybody_told_at(account uuid, since timestamptz, kinds text[]) returns timestamptz
  language sql stable
as $$
  -- Of several letters the last one counts; one that has not gone out has told nobody. One that was refused for a week
  -- tells nobody ever: then the last try counts.
  select case when bool_and(n.sent_at is not null or (n.refused_at is not null and n.created_at <= app_now() - interval '7 days'))
    then max(coalesce(n.sent_at, n.refused_at)) end
  from notices n where n.account_id = account and n.created_at >= since and n.kind = any (kinds)
$$;
comment on function everybody_told_at(uuid, timestamptz, text[]) is
  'When the last of the letters and messages of these kinds went out, or was refused once more where that was so for a week; null while one waits.';

create or replace function move_reach(request uuid, identifier uuid, index_a bytea, index_b bytea, sealed bytea) returns text
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
  told := everybody_told_at(asked.account_id, asked.answered_at,
    array[asked.kind || '_moving', 'sms_' || asked.kind || '_moving']);
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

create function remove_factors(removal uuid) returns text
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  asked factor_removals;
  told timestamptz;
begin
  select * into asked from factor_removals r
    where r.id = remove_factors.removal and r.objected_at is null and r.void_at is null and r.done_at is null
    for update;
  if not found then
    return 'void';
  end if;
  if exists (select from staff_roles s where s.account_id = asked.account_id) then
    update factor_removals r set void_at = app_now() where r.id = asked.id;
    return 'void';
  end if;
  told := everybody_told_at(asked.account_id, asked.told_at, array['factor_leaving', 'sms_factor_leaving']);
  if told is null or told > app_now() - interval '72 hours' then
    return 'early';
  end if;
  delete from account_factors f where f.account_id = asked.account_id;
  delete from passkeys p where p.account_id = asked.account_id;
  delete from recovery_codes c where c.account_id = asked.account_id;
  delete from remembered_devices d where d.account_id = asked.account_id;
  update sessions s set ended_at = app_now() where s.account_id = asked.account_id and s.ended_at is null;
  update factor_removals r set done_at = app_now() where r.id = asked.id;
  return 'done';
end
$$;
comment on function remove_factors(uuid) is
  'Removes authenticator, passkeys and recovery codes from an account and ends its sessions, 72 hours after everybody was told and nobody objected: done, early or void.';
revoke execute on function remove_factors(uuid) from public;
grant execute on function remove_factors(uuid) to daftar_worker;
