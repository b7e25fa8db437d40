-- An agent begins a case about a NIK from the ticket of somebody who has an account: its pictures become evidence, sealed
-- anew, and the ticket is answered when the case is decided.
alter table tickets add column nik_case_id uuid constraint tickets__nik_case references nik_cases;
create unique index tickets__of_nik_case on tickets (nik_case_id) where nik_case_id is not null;
comment on column tickets.nik_case_id is 'The case about a NIK that was begun from it, the last one; null where none was.';
grant update (nik_case_id) on tickets to daftar_staff;

grant insert on person_keys, documents, document_pages to daftar_staff;
create policy documents__staff_gives_evidence on documents as restrictive for insert to daftar_staff
  with check (nik_case_id is not null and status = 'ready');
create policy document_pages__staff_gives_evidence on document_pages as restrictive for insert to daftar_staff
  with check (exists (select from documents d where d.id = document_id and d.nik_case_id is not null));
grant update (holder_id, opened_at) on nik_cases to daftar_staff;
grant execute on function pause_deadlines(uuid) to daftar_staff;

create function note_claim(nik_case uuid, id uuid, sealed bytea) returns void
  language sql security definer set search_path = public, pg_temp
  as $$
    insert into account_identifiers (id, account_id, kind, blind_index, blind_index_b, sealed)
      select note_claim.id, c.claimant_id, 'nik', c.blind_index, c.blind_index_b, note_claim.sealed
      from nik_cases c
      where c.id = nik_case and c.status = 'gathering' and c.institution_id = any (staff_institutions())
      on conflict do nothing
  $$;
comment on function note_claim(uuid, uuid, bytea) is 'Notes that the claimant of a case that is not sent yet states its NIK; nothing where they do already.';
revoke execute on function note_claim(uuid, uuid, bytea) from public;
grant execute on function note_claim(uuid, uuid, bytea) to daftar_staff;

create or replace function forget_ticket_links(person uuid, institution uuid) returns void
  language sql security definer set search_path = public, pg_temp
  as $$
    update tickets t set linked_account_id = null
      where t.linked_account_id = person and t.account_id is null and (institution is null or t.institution_id = institution);
    update tickets t set nik_case_id = null from nik_cases c
      where c.id = t.nik_case_id and c.claimant_id = person and (institution is null or c.institution_id = institution)
  $$;
comment on function forget_ticket_links(uuid, uuid) is 'Lets go of tickets of an institution (null: of any) that agents linked to an account whose owner never said that they are theirs, and of the cases that were begun from theirs.';
