create or replace function is_restricted(person uuid, institution uuid) returns boolean
  language sql stable
  as $$
  select exists (select from restrictions() r where r.account_id = person and r.institution_id = institution)
$$;
comment on function is_restricted(uuid, uuid) is 'Whether the person has restricted what this institution does with their data: from the moment it is asked until they lift it or it is refused.';
