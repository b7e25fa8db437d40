-- An administrator who set the rule anew every 14 days put off every expiry for ever: each new row brought 14 days of its own.
create or replace function password_due(account uuid) returns timestamptz
  language sql stable parallel safe
  as $$
    select min(greatest(a.password_changed_at + make_interval(days => o.max_days), r.granted_at + interval '14 days',
        (select min(greatest(a.password_changed_at + make_interval(days => e.max_days), e.set_at + interval '14 days'))
          from password_rotations e
          where e.institution_id = o.institution_id and e.role = o.role
            and (e.id = o.id or (e.replaced and e.ended_at >= o.set_at - interval '14 days')))))
      from accounts a
      join staff_roles r on r.account_id = a.id
      join password_rotations o on o.institution_id = r.institution_id and o.role = r.role and o.ended_at is null
      where a.id = account and a.status = 'active' and a.password_hash is not null
  $$;
comment on function password_due(uuid) is
  'When the password of an account expires by the strictest rule of its roles; null when no rule concerns it. Never within 14 days of the rule or the role, so that the notices come first; a rule that takes the place of another within 14 days puts off nothing that the other one had announced.';
