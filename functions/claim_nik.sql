create or replace function claim_nik(person uuid, id uuid, index_a bytea, index_b bytea, sealed bytea)
 returns void
 language plpgsql
as $function$
begin
  if is_nik_disputed(person, index_a, index_b) then
    raise exception 'identity_disputed' using errcode = 'unique_violation';
  end if;
  perform from account_identifiers i
      where i.kind = 'nik' and i.blind_index = index_a and i.verified_at is not null and i.account_id <> person
    union all
    select from account_identifiers i
      where i.kind = 'nik' and i.blind_index_b = index_b and i.verified_at is not null and i.account_id <> person;
  if found then raise exception 'identity_taken' using errcode = 'unique_violation'; end if;
  delete from account_identifiers i
    where i.account_id = person and i.kind = 'nik' and i.verified_at is null
      and (i.blind_index = index_a or i.blind_index_b = index_b) is not true
      and not rests_on_nik(person, i.blind_index, i.blind_index_b);
  insert into account_identifiers (id, account_id, kind, blind_index, blind_index_b, sealed)
    values (claim_nik.id, person, 'nik', index_a, index_b, claim_nik.sealed)
    on conflict do nothing;
end $function$;
comment on function claim_nik(uuid, uuid, bytea, bytea, bytea) is
  'Notes that an account applies with a NIK; one claimed before stays where another application rests on it. Raises identity_disputed for the sides of an open case about it, and identity_taken where somebody else has proved that it is theirs.';
