-- Tickets go on to another institution, into another ticket of the same person, and stand beside an application.
alter table tickets
  add column merged_into uuid constraint tickets__merged_into references tickets,
  add column application_id uuid constraint tickets__application references applications,
  add constraint tickets__merged check (merged_into is null or (status = 'answered' and merged_into <> id));
create index tickets__of_merged on tickets (merged_into) where merged_into is not null;
create index tickets__of_application on tickets (application_id) where application_id is not null;
comment on column tickets.merged_into is 'In which ticket of the same person it is answered; null for one that stands for itself.';
comment on column tickets.application_id is 'About which application it is, as an agent found by its exact number; null where none did.';
grant update (merged_into, application_id) on tickets to daftar_staff;
comment on table ticket_messages is 'What was written about a ticket after it was sent; rows are never changed, except that they go with their ticket to another institution.';

create function pass_ticket(ticket uuid, target uuid, new_key bytea) returns boolean
language plpgsql security definer set search_path to public, pg_temp as $$
declare
  former uuid;
begin
  select t.institution_id into former from tickets t
    where t.id = ticket and t.institution_id = any (staff_institutions()) and t.status <> 'answered' for update;
  if former is null or former = target then return false; end if;
  update tickets t set institution_id = target, key_wrapped = new_key, status = 'received', agent_id = null,
      application_id = null, received_at = coalesce(t.received_at, app_now())
    where t.id = ticket;
  update ticket_messages m set institution_id = target where m.ticket_id = ticket;
  update ticket_facts f set institution_id = target where f.ticket_id = ticket;
  update ticket_documents d set institution_id = target where d.ticket_id = ticket;
  update ticket_document_pages p set institution_id = target from ticket_documents d
    where d.id = p.document_id and d.ticket_id = ticket;
  return true;
end $$;
revoke all on function pass_ticket(uuid, uuid, bytea) from public;
grant execute on function pass_ticket(uuid, uuid, bytea) to daftar_staff;
comment on function pass_ticket(uuid, uuid, bytea) is 'Gives an open ticket of the transaction''s institutions to another institution with everything that belongs to it; new_key is its key, wrapped by the other''s. False when it is not there or answered.';
