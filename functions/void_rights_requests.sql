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
comment on function void_rights_requests() is 'Ends the requests about data whose key is destroyed, removes the words that it opened, and cuts the requests off from what they were about.';
