-- Erasing by destroying keys (UU PDP 27/2022 articles 8 and 43 to 45): at one institution, which leaves the others, or
-- the whole account. What an institution must be able to show stays without content: that there was an application, its
-- number and its outcome. History and the audit record are never touched: they hold ids and codes, and what is sealed in
-- them opens no more.
create table erasures (
  id uuid constraint erasures__key primary key,
  number text not null constraint erasures__number_once unique,
  account_id uuid not null constraint erasures__account references accounts,
  institution_id uuid constraint erasures__institution references institutions,
  asked_at timestamptz not null default app_now(),
  due_at timestamptz not null default app_now() + interval '72 hours',
  undone_at timestamptz,
  void_at timestamptz,
  done_at timestamptz,
  blobs text[],
  constraint erasures__one_end check (num_nonnulls(undone_at, void_at, done_at) <= 1),
  constraint erasures__blobs_when_done check (blobs is null or done_at is not null)
);
create unique index erasures__one_at_a_time on erasures (account_id)
  where undone_at is null and void_at is null and done_at is null;
create index erasures__to_do on erasures (due_at) where undone_at is null and void_at is null and (done_at is null or blobs is not null);
comment on table erasures is 'What people asked to be erased: at one institution, or their whole account. The rows stay as the record of the requests.';
comment on column erasures.id is 'UUIDv7 made by the application.';
comment on column erasures.number is 'The number of the request, as H-7K3M9-QX2PA: random, easy to read aloud.';
comment on column erasures.account_id is 'Who asked.';
comment on column erasures.institution_id is 'At which institution; null for the whole account.';
comment on column erasures.asked_at is 'When.';
comment on column erasures.due_at is 'When it is done; until then its owner can take it back.';
comment on column erasures.undone_at is 'When its owner took it back.';
comment on column erasures.void_at is 'When it could not be done, since an application was in review again.';
comment on column erasures.done_at is 'When the keys were destroyed.';
comment on column erasures.blobs is 'Sealed files that are still to be removed from the blob store; null when none is left.';
alter table erasures enable row level security;
create policy erasures__web on erasures to daftar_web using (true) with check (true);
create policy erasures__worker on erasures to daftar_worker using (true) with check (true);
grant select, insert, update (undone_at) on erasures to daftar_web;
grant select, update (void_at, done_at, blobs) on erasures to daftar_worker;

alter table applications add column erased_at timestamptz;
comment on column applications.erased_at is 'When its content was erased; then it belongs to nobody, or to a closed account.';

-- Whether something of a person is being decided, at one institution or anywhere: it must be withdrawn first, since an
-- officer would decide on nothing.
create function is_in_review(person uuid, institution uuid) returns boolean
  language sql stable
  as $$
  select exists (select from applications a where a.account_id = person and (institution is null or a.institution_id = institution)
    and a.status in ('submitted', 'in_review', 'returned', 'decided', 'appealed'))
$$;
comment on function is_in_review(uuid, uuid) is 'Whether an application of the person is being decided, at this institution or (null) at any.';

create function erase_applications(person uuid, institution uuid, nobody uuid) returns text[]
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  ids uuid[];
  blobs text[];
begin
  select coalesce(array_agg(a.id), '{}') into ids from applications a
    where a.account_id = person and (institution is null or a.institution_id = institution);
  with ended as (
    update applications a set status = 'withdrawn', version = a.version + 1
    where a.id = any (ids) and a.status = 'draft' returning a.id, a.institution_id, a.round
  )
  insert into application_events (id, application_id, institution_id, kind, round, actor_id, actor_kind)
  select gen_random_uuid(), e.id, e.institution_id, 'withdrawn', e.round, person, 'applicant' from ended e;
  select coalesce(array_agg(b.blob), '{}') into blobs from (
    select d.original_blob as blob from documents d where d.application_id = any (ids)
    union all
    select p.blob from documents d join document_pages p on p.document_id = d.id where d.application_id = any (ids)
    union all
    select p.blob from uploads u join upload_pieces p on p.upload_id = u.id where u.application_id = any (ids)
  ) b;
  delete from upload_pieces p using uploads u where u.id = p.upload_id and u.application_id = any (ids);
  delete from uploads u where u.application_id = any (ids);
  delete from document_pages p using documents d where d.id = p.document_id and d.application_id = any (ids);
  update documents d set status = 'removed', removed_at = coalesce(d.removed_at, app_now()), name_sealed = '', sha256 = '',
    account_id = coalesce(nobody, d.account_id) where d.application_id = any (ids);
  delete from application_pages p where p.application_id = any (ids);
  delete from application_appeals p where p.application_id = any (ids);
  update application_verdicts v set note_sealed = null where v.application_id = any (ids);
  update source_checks c set next_at = null where c.application_id = any (ids);
  delete from notices n where n.application_id = any (ids);
  delete from number_proofs p where p.account_id = person and (institution is null or p.institution_id = institution);
  update consents c set account_id = nobody where nobody is not null and c.application_id = any (ids);
  update applications a set erased_at = app_now(), account_id = coalesce(nobody, a.account_id), once_key = null, marks = null,
    name_sealed = null, name_indexes = '{}', identity_index = null, identity_index_b = null, identity_sealed = null,
    projections = '{}', progress = '{}' where a.id = any (ids);
  delete from person_keys k where k.account_id = person and (institution is null or k.institution_id = institution);
  return blobs;
end
$$;
comment on function erase_applications(uuid, uuid, uuid) is 'Destroys a person''s key at an institution (null: at all) and the content of the applications there. With nobody, an account without a person, what stays of them is cut off from the account. Gives the names of blobs to remove.';
revoke execute on function erase_applications(uuid, uuid, uuid) from public;
grant execute on function erase_applications(uuid, uuid, uuid) to daftar_worker;

create function erase_account(person uuid, new_key_wrapped bytea) returns text[]
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  blobs text[];
  emptied text;
begin
  blobs := erase_applications(person, null, null);
  select blobs || coalesce(array_agg(b.blob), '{}') into blobs from (
    select d.original_blob as blob from documents d where d.account_id = person and d.application_id is null
    union all
    select p.blob from documents d join document_pages p on p.document_id = d.id
      where d.account_id = person and d.application_id is null
  ) b;
  delete from document_pages p using documents d
    where d.id = p.document_id and d.account_id = person and d.application_id is null;
  delete from documents d where d.account_id = person and d.application_id is null;
  delete from factor_codes c using sessions s where s.token_hash = c.session_hash and s.account_id = person;
  delete from reach_proofs p using sessions s where s.token_hash = p.session_hash and s.account_id = person;
  -- Also tables of later versions: what is not there yet is passed over.
  foreach emptied in array array['account_identifiers', 'account_factors', 'code_factors', 'account_tokens', 'passkeys',
    'recovery_codes', 'recoveries', 'remembered_devices', 'former_passwords', 'password_reminders', 'held_forms',
    'source_lookups', 'account_lookups', 'account_requests', 'address_moves', 'security_questions', 'security_facts',
    'notices', 'sessions']
  loop
    if to_regclass(emptied) is not null then
      execute format('delete from %I where account_id = $1', emptied) using person;
    end if;
  end loop;
  update accounts a set status = 'closed', password_hash = null, password_changed_at = null, name_sealed = null,
    words_sealed = null, cooling_until = null, key_wrapped = new_key_wrapped where a.id = person;
  return blobs;
end
$$;
comment on function erase_account(uuid, bytea) is 'Closes an account: destroys its key by putting another in its place that never sealed anything of the person, erases its applications, and removes its names, factors, sessions and letters. What stays is an id. Gives the names of blobs to remove.';
revoke execute on function erase_account(uuid, bytea) from public;
grant execute on function erase_account(uuid, bytea) to daftar_worker;

create function erase_copies(person uuid) returns text[]
  language sql security definer set search_path = public, pg_temp
  as $$
  with gone as (select c.id, c.blob from data_copies c where c.account_id = person and c.blob is not null for update),
    swept as (update data_copies c set blob = null, swept_at = app_now() from gone where gone.id = c.id),
    undone as (delete from data_copies c where c.account_id = person and c.ready_at is null)
  select coalesce(array_agg(gone.blob), '{}') from gone
$$;
comment on function erase_copies(uuid) is 'Forgets the copies of a person''s data, which hold what is being erased. Gives the names of blobs to remove.';
revoke execute on function erase_copies(uuid) from public;
grant execute on function erase_copies(uuid) to daftar_worker;

create function begin_nobody(id uuid, key_wrapped bytea) returns void
  language sql security definer set search_path = public, pg_temp
  as $$
  insert into accounts (id, status, key_wrapped) values (begin_nobody.id, 'closed', begin_nobody.key_wrapped)
$$;
comment on function begin_nobody(uuid, bytea) is 'An account without a person, to which what stays of erased applications belongs.';
revoke execute on function begin_nobody(uuid, bytea) from public;
grant execute on function begin_nobody(uuid, bytea) to daftar_worker;
