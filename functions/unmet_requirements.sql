create or replace function unmet_requirements(version uuid, account uuid) returns setof uuid
  language sql stable
  as $$
    select r.program_id from program_requirements r
    where r.version_id = unmet_requirements.version and not exists (
      select from applications a
      where a.account_id = unmet_requirements.account and a.program_id = r.program_id
        and (a.status = 'accepted' or r.state = 'submitted' and a.status in ('submitted', 'in_review', 'returned', 'decided')))
      and not exists (
        select from members m where m.account_id = unmet_requirements.account and m.program_id = r.program_id)
  $$;
comment on function unmet_requirements(uuid, uuid) is
  'The programs that a version of a program demands and that an account has not come far enough in, nor has a number of from before.';
