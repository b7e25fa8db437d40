create or replace function rests_on_nik(person uuid, index_a bytea, index_b bytea) returns boolean
  language sql stable
  as $$
  select exists (select from applications a where a.account_id = person
      and a.status in ('submitted', 'in_review', 'returned', 'decided', 'accepted', 'appealed')
      and (a.identity_index = index_a or a.identity_index_b = index_b))
    or exists (select from nik_cases c where c.closed_at is null and person in (c.claimant_id, c.holder_id)
      and (c.blind_index = index_a or c.blind_index_b = index_b))
$$;
comment on function rests_on_nik(uuid, bytea, bytea) is 'Whether an application of the account that is on its way or was accepted was made with this NIK, or a case about it is not closed; then the account does not give it up by stating another one.';
