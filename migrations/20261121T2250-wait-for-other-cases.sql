-- Staff see the cases of their institutions only, and one case of a NIK is open at a time wherever it is: a third account's
-- case that an agent begins has to know that another one comes first.
create function waits_for_other_case(nik_case uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
  select exists (
    select from nik_cases c
    join nik_cases o on o.opened_at is not null and o.closed_at is null
      and (o.blind_index = c.blind_index or o.blind_index_b = c.blind_index_b)
    where c.id = nik_case and c.status = 'gathering'
      and (select count(distinct d.slot) from documents d
           where d.nik_case_id = c.id and d.account_id = c.claimant_id and d.status = 'ready') = 2)
$$;
comment on function waits_for_other_case(uuid) is 'Whether a case has all of its evidence and is not open only since another one about the same NIK is, at whatever institution.';
revoke all on function waits_for_other_case(uuid) from public;
grant execute on function waits_for_other_case(uuid) to daftar_web, daftar_staff;
