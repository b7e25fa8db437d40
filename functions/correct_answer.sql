create or replace function correct_answer(correction uuid, request uuid, officer uuid, corrected_page text, corrected_field text,
    new_page bytea, change bytea, listed jsonb) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  corrected uuid;
begin
  insert into answer_corrections (id, application_id, institution_id, round, page, field, page_sealed, change_sealed,
      request_id, corrected_by)
    select correction, a.id, a.institution_id, a.round, corrected_page, corrected_field, new_page, change, r.id, officer
    from rights_requests r join applications a on a.id = r.application_id
    where r.id = request and r.kind = 'correction' and r.taken_by = officer and r.refusal_by is null and r.answer is null
      and r.void_at is null and r.institution_id = any (staff_institutions()) and a.institution_id = r.institution_id
      and a.round > 0 and a.erased_at is null
      and a.status in ('submitted', 'in_review', 'decided', 'accepted', 'rejected', 'appealed')
    for update of a
    returning application_id into corrected;
  if corrected is null then return false; end if;
  update application_pages p set sealed = new_page, version = p.version + 1, updated_at = app_now()
    where p.application_id = corrected and p.page = corrected_page and p.repeat_index = 0;
  update applications a set version = a.version + 1, updated_at = app_now(), projections = listed where a.id = corrected;
  return true;
end
$$;
comment on function correct_answer(uuid, uuid, uuid, text, text, bytea, bytea, jsonb) is 'Lays a correction over a submitted answer, with what the program lists in plain from then on: only by the officer who works on the request that asked for it, at their institution, while nothing is being changed by its owner. False otherwise.';
