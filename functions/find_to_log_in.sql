create or replace function find_to_log_in(name_kind text, name_index bytea, devices uuid[], epochs integer[], counters text[],
  expires bigint, asked_at bigint,
  out known boolean, out account_id uuid, out account_status text, out hash text, out is_staff boolean, out wrapped bytea,
  out epoch integer, out device integer, out tries integer)
language plpgsql
as $$
begin
  -- Several may state the same NIK: it is a name of whoever proved it, and till then of whoever stated it first.
  select i.account_id into account_id from account_identifiers i
    where i.kind = name_kind and (i.blind_index = name_index or i.blind_index_b = name_index)
    order by i.verified_at is null, i.created_at
    limit 1;
  account_id := coalesce(account_id, '00000000-0000-7000-8000-000000000000');
  select a.status, a.password_hash, a.key_wrapped, a.marks_epoch into account_status, hash, wrapped, epoch
    from accounts a where a.id = account_id;
  known := found;
  if not known then
    account_status := 'closed';
    hash := repeat('0', 183);
    wrapped := decode(repeat('00', 65), 'hex');
    epoch := 0;
  end if;
  is_staff := exists (select from staff_roles r where r.account_id = find_to_log_in.account_id);
  device := array_position(devices, account_id);
  if epochs[device] is distinct from epoch then
    device := null;
  end if;
  if device is not null then
    insert into rate_limits as r (key, points, expire) values (counters[device], 1, expires)
      on conflict (key) do update set
        points = case when r.expire <= asked_at then 1 else r.points + 1 end,
        expire = case when r.expire <= asked_at then excluded.expire else r.expire end
      returning r.points into tries;
  end if;
end
$$;
comment on function find_to_log_in is 'The account of a name, by kind and blind index; nobody''s has as many bytes. Where it is among the accounts that the browser has marks of (devices), and the mark is of the account''s present epoch (epochs, at the same place), one more try is counted under the key at the same place of counters, as rate-limiter-flexible counts; device is that place, from 1, and tries the count. expires and asked_at are milliseconds since 1970.';
