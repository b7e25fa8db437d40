-- An officer may take back a refusal that waits for its second officer, and says why. Nothing was decided, so the person
-- is told nothing.
alter table rights_requests add column taken_back_sealed bytea;
comment on column rights_requests.taken_back_sealed is 'Why an officer took a proposed refusal back, for colleagues; of the last time, sealed with the key of the person at the institution, context rights_requests|taken_back|id.';
grant update (taken_back_sealed) on rights_requests to daftar_staff;

create or replace function void_rights_requests() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  update answer_corrections c set request_id = null from rights_requests r
    where r.id = c.request_id and r.account_id = old.account_id and r.institution_id = old.institution_id;
  update rights_requests r set words_sealed = null, note_sealed = null, taken_back_sealed = null, application_id = null,
    consent_id = null, void_at = coalesce(r.void_at, case when r.answer is null or r.kind = 'restriction' then app_now() end)
    where r.account_id = old.account_id and r.institution_id = old.institution_id;
  return null;
end
$$;
