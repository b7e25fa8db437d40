create or replace function forget_ticket_links(person uuid, institution uuid) returns void
  language sql security definer set search_path = public, pg_temp
  as $$
    update tickets t set linked_account_id = null
      where t.linked_account_id = person and t.account_id is null and (institution is null or t.institution_id = institution);
    update tickets t set nik_case_id = null from nik_cases c
      where c.id = t.nik_case_id and c.claimant_id = person and (institution is null or c.institution_id = institution)
  $$;
comment on function forget_ticket_links(uuid, uuid) is 'Lets go of tickets of an institution (null: of any) that agents linked to an account whose owner never said that they are theirs, and of the cases that were begun from theirs.';
