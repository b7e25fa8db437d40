-- Agents put a ticket beside the account of whoever asked. That opens nothing to the account before its owner has shown
-- that the ticket is theirs.
alter table tickets
  add column linked_account_id uuid constraint tickets__linked_account references accounts,
  add constraint tickets__linked check (linked_account_id is null or account_id is null or account_id = linked_account_id);
create index tickets__of_linked on tickets (linked_account_id) where linked_account_id is not null;
comment on column tickets.account_id is 'Whose account it is: that which sent it, or to which an agent linked it and whose owner proved to be who asked; null for whoever was not signed in.';
comment on column tickets.linked_account_id is 'The account that an agent found by a whole fact to be that of whoever asked; null where none did.';
grant update (account_id, linked_account_id) on tickets to daftar_staff;
grant update (account_id) on tickets to daftar_web;

create function forget_ticket_links(person uuid, institution uuid) returns void
  language sql security definer set search_path = public, pg_temp
  as $$
    update tickets t set linked_account_id = null
      where t.linked_account_id = person and t.account_id is null and (institution is null or t.institution_id = institution)
  $$;
comment on function forget_ticket_links(uuid, uuid) is 'Lets go of tickets of an institution (null: of any) that agents linked to an account whose owner never said that they are theirs.';
revoke execute on function forget_ticket_links(uuid, uuid) from public;
grant execute on function forget_ticket_links(uuid, uuid) to daftar_worker;
