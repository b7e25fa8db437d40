-- Row-level security is the second wall of the staff pages: a statement that forgets the
-- institution finds nothing. daftar.institutions holds the ids of the request's institutions.
create function staff_institutions() returns uuid[]
  language sql stable parallel safe
  as $$ select coalesce(string_to_array(nullif(current_setting('daftar.institutions', true), ''), ',')::uuid[], '{}') $$;
comment on function staff_institutions() is 'Institutions in which the staff of this transaction may act; empty when not set.';

do $$
declare
  guarded text;
begin
  foreach guarded in array array['applications', 'application_pages', 'application_rounds', 'application_events',
    'application_verdicts', 'documents', 'document_pages', 'person_keys']
  loop
    execute format('alter table %I enable row level security', guarded);
    execute format('create policy %I on %I to daftar_web using (true) with check (true)', guarded || '__web', guarded);
    execute format('create policy %I on %I to daftar_worker using (true) with check (true)', guarded || '__worker', guarded);
    execute format('create policy %I on %I to daftar_staff using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()))',
      guarded || '__staff', guarded);
  end loop;
end $$;

-- History is append-only, whatever a later grant says.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
comment on function refuse_change() is 'Refuses updates and deletes of history.';
create trigger application_events__append_only before update or delete on application_events
  for each row execute function refuse_change();
create trigger audit_records__append_only before update or delete on audit_records
  for each row execute function refuse_change();
create trigger program_versions__immutable before update or delete on program_versions
  for each row execute function refuse_change();
create trigger application_rounds__append_only before update or delete on application_rounds
  for each row execute function refuse_change();
