create or replace function erase_tickets(person uuid, institution uuid) returns text[]
  language sql security definer set search_path = public, pg_temp
  as $$
    select erase_ticket_rows(coalesce(array_agg(t.id), '{}')) from tickets t
      where t.account_id = person and (institution is null or t.institution_id = institution)
  $$;
comment on function erase_tickets(uuid, uuid) is 'Removes the tickets that an account sent to an institution (null: to any) with everything that belongs to them. Gives the names of blobs to remove.';
