-- The trail of a person's data tells of their cases about a NIK as well: what they did, and what officers did who looked
-- and decided; not what the other side did.
create or replace function own_trail(person uuid, most integer, passed integer) returns table (
    at timestamptz, actor_kind text, own boolean, action text, institution_id uuid, subject_kind text, subject_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
  with subjects as (
    select person as id
    union all select a.id from applications a where a.account_id = person
    union all select d.id from documents d where d.account_id = person
    union all select c.id from nik_cases c where person in (c.claimant_id, c.holder_id)
  )
  select r.at, r.actor_kind, r.actor_id is not distinct from person, r.action, r.institution_id, r.subject_kind, r.subject_id
  from subjects s join audit_records r on r.subject_id = s.id
  where r.subject_kind <> 'nik_case' or r.actor_id = person
    or r.action in ('nik_case.invite', 'nik_case.view', 'nik_case.propose', 'nik_case.refuse', 'nik_case.confirm')
  order by r.at desc, r.id desc limit most offset passed
$$;
comment on function own_trail(uuid, integer, integer) is 'What was done with the data of a person, newest first: audit records about the account, its applications, its documents and its cases about a NIK, without their data and without who among the staff it was.';
