create or replace function remind_drafts(kind text, ahead interval, next_ahead interval, most integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
declare
  letters jsonb[];
begin
  with due as (
    select a.id, a.account_id, a.language, r.name
    from programs p
    join applications a on a.program_id = p.id and a.status = 'draft'
    cross join lateral (select closes_at_of(p.closes_at, a.extended_until) as closes_at) c
    cross join lateral (select concat_ws(':', 'reminder', kind, extract(epoch from c.closes_at), a.id) as name) r
    where p.closes_at - ahead <= app_now() and c.closes_at - ahead <= app_now() and c.closes_at - next_ahead > app_now()
      and a.created_at <= c.closes_at - ahead
      and not exists (select from notices n where n.once = r.name)
      and (a.account_id, a.institution_id) not in (select x.account_id, x.institution_id from restrictions() x)
    limit most
  ), written as (
    insert into notices (id, account_id, application_id, kind, language, once)
      select fresh_id(), d.account_id, d.id, 'reminder', d.language, d.name from due d
      on conflict (once) where once is not null do nothing
      returning id
  )
  select array_agg(jsonb_build_object('noticeId', w.id)) into letters from written w;
  perform enqueue_many('send-notice', letters, 10);
  return coalesce(cardinality(letters), 0);
end $$;
comment on function remind_drafts(text, interval, interval, integer) is
  'Reminds at most so many people of a draft whose closing is nearer than `ahead` and not yet as near as `next_ahead`, each once per kind and closing; who began later than that is not reminded. Call it again until it gives 0.';
