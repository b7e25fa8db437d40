-- "My NIK was used": two accounts state one NIK, both give evidence, and two officers decide whose it is. While a case is
-- open neither side can change the NIK or submit with it, and the deadlines of both stand still.
create table nik_cases (
  id uuid constraint nik_cases__key primary key,
  institution_id uuid not null constraint nik_cases__institution references institutions,
  claimant_id uuid not null constraint nik_cases__claimant references accounts,
  holder_id uuid constraint nik_cases__holder references accounts,
  blind_index bytea,
  blind_index_b bytea,
  key_wrapped bytea not null,
  status text not null default 'gathering'
    constraint nik_cases__status_known check (status in ('gathering', 'open', 'proposed', 'moved', 'kept', 'withdrawn')),
  begun_at timestamptz not null default app_now(),
  opened_at timestamptz,
  proposal text constraint nik_cases__proposal_known check (proposal in ('move', 'keep')),
  reason_sealed bytea,
  proposed_by uuid constraint nik_cases__proposer references accounts,
  proposed_at timestamptz,
  remark_sealed bytea,
  answered_by uuid constraint nik_cases__answerer references accounts,
  closed_at timestamptz,
  settled_at timestamptz,
  constraint nik_cases__indexed check (closed_at is not null or blind_index is not null or blind_index_b is not null),
  constraint nik_cases__two_sides check (claimant_id <> holder_id),
  constraint nik_cases__opened check (status in ('gathering', 'withdrawn') or (opened_at is not null and holder_id is not null)),
  constraint nik_cases__proposed check (status not in ('proposed', 'moved', 'kept')
    or num_nulls(proposal, proposed_by, proposed_at) = 0),
  constraint nik_cases__closed check ((closed_at is not null) = (status in ('moved', 'kept', 'withdrawn'))),
  constraint nik_cases__decided check (status not in ('moved', 'kept')
    or (answered_by is not null and proposal = case status when 'moved' then 'move' else 'keep' end)),
  constraint nik_cases__two_officers check (answered_by <> proposed_by),
  constraint nik_cases__not_oneself check (proposed_by <> claimant_id and proposed_by <> holder_id
    and answered_by <> claimant_id and answered_by <> holder_id),
  constraint nik_cases__settled check (settled_at is null or closed_at is not null)
);
create unique index nik_cases__one_open on nik_cases (blind_index) where opened_at is not null and closed_at is null;
create unique index nik_cases__one_open_in_b on nik_cases (blind_index_b) where opened_at is not null and closed_at is null;
create unique index nik_cases__one_of_claimant on nik_cases (claimant_id) where closed_at is null;
create index nik_cases__of_holder on nik_cases (holder_id);
create index nik_cases__of_claimant on nik_cases (claimant_id);
create index nik_cases__of_institution on nik_cases (institution_id, opened_at);
comment on table nik_cases is 'Matters of one NIK that two accounts state: whose it is.';
comment on column nik_cases.id is 'UUIDv7 made by the application.';
comment on column nik_cases.institution_id is 'Whose officers compare and decide.';
comment on column nik_cases.claimant_id is 'Who says that the NIK is theirs and was used by somebody else.';
comment on column nik_cases.holder_id is 'The other side: who had proved or stated the NIK when the case was opened; null while the claimant gathers evidence.';
comment on column nik_cases.blind_index is 'Blind index of the NIK under an index key of slot a, purpose nik; null once one of the sides was erased.';
comment on column nik_cases.blind_index_b is 'The same under a key of slot b.';
comment on column nik_cases.key_wrapped is 'The case''s own key, wrapped by the institution''s, context nik_cases|key|id.';
comment on column nik_cases.status is 'gathering evidence before it is sent; open; proposed by one officer; then moved or kept, as two officers decided, or withdrawn by the claimant.';
comment on column nik_cases.begun_at is 'When the claimant began it.';
comment on column nik_cases.opened_at is 'When it was sent with its evidence: from then on both sides are bound and their deadlines stand still.';
comment on column nik_cases.proposal is 'What the first officer proposes: move (the NIK goes to the claimant) or keep.';
comment on column nik_cases.reason_sealed is 'Why, as both sides read it, sealed with the case''s key, context nik_cases|reason|id; null once one of the sides was erased.';
comment on column nik_cases.proposed_by is 'The first officer.';
comment on column nik_cases.proposed_at is 'When they proposed it.';
comment on column nik_cases.remark_sealed is 'Why the second officer did not agree the last time, sealed with the case''s key, context nik_cases|remark|id.';
comment on column nik_cases.answered_by is 'The second officer, never the first.';
comment on column nik_cases.closed_at is 'When it ended.';
comment on column nik_cases.settled_at is 'When the NIK was moved or kept and the deadlines went on.';
alter table nik_cases enable row level security;
create policy nik_cases__web on nik_cases to daftar_web using (true) with check (true);
create policy nik_cases__staff on nik_cases to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
create policy nik_cases__worker on nik_cases to daftar_worker using (true);
grant select on nik_cases to daftar_worker;
grant select, insert, update (status, holder_id, opened_at, closed_at) on nik_cases to daftar_web;
grant select, update (status, proposal, reason_sealed, proposed_by, proposed_at, remark_sealed, answered_by, closed_at)
  on nik_cases to daftar_staff;

create table paused_deadlines (
  case_id uuid not null constraint paused_deadlines__case references nik_cases,
  application_id uuid not null constraint paused_deadlines__application references applications,
  extended_before timestamptz,
  paused_at timestamptz not null default app_now(),
  resumed_at timestamptz,
  constraint paused_deadlines__key primary key (case_id, application_id)
);
comment on table paused_deadlines is 'Drafts whose deadline stood still for a case; meanwhile applications.extended_until is infinity. Only functions write here.';
comment on column paused_deadlines.case_id is 'For which case.';
comment on column paused_deadlines.application_id is 'Which draft, of either side.';
comment on column paused_deadlines.extended_before is 'Its own extension before, if it had one.';
comment on column paused_deadlines.paused_at is 'When its time stopped: as the case was opened, or when it was begun after that.';
comment on column paused_deadlines.resumed_at is 'When its time went on: its closing is then as much later.';
comment on column applications.extended_until is 'Until when the window was extended for this one application; infinity while its deadline stands still for a case about its NIK (paused_deadlines); null when it was not.';

-- Evidence of a case is a document of the account that gave it, without an application.
alter table documents add column nik_case_id uuid constraint documents__nik_case references nik_cases;
comment on column documents.nik_case_id is 'For which case about a NIK it is evidence; null for documents of applications and the account''s photo.';
comment on column documents.application_id is 'For which application; null for the account''s photo and for evidence of a case.';
comment on column documents.slot is 'Document slot of the program, photo, or selfie and ktp of a case.';
drop index documents__one_photo;
create unique index documents__one_photo on documents (account_id)
  where application_id is null and nik_case_id is null and status <> 'removed';
create unique index documents__one_per_side on documents (nik_case_id, account_id, slot)
  where nik_case_id is not null and status <> 'removed';

create function erase_evidence(person uuid, institution uuid) returns text[]
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  ids uuid[];
  blobs text[];
begin
  select coalesce(array_agg(d.id), '{}') into ids from documents d
    where d.nik_case_id is not null and d.account_id = person and (institution is null or d.institution_id = institution);
  select coalesce(array_agg(b.blob), '{}') into blobs from (
    select d.original_blob as blob from documents d where d.id = any (ids)
    union all
    select p.blob from document_pages p where p.document_id = any (ids)
  ) b;
  delete from document_pages p where p.document_id = any (ids);
  delete from documents d where d.id = any (ids);
  delete from nik_cases c where c.claimant_id = person and c.opened_at is null
    and (institution is null or c.institution_id = institution);
  update nik_cases c set blind_index = null, blind_index_b = null, reason_sealed = null, remark_sealed = null
    where person in (c.claimant_id, c.holder_id) and c.closed_at is not null
      and (institution is null or c.institution_id = institution);
  return blobs;
end $$;
comment on function erase_evidence(uuid, uuid) is 'Erases what a person gave as evidence in cases about a NIK, at one institution or (null) everywhere; of a case that is closed there stays that it was, and how it ended. Gives the names of blobs to remove.';
revoke all on function erase_evidence(uuid, uuid) from public;
grant execute on function erase_evidence(uuid, uuid) to daftar_worker;

create function is_nik_disputed(person uuid, index_a bytea, index_b bytea) returns boolean
  language sql stable
  as $$
  select exists (select from nik_cases c where c.opened_at is not null and c.closed_at is null and c.blind_index = index_a
      and (person is null or person in (c.claimant_id, c.holder_id)))
    or exists (select from nik_cases c where c.opened_at is not null and c.closed_at is null and c.blind_index_b = index_b
      and (person is null or person in (c.claimant_id, c.holder_id)))
$$;
comment on function is_nik_disputed(uuid, bytea, bytea) is 'Whether a case about this NIK is open with the person as one of its sides, or (null) with anybody.';

create or replace function rests_on_nik(person uuid, index_a bytea, index_b bytea) returns boolean
  language sql stable
  as $$
  select exists (select from applications a where a.account_id = person
      and a.status in ('submitted', 'in_review', 'returned', 'decided', 'accepted', 'appealed')
      and (a.identity_index = index_a or a.identity_index_b = index_b))
    or exists (select from nik_cases c where c.closed_at is null and person in (c.claimant_id, c.holder_id)
      and (c.blind_index = index_a or c.blind_index_b = index_b))
$$;
comment on function rests_on_nik(uuid, bytea, bytea) is 'Whether an application of the account that is on its way or was accepted was made with this NIK, or a case about it is not closed; then the account does not give it up by stating another one.';

create function pause_deadlines(nik_case uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  with stopped as (
    select a.id, a.extended_until
    from nik_cases c
    join applications a on a.account_id in (c.claimant_id, c.holder_id) and a.status = 'draft'
    join programs p on p.id = a.program_id
    join program_versions v on v.id = a.version_id
    where c.id = nik_case and c.opened_at is not null and c.closed_at is null
      and last_call_of(p.closes_at, a.extended_until, p.grace_seconds) > app_now()
      and a.extended_until is distinct from 'infinity'
      and v.definition @? '$.** ? (@.from == "account.nik")'
    for update of a
  ), noted as (
    insert into paused_deadlines (case_id, application_id, extended_before)
      select nik_case, s.id, s.extended_until from stopped s
      on conflict (case_id, application_id) do update set
        extended_before = excluded.extended_before, paused_at = app_now(), resumed_at = null
  )
  update applications a set extended_until = 'infinity' from stopped s where a.id = s.id;
end $$;
comment on function pause_deadlines(uuid) is
  'Stops the deadlines of both sides of an open case: of their drafts that ask for the NIK and are not closed yet. Called again it stops those that were begun since.';
revoke all on function pause_deadlines(uuid) from public;
grant execute on function pause_deadlines(uuid) to daftar_web;

create function resume_deadlines(nik_case uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  one record;
begin
  for one in
    update paused_deadlines d set resumed_at = app_now()
      from nik_cases c, applications a, programs p
      where d.case_id = nik_case and d.resumed_at is null and c.id = d.case_id and c.closed_at is not null
        and a.id = d.application_id and p.id = a.program_id
      returning d.application_id, d.extended_before, app_now() - d.paused_at as stood, a.program_id, p.closes_at
  loop
    update applications a set extended_until = closes_at_of(one.closes_at, one.extended_before) + one.stood
      where a.id = one.application_id and a.extended_until = 'infinity';
    if found then perform schedule_closing(one.program_id, one.application_id); end if;
  end loop;
  -- Whoever is a side of two cases waits for the other one as well.
  perform pause_deadlines(o.id) from nik_cases c
    join nik_cases o on o.opened_at is not null and o.closed_at is null
      and (o.claimant_id in (c.claimant_id, c.holder_id) or o.holder_id in (c.claimant_id, c.holder_id))
    where c.id = nik_case;
end $$;
comment on function resume_deadlines(uuid) is
  'Lets the deadlines go on that stood still for a case that is closed: each closing is as much later as its draft stood still, counted from the closing that is in force then.';
revoke all on function resume_deadlines(uuid) from public;
grant execute on function resume_deadlines(uuid) to daftar_web;

create function settle_nik_case(nik_case uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  matter nik_cases;
  winner uuid;
  loser uuid;
begin
  update nik_cases c set settled_at = app_now()
    where c.id = nik_case and c.status in ('moved', 'kept') and c.settled_at is null
      and c.institution_id = any (staff_institutions())
    returning c.* into matter;
  if not found then return; end if;
  winner := case matter.status when 'moved' then matter.claimant_id else matter.holder_id end;
  loser := case matter.status when 'moved' then matter.holder_id else matter.claimant_id end;
  delete from account_identifiers i where i.account_id = loser and i.kind = 'nik'
    and (i.blind_index = matter.blind_index or i.blind_index_b = matter.blind_index_b);
  delete from account_identifiers i where i.account_id = winner and i.kind = 'nik' and i.verified_at is null
    and (i.blind_index = matter.blind_index or i.blind_index_b = matter.blind_index_b) is not true
    and not rests_on_nik(winner, i.blind_index, i.blind_index_b);
  update account_identifiers i set verified_at = coalesce(i.verified_at, app_now())
    where i.account_id = winner and i.kind = 'nik'
      and (i.blind_index = matter.blind_index or i.blind_index_b = matter.blind_index_b)
      and not exists (select from account_identifiers o where o.account_id = winner and o.kind = 'nik'
        and o.verified_at is not null and o.id <> i.id);
  perform resume_deadlines(nik_case);
end $$;
comment on function settle_nik_case(uuid) is
  'Does what two officers decided, once: the NIK becomes the proven one of its owner and is taken from the other side, and the deadlines go on.';
revoke all on function settle_nik_case(uuid) from public;
grant execute on function settle_nik_case(uuid) to daftar_staff;

CREATE OR REPLACE FUNCTION public.claim_nik(person uuid, id uuid, index_a bytea, index_b bytea, sealed bytea)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if is_nik_disputed(person, index_a, index_b) then
    raise exception 'identity_disputed' using errcode = 'unique_violation';
  end if;
  perform from account_identifiers i
      where i.kind = 'nik' and i.blind_index = index_a and i.verified_at is not null and i.account_id <> person
    union all
    select from account_identifiers i
      where i.kind = 'nik' and i.blind_index_b = index_b and i.verified_at is not null and i.account_id <> person;
  if found then raise exception 'identity_taken' using errcode = 'unique_violation'; end if;
  delete from account_identifiers i
    where i.account_id = person and i.kind = 'nik' and i.verified_at is null
      and (i.blind_index = index_a or i.blind_index_b = index_b) is not true
      and not rests_on_nik(person, i.blind_index, i.blind_index_b);
  insert into account_identifiers (id, account_id, kind, blind_index, blind_index_b, sealed)
    values (claim_nik.id, person, 'nik', index_a, index_b, claim_nik.sealed)
    on conflict do nothing;
end $function$
;

comment on function claim_nik(uuid, uuid, bytea, bytea, bytea) is
  'Notes that an account applies with a NIK; one claimed before stays where another application rests on it. Raises identity_disputed for the sides of an open case about it, and identity_taken where somebody else has proved that it is theirs.';

CREATE OR REPLACE FUNCTION public.prove_nik(application uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$
;

comment on function prove_nik(uuid) is
  'Makes the NIK of a submitted application its account''s own: proven; already where the account has a proven one, this or another; held where another account was faster; disputed while two officers decide whose it is; none where there is nothing to prove.';

CREATE OR REPLACE FUNCTION public.is_in_review(person uuid, institution uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from applications a where a.account_id = person and (institution is null or a.institution_id = institution)
    and a.status in ('submitted', 'in_review', 'returned', 'decided', 'appealed'))
    or exists (select from nik_cases c where person in (c.claimant_id, c.holder_id) and c.closed_at is null and c.opened_at is not null
      and (institution is null or c.institution_id = institution))
$function$
;

comment on function is_in_review(uuid, uuid) is 'Whether an application of the person, or a case about their NIK, is being decided, at this institution or (null) at any.';
