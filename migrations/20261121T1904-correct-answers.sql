-- Answers that a data protection officer corrects after the submission, at the request of their owner (UU PDP 27/2022
-- articles 6 and 30). What was submitted stays in application_rounds; a correction is laid over it.
create table answer_corrections (
  id uuid constraint answer_corrections__key primary key,
  application_id uuid not null constraint answer_corrections__application references applications,
  institution_id uuid not null,
  round integer not null,
  page text not null,
  field text not null,
  page_sealed bytea not null,
  change_sealed bytea not null,
  request_id uuid not null constraint answer_corrections__request references rights_requests,
  corrected_by uuid not null constraint answer_corrections__officer references accounts,
  at timestamptz not null default app_now()
);
create index answer_corrections__of_application on answer_corrections (application_id, round);
create index answer_corrections__of_request on answer_corrections (request_id);
comment on table answer_corrections is 'Submitted answers that an officer corrected at the request of their owner. Append-only, as the rounds are.';
comment on column answer_corrections.id is 'UUIDv7 made by the application.';
comment on column answer_corrections.application_id is 'The application.';
comment on column answer_corrections.institution_id is 'For row-level security.';
comment on column answer_corrections.round is 'The round over which it is laid; what is submitted later counts again as it is submitted.';
comment on column answer_corrections.page is 'The page of the answer.';
comment on column answer_corrections.field is 'The field that was corrected.';
comment on column answer_corrections.page_sealed is 'The whole page as corrected, sealed as application_pages are.';
comment on column answer_corrections.change_sealed is 'The question and the answer before and after in words, JSON sealed with the key of the person at the institution, context answer_corrections|change|id.';
comment on column answer_corrections.request_id is 'The request that asked for it.';
comment on column answer_corrections.corrected_by is 'The officer.';
comment on column answer_corrections.at is 'When.';
create trigger answer_corrections__append_only before update or delete on answer_corrections
  for each row execute function refuse_change();
alter table answer_corrections enable row level security;
create policy answer_corrections__web on answer_corrections to daftar_web using (true);
create policy answer_corrections__worker on answer_corrections to daftar_worker using (true);
create policy answer_corrections__staff on answer_corrections to daftar_staff using (institution_id = any (staff_institutions()));
grant select on answer_corrections to daftar_web, daftar_worker, daftar_staff;

create function correct_answer(correction uuid, request uuid, officer uuid, corrected_page text, corrected_field text,
    new_page bytea, change bytea) returns boolean
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
  update applications a set version = a.version + 1, updated_at = app_now() where a.id = corrected;
  return true;
end
$$;
comment on function correct_answer(uuid, uuid, uuid, text, text, bytea, bytea) is 'Lays a correction over a submitted answer: only by the officer who works on the request that asked for it, at their institution, while nothing is being changed by its owner. False otherwise.';
revoke execute on function correct_answer(uuid, uuid, uuid, text, text, bytea, bytea) from public;
grant execute on function correct_answer(uuid, uuid, uuid, text, text, bytea, bytea) to daftar_staff;
