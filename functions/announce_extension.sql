create or replace function announce_extension(extension uuid, most integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  letters jsonb[];
begin
  with due as (
    select a.id, a.account_id, a.language, 'extended:' || e.id || ':' || a.id as name
    from program_extensions e
    join applications a on a.program_id = e.program_id and a.status = 'draft'
    where e.id = extension and (e.application_id is null or a.id = e.application_id)
      and not exists (select from notices n where n.once = 'extended:' || e.id || ':' || a.id)
      and (a.account_id, a.institution_id) not in (select r.account_id, r.institution_id from restrictions() r)
    limit most
  ), written as (
    insert into notices (id, account_id, application_id, kind, language, once)
      select fresh_id(), d.account_id, d.id, 'extended', d.language, d.name from due d
      on conflict (once) where once is not null do nothing
      returning id
  )
  select array_agg(jsonb_build_object('noticeId', w.id)) into letters from written w;
  perform enqueue_many('send-notice', letters, 10);
  return coalesce(cardinality(letters), 0);
end $$;
comment on function announce_extension(uuid, integer) is
  'Writes the letters about an extension to at most so many of those whom it concerns, each once; call it again until it gives 0.';
