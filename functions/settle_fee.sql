create or replace function settle_fee() returns trigger
  language plpgsql
  as $$
declare
  one payments;
  excess bigint;
  owed bigint;
  takes bigint;
  told boolean := false;
begin
  if new.status = old.status then
    if new.fee_due is not null then perform cancel_payments(new.id, new.fee_due - new.fee_paid, 'changed'); end if;
    return new;
  end if;

  if new.status in ('rejected', 'withdrawn', 'locked', 'expired') then
    perform cancel_payments(new.id, null, new.status);
    if new.fee_paid > 0 and exists (select from program_versions v
      where v.id = new.version_id and v.definition #> '{fee,refund,when}' ? new.status) then
      for one in select * from payments p where p.application_id = new.id and p.counted > 0 order by p.id for update loop
        perform owe_refund(one, one.paid_amount, one.counted, new.status);
        told := true;
      end loop;
    end if;
  elsif new.status = 'submitted' then
    perform cancel_payments(new.id, null, 'submitted');
    excess := new.fee_paid - new.fee_due;
    for one in select * from payments p where p.application_id = new.id and p.counted > 0 order by p.id desc for update loop
      exit when excess <= 0;
      perform owe_refund(one, one.refund + least(one.counted, excess), one.counted - least(one.counted, excess), 'changed');
      new.fee_paid := new.fee_paid - least(one.counted, excess);
      excess := excess - least(one.counted, excess);
      told := true;
    end loop;
  elsif old.status in ('locked', 'rejected', 'appealed') then
    -- It goes on after all: what was not given back yet counts again.
    for one in select * from payments p
      where p.application_id = new.id and p.counted > 0 and p.refund_reason in ('locked', 'rejected') and p.refund > p.refunded
      order by p.id for update
    loop
      update payments p set refund = back, status = case when back > p.refunded then 'refund_due' when p.refunded > 0 then 'refunded' else 'paid' end,
          refund_reason = case when back > p.refunded then 'too_much' else p.refund_reason end
        from (select greatest(credit_of(one.paid_amount, one.fee, one.tail) - one.counted, one.refunded) as back) b
        where p.id = one.id;
      perform note_payment(one.id, one.institution_id, 'refund_off', 'system', null, '{}');
    end loop;
    -- Nor does anybody pay again whose money came while it was closed: the bank may have had it in time.
    owed := owed_by(new, (select v.definition #>> '{fee,due}' from program_versions v where v.id = new.version_id));
    for one in select * from payments p
      where p.application_id = new.id and p.refund_reason = 'too_late' and p.refund > 0 and p.refunded = 0
      order by p.id for update
    loop
      takes := least(credit_of(one.paid_amount, one.fee, one.tail), coalesce(owed, one.paid_amount));
      continue when takes <= 0;
      update payments p set counted = takes, refund = back, refund_reason = case when back > 0 then 'too_much' else p.refund_reason end,
          status = case when back > 0 then 'refund_due' else 'paid' end
        from (select credit_of(one.paid_amount, one.fee, one.tail) - takes as back) b
        where p.id = one.id;
      perform note_payment(one.id, one.institution_id, 'refund_off', 'system', null, '{}');
      new.fee_paid := new.fee_paid + takes;
      owed := owed - takes;
    end loop;
    new.progress := with_fee(new.progress, new.fee_due, new.fee_paid);
    if new.status = 'draft' then new.complete := is_done(new.progress); end if;
  end if;

  if told then perform tell_of_fee(new, 'refund_due'); end if;
  return new;
end $$;
comment on function settle_fee() is 'Settles the money of an application whose status or fee changed: orders that are no use any more are cancelled, and what is to be given back by the program''s rule, or was paid too much, is marked.';
