-- A case about a NIK that was begun may never be sent: then nobody decides it, and no ticket is kept for it.
create or replace function ticket_is_held(ticket uuid) returns boolean
  language sql stable
  as $$
    select exists (
      select from tickets t
        left join applications a on a.id = t.application_id
        cross join lateral (values (t.account_id), (t.linked_account_id), (a.account_id)) as whose (account_id)
      where ticket in (t.id, t.merged_into) and (
        exists (
          select from nik_cases c
          where c.opened_at is not null and c.closed_at is null
            and (c.id = t.nik_case_id or whose.account_id in (c.claimant_id, c.holder_id)))
        or exists (
          select from rights_requests r
          where r.account_id = whose.account_id and r.void_at is null
            and (r.institution_id is null or r.institution_id = t.institution_id)
            and (r.answer is null or r.kind = 'restriction' and r.lifted_at is null and r.answer <> 'refused'))))
  $$;
comment on function ticket_is_held(uuid) is 'Whether a case about a NIK that was sent or a request about rights waits that the ticket, or one that was merged into it, belongs to, or its person restricts the institution: then it is kept longer.';
