-- Tickets are not kept for ever: so long after the last answer as their institution says, and what is counted of them longer.
create table ticket_retentions (
  institution_id uuid constraint ticket_retentions__key primary key
    constraint ticket_retentions__institution references institutions,
  months integer not null constraint ticket_retentions__months_known check (months between 1 and 120),
  set_by uuid not null constraint ticket_retentions__setter references accounts,
  set_at timestamptz not null default app_now()
);
comment on table ticket_retentions is 'How long an institution keeps answered tickets, where it said so; what it said before stands in the audit record.';
comment on column ticket_retentions.institution_id is 'Whose tickets.';
comment on column ticket_retentions.months is 'Months after the last answer; more than the 14 days in which a reply opens a ticket again.';
comment on column ticket_retentions.set_by is 'By whom it was set.';
comment on column ticket_retentions.set_at is 'When; nothing is erased in the 7 days after it, so that a slip of the pen can be mended.';
alter table ticket_retentions enable row level security;
create policy ticket_retentions__web on ticket_retentions to daftar_web using (true);
create policy ticket_retentions__worker on ticket_retentions to daftar_worker using (true);
create policy ticket_retentions__staff on ticket_retentions to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
grant select on ticket_retentions to daftar_web, daftar_worker, daftar_staff;
grant insert, update on ticket_retentions to daftar_staff;

create table erased_tickets (
  id uuid default gen_random_uuid() constraint erased_tickets__key primary key,
  institution_id uuid not null constraint erased_tickets__institution references institutions,
  category text not null,
  program_slug text,
  day date not null,
  seconds double precision,
  is_kept boolean not null,
  is_late boolean not null
);
create index erased_tickets__of_day on erased_tickets (institution_id, day);
comment on table erased_tickets is 'What figures count of tickets that were erased: nothing that says whose they were, or which.';
comment on column erased_tickets.id is 'Chance; not the ticket''s.';
comment on column erased_tickets.institution_id is 'Whose helpdesk was asked.';
comment on column erased_tickets.category is 'Name of its file in helpdesk/categories.';
comment on column erased_tickets.program_slug is 'The program whose page led to the question; null where none did.';
comment on column erased_tickets.day is 'On which day of Jakarta it was asked.';
comment on column erased_tickets.seconds is 'Until its first answer; null where none came.';
comment on column erased_tickets.is_kept is 'Whether that came as promised.';
comment on column erased_tickets.is_late is 'Whether it had no answer when the first promise ended.';
alter table erased_tickets enable row level security;
create policy erased_tickets__staff on erased_tickets for select to daftar_staff using (institution_id = any (staff_institutions()));
grant select on erased_tickets to daftar_staff;

create table forgotten_blobs (
  blob text constraint forgotten_blobs__key primary key
);
comment on table forgotten_blobs is 'Sealed files whose key is destroyed, and whose removal is still owed.';
comment on column forgotten_blobs.blob is 'Random name in the blob store.';
grant select, delete on forgotten_blobs to daftar_worker;

create index tickets__closed on tickets (institution_id, answered_at) where status = 'answered' and merged_into is null;

create function ticket_months(institution uuid) returns integer
  language sql stable
  as $$ select coalesce((select r.months from ticket_retentions r where r.institution_id = institution), 12) $$;
comment on function ticket_months(uuid) is 'So many months after the last answer an institution keeps its tickets: a year where it said nothing.';

create function ticket_kept_until(ticket uuid) returns timestamptz
  language sql stable
  as $$
    select case when bool_and(f.status = 'answered') then
        max(f.answered_at) + make_interval(months => max(ticket_months(f.institution_id)) filter (where f.id = r.id)) end
    from (select coalesce(t.merged_into, t.id) as id from tickets t where t.id = ticket) r
      join tickets f on f.id = r.id or f.merged_into = r.id
  $$;
comment on function ticket_kept_until(uuid) is 'Until when a ticket is kept, with all that were merged with it; null as long as one of them is open.';

create function ticket_is_held(ticket uuid) returns boolean
  language sql stable
  as $$
    select exists (
      select from tickets t
        left join applications a on a.id = t.application_id
        cross join lateral (values (t.account_id), (t.linked_account_id), (a.account_id)) as whose (account_id)
      where ticket in (t.id, t.merged_into) and (
        exists (select from nik_cases c where c.closed_at is null and whose.account_id in (c.claimant_id, c.holder_id))
        or exists (
          select from rights_requests r
          where r.account_id = whose.account_id and r.void_at is null
            and (r.institution_id is null or r.institution_id = t.institution_id)
            and (r.answer is null or r.kind = 'restriction' and r.lifted_at is null and r.answer <> 'refused'))))
  $$;
comment on function ticket_is_held(uuid) is 'Whether a case about a NIK or a request about rights of its person waits, or they have restricted the institution: then a ticket, or one that was merged into it, is kept longer.';

create function ticket_counts() returns table (
    id uuid, institution_id uuid, category text, program_slug text, asked_at timestamptz, seconds double precision,
    is_kept boolean, is_late boolean)
  language sql stable
  as $$
    select t.id, t.institution_id, t.category, t.program_slug, t.asked_at, extract(epoch from f.at - t.asked_at)::float8,
      coalesce(f.at <= t.first_due_at, false), coalesce(t.first_due_at < coalesce(f.at, app_now()), false)
    from tickets t
      left join lateral (
        select min(m.written_at) as at from ticket_messages m where m.ticket_id = t.id and m.author in ('agent', 'check')) f on true
    where t.merged_into is null
  $$;
comment on function ticket_counts() is 'What figures count of each ticket that the caller may see; what was merged counts in the ticket that answers it.';

create function erase_ticket_rows(ids uuid[]) returns text[]
  language plpgsql
  as $$
declare
  blobs text[];
begin
  select coalesce(array_agg(b.blob), '{}') into blobs from (
    select d.original_blob as blob from ticket_documents d where d.ticket_id = any (ids) and d.original_blob is not null
    union all
    select p.blob from ticket_documents d join ticket_document_pages p on p.document_id = d.id where d.ticket_id = any (ids)
  ) b;
  insert into erased_tickets (institution_id, category, program_slug, day, seconds, is_kept, is_late)
    select c.institution_id, c.category, c.program_slug, (c.asked_at at time zone 'Asia/Jakarta')::date, c.seconds, c.is_kept, c.is_late
    from ticket_counts() c where c.id = any (ids);
  delete from ticket_document_pages p using ticket_documents d where d.id = p.document_id and d.ticket_id = any (ids);
  delete from ticket_documents d where d.ticket_id = any (ids);
  delete from ticket_ratings r where r.ticket_id = any (ids);
  delete from ticket_messages m where m.ticket_id = any (ids);
  delete from ticket_facts f where f.ticket_id = any (ids);
  delete from ticket_questions q where q.id = any (ids);
  delete from ticket_letters l where l.ticket_id = any (ids);
  update tickets t set merged_into = null where t.merged_into = any (ids) and t.id <> all (ids);
  delete from tickets t where t.id = any (ids);
  return blobs;
end
$$;
comment on function erase_ticket_rows(uuid[]) is 'Removes tickets with their keys and everything that belongs to them, and keeps what is counted. Gives the names of blobs to remove. For functions of the owner.';
revoke execute on function erase_ticket_rows(uuid[]) from public;

create or replace function erase_tickets(person uuid, institution uuid) returns text[]
  language sql security definer set search_path = public, pg_temp
  as $$
    select erase_ticket_rows(coalesce(array_agg(t.id), '{}')) from tickets t
      where t.account_id = person and (institution is null or t.institution_id = institution)
  $$;

create function erase_old_tickets(most integer) returns table (id uuid, institution_id uuid)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
#variable_conflict use_column
declare
  roots uuid[];
  ids uuid[];
  places uuid[];
begin
  select coalesce(array_agg(o.id), '{}') into roots from (
    select t.id from institutions i
      cross join lateral (
        select c.id from tickets c
        where c.institution_id = i.id and c.status = 'answered' and c.merged_into is null
          -- A little more than is due: months are not all of one length.
          and c.answered_at < app_now() - make_interval(months => ticket_months(i.id)) + interval '4 days'
          and ticket_kept_until(c.id) <= app_now() and not ticket_is_held(c.id)
        order by c.answered_at limit most) t
    where not exists (
      select from ticket_retentions r where r.institution_id = i.id and r.set_at > app_now() - interval '7 days')
    limit most) o;
  select coalesce(array_agg(h.id), '{}') into roots from (
    select t.id from tickets t where t.id = any (roots) and t.status = 'answered' order by t.id for update skip locked) h;
  select coalesce(array_agg(t.id), '{}'), coalesce(array_agg(t.institution_id), '{}') into ids, places
    from tickets t where t.id = any (roots) or t.merged_into = any (roots);
  insert into forgotten_blobs (blob) select b.blob from unnest(erase_ticket_rows(ids)) as b (blob);
  return query select o.id, o.institution_id from unnest(ids, places) as o (id, institution_id);
end
$$;
comment on function erase_old_tickets(integer) is 'Removes at most so many answered tickets whose time is over, with those that were merged into them; gives each with its institution. Their files wait in forgotten_blobs.';
revoke execute on function erase_old_tickets(integer) from public;
grant execute on function erase_old_tickets(integer) to daftar_worker;
