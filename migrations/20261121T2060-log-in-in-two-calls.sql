create function find_to_log_in(name_kind text, name_index bytea, devices uuid[], counters text[], expires bigint, asked_at bigint,
  out known boolean, out account_id uuid, out account_status text, out hash text, out is_staff boolean, out wrapped bytea,
  out device integer, out tries integer)
language plpgsql
as $$
begin
  -- Several may state the same NIK: it is a name of whoever proved it, and till then of whoever stated it first.
  select i.account_id into account_id from account_identifiers i
    where i.kind = name_kind and (i.blind_index = name_index or i.blind_index_b = name_index)
    order by i.verified_at is null, i.created_at
    limit 1;
  account_id := coalesce(account_id, '00000000-0000-7000-8000-000000000000');
  select a.status, a.password_hash, a.key_wrapped into account_status, hash, wrapped from accounts a where a.id = account_id;
  known := found;
  if not known then
    account_status := 'closed';
    hash := repeat('0', 183);
    wrapped := decode(repeat('00', 65), 'hex');
  end if;
  is_staff := exists (select from staff_roles r where r.account_id = find_to_log_in.account_id);
  device := array_position(devices, account_id);
  if device is not null then
    insert into rate_limits as r (key, points, expire) values (counters[device], 1, expires)
      on conflict (key) do update set
        points = case when r.expire <= asked_at then 1 else r.points + 1 end,
        expire = case when r.expire <= asked_at then excluded.expire else r.expire end
      returning r.points into tries;
  end if;
end
$$;
comment on function find_to_log_in is 'The account of a name, by kind and blind index; nobody''s has as many bytes. Where it is among the accounts that the browser has marks of (devices), one more try is counted under the key at the same place of counters, as rate-limiter-flexible counts; device is that place, from 1, and tries the count. expires and asked_at are milliseconds since 1970.';

create function begin_session(token bytea, of_account uuid, idle interval, absolute interval, gave_factor boolean, asks_factor boolean,
  asks_password boolean, visitor bytea, failed integer, ends bytea default null, forgets text[] default null,
  audit_id uuid default null, actor_kind text default null, audit_data jsonb default null)
returns boolean
language plpgsql
as $$
declare
  awaits boolean := asks_factor and has_second_factor(of_account);
begin
  if ends is not null then
    update sessions s set ended_at = app_now() where s.token_hash = ends and s.ended_at is null;
  end if;
  if forgets is not null then
    delete from rate_limits r where r.key = any (forgets);
  end if;
  if audit_id is not null then
    insert into audit_records (id, actor_id, actor_kind, action, subject_kind, subject_id, data)
      values (audit_id, of_account, begin_session.actor_kind, 'account.login', 'account', of_account, audit_data);
  end if;
  insert into sessions (token_hash, account_id, idle_until, expires_at, factor_at, awaits_factor, owes_password,
      visitor_sealed, failed_before)
    values (token, of_account, app_now() + idle, app_now() + absolute, case when gave_factor then app_now() end, awaits,
      asks_password and password_overdue(of_account), visitor, failed);
  return awaits;
end
$$;
comment on function begin_session is 'Begins a session, and in the same breath ends another (ends), begins counters anew (forgets) and writes the audit record of the login, as far as these are given. Says whether the second factor is owed: never where it was given or need not be asked for (asks_factor).';

-- sessions__history finds the sessions of an account as well; a login writes one index less, and ending a session none.
drop index sessions__of_account;
