-- What was asked about an application that was erased names it no longer: the request stays with its person for the
-- record, with number, kind, times and answer, and the application is nobody's.
alter table rights_requests drop constraint rights_requests__withdrawal_of_consent,
  add constraint rights_requests__consent_of_withdrawal check (consent_id is null or kind = 'withdrawal');
comment on column rights_requests.application_id is 'About which application; null where it is about all that the institution keeps of the person, and after the application was erased.';
comment on column rights_requests.consent_id is 'The consent that is taken back; it is withdrawn the moment this row is written. Null of every other kind, and after its application was erased.';

-- Only the tie to the request may go, and nobody but the function below may cut it.
drop trigger answer_corrections__append_only on answer_corrections;
create trigger answer_corrections__append_only
  before delete or update of id, application_id, institution_id, round, page, field, page_sealed, change_sealed,
    corrected_by, at on answer_corrections
  for each row execute function refuse_change();
alter table answer_corrections alter column request_id drop not null;
comment on column answer_corrections.request_id is 'The request that asked for it; null after the application was erased.';

create or replace function void_rights_requests() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  update answer_corrections c set request_id = null from rights_requests r
    where r.id = c.request_id and r.account_id = old.account_id and r.institution_id = old.institution_id;
  update rights_requests r set words_sealed = null, note_sealed = null, application_id = null, consent_id = null,
    void_at = coalesce(r.void_at, case when r.answer is null or r.kind = 'restriction' then app_now() end)
    where r.account_id = old.account_id and r.institution_id = old.institution_id;
  return null;
end
$$;
comment on function void_rights_requests() is 'Ends the requests about data whose key is destroyed, removes the words that it opened, and cuts the requests off from what they were about.';

update answer_corrections c set request_id = null from applications a
  where a.id = c.application_id and a.erased_at is not null;
update rights_requests r set application_id = null, consent_id = null from applications a
  where a.erased_at is not null
    and a.id = coalesce(r.application_id, (select c.application_id from consents c where c.id = r.consent_id));
