-- Staff read the trail of their own institutions only, also where a statement forgets to ask. Records of no institution,
-- such as logins, are nobody's of theirs.
alter table audit_records enable row level security;
create policy audit_records__web on audit_records for insert to daftar_web with check (true);
create policy audit_records__worker on audit_records to daftar_worker using (true) with check (true);
create policy audit_records__staff_write on audit_records for insert to daftar_staff with check (true);
create policy audit_records__staff_read on audit_records for select to daftar_staff
  using (institution_id = any (staff_institutions()));
-- A page of the trail is the newest of one's institutions: without this, a small institution's page read everybody's.
create index audit_records__of_institution on audit_records (institution_id, id) where institution_id is not null;
