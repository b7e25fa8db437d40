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
comment on function move_reach(uuid, uuid, bytea, bytea, bytea) is
  'Gives an account the address or the telephone that two officers agreed on and its owner proved, 72 hours after the old one was told (or the last of a week of letters was refused) and nobody objected: done, early, taken (another account has it) or void.';
