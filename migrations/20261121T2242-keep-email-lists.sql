-- Which e-mail addresses an institution takes for personal, and which for an office's, is one matter of all its programs.
-- Rows are only added: an application goes by the lists under which it began, and by later ones where they let more in.
create table email_lists (
  id uuid constraint email_lists__key primary key,
  institution_id uuid not null constraint email_lists__institution references institutions,
  follows uuid,
  allow text[] not null,
  deny text[] not null,
  set_by uuid constraint email_lists__setter references accounts,
  set_at timestamptz not null default app_now(),
  constraint email_lists__of_institution unique (institution_id, id),
  constraint email_lists__follows foreign key (institution_id, follows) references email_lists (institution_id, id),
  constraint email_lists__one_after_another unique nulls not distinct (institution_id, follows),
  constraint email_lists__short check (cardinality(allow) <= 500 and cardinality(deny) <= 500),
  constraint email_lists__apart check (not allow && deny)
);
create index email_lists__latest on email_lists (institution_id, set_at, id);
comment on table email_lists is 'The e-mail domains that an institution takes for personal or for an office''s, beyond those that come with Daftar; the latest row holds, and earlier ones for what began under them.';
comment on column email_lists.id is 'UUIDv7 made by the application.';
comment on column email_lists.institution_id is 'Whose programs.';
comment on column email_lists.follows is 'The lists in whose place they came; null for the first. Of two that come in one place the second is refused.';
comment on column email_lists.allow is 'Domains taken for personal.';
comment on column email_lists.deny is 'Domains of offices, with all below them; they win over every other list.';
comment on column email_lists.set_by is 'By whom they were set; null for those that came with the demonstration.';
comment on column email_lists.set_at is 'From when on they hold.';
create trigger email_lists__append_only before update or delete on email_lists
  for each row execute function refuse_change();
alter table email_lists enable row level security;
create policy email_lists__web on email_lists to daftar_web using (true);
create policy email_lists__worker on email_lists to daftar_worker using (true);
create policy email_lists__staff on email_lists to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
grant select (id, institution_id, allow, deny, set_at) on email_lists to daftar_web, daftar_worker;
grant select, insert on email_lists to daftar_staff;
