-- Tickets that were sent by somebody signed in stand in their account, in the copy of their data, and go with its erasure.
alter table tickets add column account_id uuid constraint tickets__account references accounts;
create index tickets__of_account on tickets (account_id, asked_at) where account_id is not null;
comment on column tickets.account_id is 'Whose account sent it; null for whoever was not signed in.';

drop policy ticket_messages__worker on ticket_messages;
create policy ticket_messages__worker on ticket_messages to daftar_worker
  using (author <> 'note') with check (author in ('check', 'finding'));
create policy ticket_ratings__worker on ticket_ratings for select to daftar_worker using (true);
grant select on ticket_ratings to daftar_worker;

create function erase_tickets(person uuid, institution uuid) returns text[]
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  ids uuid[];
  blobs text[];
begin
  select coalesce(array_agg(t.id), '{}') into ids from tickets t
    where t.account_id = person and (institution is null or t.institution_id = institution);
  select coalesce(array_agg(b.blob), '{}') into blobs from (
    select d.original_blob as blob from ticket_documents d where d.ticket_id = any (ids) and d.original_blob is not null
    union all
    select p.blob from ticket_documents d join ticket_document_pages p on p.document_id = d.id where d.ticket_id = any (ids)
  ) b;
  delete from ticket_document_pages p using ticket_documents d where d.id = p.document_id and d.ticket_id = any (ids);
  delete from ticket_documents d where d.ticket_id = any (ids);
  delete from ticket_ratings r where r.ticket_id = any (ids);
  delete from ticket_messages m where m.ticket_id = any (ids);
  delete from ticket_facts f where f.ticket_id = any (ids);
  delete from ticket_questions q where q.id = any (ids);
  delete from ticket_letters l where l.ticket_id = any (ids);
  update tickets t set merged_into = null where t.merged_into = any (ids);
  delete from tickets t where t.id = any (ids);
  return blobs;
end
$$;
comment on function erase_tickets(uuid, uuid) is 'Removes the tickets that an account sent to an institution (null: to any) with everything that belongs to them. Gives the names of blobs to remove.';
revoke execute on function erase_tickets(uuid, uuid) from public;
grant execute on function erase_tickets(uuid, uuid) to daftar_worker;
