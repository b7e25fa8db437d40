-- A ticket that is overdue already when it goes to another institution is told of there as well: the administrators who were
-- told of it are the former's.
create or replace function pass_ticket(ticket uuid, target uuid, new_key bytea) returns boolean
language plpgsql security definer set search_path to public, pg_temp as $$
declare
  former uuid;
begin
  select t.institution_id into former from tickets t
    where t.id = ticket and t.institution_id = any (staff_institutions()) and t.status <> 'answered' for update;
  if former is null or former = target then return false; end if;
  update tickets t set institution_id = target, key_wrapped = new_key, status = 'received', agent_id = null,
      application_id = null, received_at = coalesce(t.received_at, app_now()), escalated_at = null
    where t.id = ticket;
  update ticket_messages m set institution_id = target where m.ticket_id = ticket;
  update ticket_facts f set institution_id = target where f.ticket_id = ticket;
  update ticket_documents d set institution_id = target where d.ticket_id = ticket;
  update ticket_document_pages p set institution_id = target from ticket_documents d
    where d.id = p.document_id and d.ticket_id = ticket;
  return true;
end $$;
comment on function pass_ticket(uuid, uuid, bytea) is 'Gives an open ticket of the transaction''s institutions to another institution with everything that belongs to it; new_key is its key, wrapped by the other''s. False when it is not there or answered.';
