create or replace function prove_nik(application uuid)
 returns text
 language plpgsql
 security definer
 set search_path to 'public', 'pg_temp'
as $function$
declare
  app applications;
begin
  select a.* into app from applications a
    where a.id = application and a.identity_sealed is not null
      and a.status in ('submitted', 'in_review', 'decided', 'accepted', 'appealed');
  if not found then return 'none'; end if;
  if is_nik_disputed(null, app.identity_index, app.identity_index_b) then return 'disputed'; end if;
  if exists (select from account_identifiers i
    where i.account_id = app.account_id and i.kind = 'nik' and i.verified_at is not null) then return 'already'; end if;
  insert into account_identifiers (id, account_id, kind, blind_index, blind_index_b, sealed)
    values (app.id, app.account_id, 'nik', app.identity_index, app.identity_index_b, app.identity_sealed)
    on conflict do nothing;
  begin
    update account_identifiers i set verified_at = app_now()
      where i.account_id = app.account_id and i.kind = 'nik'
        and (i.blind_index = app.identity_index or i.blind_index_b = app.identity_index_b);
  exception when unique_violation then return 'held';
  end;
  return case when found then 'proven' else 'none' end;
end $function$;
comment on function prove_nik(uuid) is
  'Makes the NIK of a submitted application its account''s own: proven; already where the account has a proven one, this or another; held where another account was faster; disputed while two officers decide whose it is; none where there is nothing to prove.';
