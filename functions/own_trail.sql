-- Whatever officers and agents do with a case about a NIK stands in the trail of both sides, also what they begin for one
-- of them; only what the other side did does not.
create or replace function own_trail(person uuid, most integer, passed integer) returns table (
    at timestamptz, actor_kind text, own boolean, action text, institution_id uuid, subject_kind text, subject_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
  with subjects as (
    select person as id, null::uuid as other_side
    union all select a.id, null from applications a where a.account_id = person
    union all select d.id, null from documents d where d.account_id = person
    union all select t.id, null from tickets t where t.account_id = person
    union all select c.id, case when c.claimant_id = person then c.holder_id else c.claimant_id end
      from nik_cases c where person in (c.claimant_id, c.holder_id)
  )
  select r.at, r.actor_kind, r.actor_id is not distinct from person, r.action, r.institution_id, r.subject_kind, r.subject_id
  from subjects s join audit_records r on r.subject_id = s.id
  where s.other_side is null or r.actor_id is distinct from s.other_side
  order by r.at desc, r.id desc limit most offset passed
$$;
comment on function own_trail(uuid, integer, integer) is 'What was done with the data of a person, newest first: audit records about the account, its applications, its documents, its tickets and its cases about a NIK, without their data and without who among the staff it was.';
