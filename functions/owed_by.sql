create or replace function owed_by(app applications, due text) returns bigint
  language sql immutable
  as $$
    select case
      when due = 'before_submission' and app.status in ('draft', 'returned')
        or due = 'after_acceptance' and app.status = 'accepted'
        -- greatest() passes over null, and an amount that is not known yet is not nothing.
        then case when app.fee_due is not null then greatest(app.fee_due - app.fee_paid, 0) end
      else 0 end
  $$;
comment on function owed_by(applications, text) is 'What is still to be paid for an application now, in whole rupiah; 0 while nothing may be paid, null while the amount is not known.';
