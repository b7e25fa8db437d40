-- What institutions ask of their own staff's passwords beyond the rules of the platform. Rotation and kinds of
-- characters go against NIST SP 800-63B-4 and ASVS 5.0; they are here because BSSN 4/2021 art. 27(1)c lets an
-- institution set them, they are off until somebody turns them on, and a public page names who did.
create table staff_password_rules (
  institution_id uuid constraint staff_password_rules__key primary key
    constraint staff_password_rules__institution references institutions,
  least integer not null constraint staff_password_rules__least_known check (least between 12 and 64),
  kinds integer not null default 1 constraint staff_password_rules__kinds_known check (kinds between 1 and 4),
  reason text not null constraint staff_password_rules__reason_given check (reason <> ''),
  set_by uuid not null constraint staff_password_rules__setter references accounts,
  set_at timestamptz not null default app_now()
);
comment on table staff_password_rules is 'What new passwords of an institution''s staff must be, where it asks for more than the platform; earlier rules stand in the audit record.';
comment on column staff_password_rules.institution_id is 'Whose staff.';
comment on column staff_password_rules.least is 'Fewest characters; never below what the platform asks beside a second factor.';
comment on column staff_password_rules.kinds is 'Fewest kinds of characters out of four; 1 is no rule. More is a deviation from ASVS V6.2.5.';
comment on column staff_password_rules.reason is 'Why, in the words of the administrator; never about a person.';
comment on column staff_password_rules.set_by is 'By whom.';
comment on column staff_password_rules.set_at is 'When.';

create table password_rotations (
  id uuid constraint password_rotations__key primary key,
  institution_id uuid not null constraint password_rotations__institution references institutions,
  role text not null constraint password_rotations__role_known check (role in ('officer', 'reviewer', 'examiner',
    'secretariat', 'agent', 'treasurer', 'institution_admin', 'auditor', 'data_protection_officer')),
  max_days integer not null constraint password_rotations__days_known check (max_days between 90 and 365),
  rule text not null constraint password_rotations__rule_given check (rule <> ''),
  reason text not null constraint password_rotations__reason_given check (reason <> ''),
  set_by uuid not null constraint password_rotations__setter references accounts,
  set_at timestamptz not null default app_now(),
  end_asked_by uuid constraint password_rotations__asker references accounts,
  end_asked_at timestamptz,
  end_reason text,
  ended_by uuid constraint password_rotations__ender references accounts,
  ended_at timestamptz,
  replaced boolean not null default false,
  constraint password_rotations__asked_whole
    check ((end_asked_by is null) = (end_asked_at is null) and (end_asked_by is null) = (end_reason is null)),
  constraint password_rotations__ended_whole check ((ended_by is null) = (ended_at is null)),
  constraint password_rotations__ended_by_two
    check (ended_at is null or replaced or (end_asked_by is not null and end_asked_by <> ended_by))
);
create unique index password_rotations__one_in_force on password_rotations (institution_id, role) where ended_at is null;
comment on table password_rotations is 'Rules by which passwords of a role expire in an institution. Off unless there is a row that has not ended; rows stay as history.';
comment on column password_rotations.id is 'UUIDv7 made by the application.';
comment on column password_rotations.institution_id is 'Whose staff.';
comment on column password_rotations.role is 'Of which role.';
comment on column password_rotations.max_days is 'Oldest age of a password in days.';
comment on column password_rotations.rule is 'The regulation that the institution names for it.';
comment on column password_rotations.reason is 'Why, in the words of the administrator; never about a person.';
comment on column password_rotations.set_by is 'Who turned it on.';
comment on column password_rotations.set_at is 'When; nobody''s password expires sooner than 14 days afterwards.';
comment on column password_rotations.end_asked_by is 'Who asked to turn it off; somebody else must agree.';
comment on column password_rotations.end_asked_at is 'When that was asked.';
comment on column password_rotations.end_reason is 'Why it should be turned off.';
comment on column password_rotations.ended_by is 'Who agreed, or who replaced it by another age.';
comment on column password_rotations.ended_at is 'Since when it no longer holds.';
comment on column password_rotations.replaced is 'Whether another age for the same role took its place.';

create table password_reminders (
  account_id uuid not null constraint password_reminders__account references accounts,
  due_at timestamptz not null,
  days integer not null constraint password_reminders__days_known check (days in (14, 7, 1)),
  sent_at timestamptz not null default app_now(),
  constraint password_reminders__key primary key (account_id, due_at, days)
);
comment on table password_reminders is 'Letters that said that a password will expire, so that each goes out once.';
comment on column password_reminders.account_id is 'Whose password.';
comment on column password_reminders.due_at is 'When it expires.';
comment on column password_reminders.days is 'So many days before: 14, 7 or 1.';
comment on column password_reminders.sent_at is 'When the letter was put into the queue.';

alter table sessions add column owes_password boolean not null default false;
comment on column sessions.owes_password is 'Whether it began with a password that had expired: then it opens only the page that changes it, for as long as it is expired.';

create function password_due(account uuid) returns timestamptz
  language sql stable parallel safe
  as $$
    select min(greatest(a.password_changed_at + make_interval(days => o.max_days),
        o.set_at + interval '14 days', r.granted_at + interval '14 days'))
      from accounts a
      join staff_roles r on r.account_id = a.id
      join password_rotations o on o.institution_id = r.institution_id and o.role = r.role and o.ended_at is null
      where a.id = account and a.status = 'active' and a.password_hash is not null
  $$;
comment on function password_due(uuid) is
  'When the password of an account expires by the strictest rule of its roles; null when no rule concerns it. Never within 14 days of the rule or the role, so that the notices come first.';

create function closing_is_near(account uuid) returns boolean
  language sql stable parallel safe
  as $$
    select exists (
        select from staff_roles r join programs p on p.institution_id = r.institution_id
          where r.account_id = account
            and app_now() >= p.closes_at - interval '7 days'
            and app_now() < last_call_of(p.closes_at, null, p.grace_seconds) + interval '1 day')
      or exists (
        select from staff_roles r
          join program_extensions e on e.institution_id = r.institution_id and e.application_id is not null
          where r.account_id = account
            and app_now() >= e.closes_at - interval '7 days' and app_now() < e.closes_at + interval '1 day')
      or exists (
        select from applications a join programs p on p.id = a.program_id
          where a.account_id = account
            and app_now() >= closes_at_of(p.closes_at, a.extended_until) - interval '7 days'
            and app_now() < last_call_of(p.closes_at, a.extended_until, p.grace_seconds) + interval '1 day')
  $$;
comment on function closing_is_near(uuid) is
  'Whether it is from 7 days before to 1 day after a closing that concerns the account: of a program of an institution where it has a role, or of its own application.';

create function password_overdue(account uuid) returns boolean
  language sql stable parallel safe
  as $$ select coalesce(password_due(account) <= app_now() and not closing_is_near(account), false) $$;
comment on function password_overdue(uuid) is 'Whether the account must change its password before it goes on; never near a closing.';

alter table staff_password_rules enable row level security;
alter table password_rotations enable row level security;
create policy staff_password_rules__web on staff_password_rules to daftar_web using (true);
create policy password_rotations__web on password_rotations to daftar_web using (true);
create policy password_rotations__worker on password_rotations to daftar_worker using (true);
create policy staff_password_rules__staff on staff_password_rules to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
create policy password_rotations__staff on password_rotations to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));

grant select on staff_password_rules to daftar_web, daftar_staff;
grant insert, update on staff_password_rules to daftar_staff;
grant select on password_rotations to daftar_web, daftar_worker, daftar_staff;
grant insert on password_rotations to daftar_staff;
grant update (end_asked_by, end_asked_at, end_reason, ended_by, ended_at, replaced) on password_rotations to daftar_staff;
grant select on staff_roles to daftar_worker;
grant select, insert on password_reminders to daftar_worker;
