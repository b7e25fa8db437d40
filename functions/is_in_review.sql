create or replace function is_in_review(person uuid, institution uuid)
 returns boolean
 language sql
 stable
as $function$
  select exists (select from applications a where a.account_id = person and (institution is null or a.institution_id = institution)
    and a.status in ('submitted', 'in_review', 'returned', 'decided', 'appealed'))
    or exists (select from nik_cases c where person in (c.claimant_id, c.holder_id) and c.closed_at is null and c.opened_at is not null
      and (institution is null or c.institution_id = institution))
$function$;
comment on function is_in_review(uuid, uuid) is 'Whether an application of the person, or a case about their NIK, is being decided, at this institution or (null) at any.';
