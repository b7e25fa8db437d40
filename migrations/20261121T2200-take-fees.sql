-- Fees: what a program costs, the orders by which it is paid, and the money that came. Amounts are whole rupiah.
alter table applications add column fee_due bigint constraint applications__fee_not_negative check (fee_due >= 0);
alter table applications add column fee_paid bigint not null default 0;
comment on column applications.fee_due is 'What its program costs by the answers as they are, in whole rupiah; null where the program has no fee or the amount is not known yet.';
comment on column applications.fee_paid is 'What of the money that came counts towards the fee: the sum of payments.counted.';

create table payments (
  id uuid constraint payments__key primary key,
  institution_id uuid not null constraint payments__institution references institutions,
  program_id uuid not null constraint payments__program references programs,
  application_id uuid not null constraint payments__application references applications,
  follows uuid constraint payments__follows references payments,
  reference text not null constraint payments__reference_once unique,
  method text not null constraint payments__method_known check (method in ('transfer', 'gateway')),
  fee bigint not null constraint payments__fee_positive check (fee > 0),
  tail smallint not null default 0 constraint payments__tail_short check (tail between 0 and 999),
  amount bigint not null,
  status text not null default 'waiting' constraint payments__status_known
    check (status in ('waiting', 'paid', 'expired', 'cancelled', 'refund_due', 'refunded')),
  created_at timestamptz not null default app_now(),
  expires_at timestamptz not null,
  told_at timestamptz,
  told_sealed bytea,
  gateway_reference text,
  gateway_url text,
  transaction_id text,
  paid_amount bigint constraint payments__paid_positive check (paid_amount > 0),
  paid_at timestamptz,
  recorded_at timestamptz,
  decided_by uuid constraint payments__treasurer references accounts,
  counted bigint not null default 0 constraint payments__counted_not_negative check (counted >= 0),
  refund bigint not null default 0,
  refunded bigint not null default 0,
  refund_reason text constraint payments__refund_reason_known
    check (refund_reason in ('too_late', 'too_much', 'changed', 'rejected', 'withdrawn', 'locked', 'expired')),
  refund_at timestamptz,
  refunded_at timestamptz,
  constraint payments__amount_whole check (amount = fee + tail),
  constraint payments__arrived check (num_nulls(paid_amount, paid_at, recorded_at, transaction_id) in (0, 4)),
  constraint payments__open check (paid_amount is not null or status in ('waiting', 'expired', 'cancelled')),
  constraint payments__settled check (paid_amount is null or status in ('paid', 'refund_due', 'refunded')),
  constraint payments__within check (counted <= coalesce(paid_amount, 0) and refund between 0 and coalesce(paid_amount, 0)
    and refunded between 0 and refund),
  constraint payments__refund_explained check (refund = 0 or refund_reason is not null and refund_at is not null)
);
create unique index payments__one_open on payments (application_id) where status = 'waiting';
create unique index payments__amount_open on payments (institution_id, amount)
  where status = 'waiting' and method = 'transfer' and tail > 0;
create unique index payments__transaction_once on payments (institution_id, method, transaction_id)
  where transaction_id is not null;
create unique index payments__gateway_once on payments (gateway_reference) where gateway_reference is not null;
create index payments__of_application on payments (application_id, created_at);
create index payments__of_institution on payments (institution_id, status, created_at);
create index payments__due on payments (expires_at) where status = 'waiting';
comment on table payments is 'Orders to pay the fee of an application, each with the money that came for it; nothing here is ever deleted.';
comment on column payments.id is 'UUIDv7 made by the application.';
comment on column payments.institution_id is 'Who takes the money; for row-level security.';
comment on column payments.program_id is 'The program, for lists and figures.';
comment on column payments.application_id is 'For which application.';
comment on column payments.follows is 'The order on which this money came once more, where it had been paid already; null for an order.';
comment on column payments.reference is 'What the payer writes beside it, as B-7K3M9-QX2PA; never given again.';
comment on column payments.method is 'transfer (to the bank account of the institution) or gateway (by a payment service).';
comment on column payments.fee is 'What of the fee it is to pay: all, or the rest.';
comment on column payments.tail is 'What is added to a transfer so that its amount names this order; 0 where no amount was left, and by a gateway.';
comment on column payments.amount is 'What is to be paid: fee and tail.';
comment on column payments.status is 'waiting; paid; expired or cancelled without money; refund_due (all or part of what came is to be given back); refunded. Money that comes after expiry or cancelling is taken all the same.';
comment on column payments.created_at is 'When it was begun.';
comment on column payments.expires_at is 'Until when it stands; never longer than the closing and grace of a draft.';
comment on column payments.told_at is 'When the applicant said that they had paid.';
comment on column payments.told_sealed is 'What they said of it (bank, name, time), as JSON sealed with the person''s key, context payments|told|id.';
comment on column payments.gateway_reference is 'The name under which the gateway knows the order.';
comment on column payments.gateway_url is 'Where the gateway lets one pay.';
comment on column payments.transaction_id is 'The transaction of the gateway or the line of the statement by which the money came; taken once for each institution and method.';
comment on column payments.paid_amount is 'What came, whatever was ordered; null while nothing did.';
comment on column payments.paid_at is 'When it came, by the bank or the gateway.';
comment on column payments.recorded_at is 'When it was recorded here.';
comment on column payments.decided_by is 'The treasurer who recorded it; null where the gateway said so.';
comment on column payments.counted is 'What of it counts towards the fee.';
comment on column payments.refund is 'What of it is, or was, to be given back.';
comment on column payments.refunded is 'What of it was given back.';
comment on column payments.refund_reason is 'Why: too_late (nothing was to be paid any more), too_much, changed (an answer changed and the fee with it), or how the application ended.';
comment on column payments.refund_at is 'Since when it is to be given back.';
comment on column payments.refunded_at is 'When it was given back.';

create table payment_events (
  id uuid constraint payment_events__key primary key,
  payment_id uuid not null constraint payment_events__payment references payments,
  institution_id uuid not null,
  kind text not null constraint payment_events__kind_known
    check (kind in ('begun', 'told', 'paid', 'expired', 'cancelled', 'refund_due', 'refund_off', 'refunded')),
  origin text not null constraint payment_events__origin_known
    check (origin in ('applicant', 'gateway', 'treasurer', 'clock', 'system')),
  actor_id uuid,
  data jsonb not null default '{}',
  at timestamptz not null default app_now()
);
create index payment_events__history on payment_events (payment_id, at, id);
comment on table payment_events is 'The history of payments; rows are only added.';
comment on column payment_events.id is 'UUIDv7.';
comment on column payment_events.payment_id is 'The payment.';
comment on column payment_events.institution_id is 'For row-level security.';
comment on column payment_events.kind is 'What happened; refund_off: it is not to be given back after all, since the application goes on.';
comment on column payment_events.origin is 'Where it came from; system: from what became of the application.';
comment on column payment_events.actor_id is 'Who did it; null for gateway, clock and system.';
comment on column payment_events.data is 'Amounts and codes, never personal data.';
comment on column payment_events.at is 'When.';

do $$
declare
  guarded text;
begin
  foreach guarded in array array['payments', 'payment_events'] loop
    execute format('alter table %I enable row level security', guarded);
    execute format('create policy %I on %I to daftar_web using (true) with check (true)', guarded || '__web', guarded);
    execute format('create policy %I on %I to daftar_worker using (true) with check (true)', guarded || '__worker', guarded);
    execute format('create policy %I on %I to daftar_staff using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()))',
      guarded || '__staff', guarded);
    execute format('grant select, insert on %I to daftar_web, daftar_worker, daftar_staff', guarded);
  end loop;
end $$;
grant update on payments to daftar_web, daftar_worker, daftar_staff;
create trigger payments__kept before delete or update of id, institution_id, program_id, application_id, follows, reference,
    method, fee, tail, amount, created_at on payments
  for each row execute function refuse_change();
create trigger payment_events__append_only before update or delete on payment_events
  for each row execute function refuse_change();

create function note_payment(payment uuid, institution uuid, kind text, origin text, actor uuid, data jsonb) returns void
  language sql
  as $$
    insert into payment_events (id, payment_id, institution_id, kind, origin, actor_id, data)
      values (fresh_id(), payment, institution, kind, origin, actor, data)
  $$;
comment on function note_payment(uuid, uuid, text, text, uuid, jsonb) is 'Adds to the history of a payment.';

create function credit_of(arrived bigint, fee bigint, tail smallint) returns bigint
  language sql immutable parallel safe
  as $$ select arrived - least(tail, greatest(arrived - fee, 0)) $$;
comment on function credit_of(bigint, bigint, smallint) is 'What of money that came for an order may count towards a fee: all but the tail, which only names the order.';

create function owed_by(app applications, due text) returns bigint
  language sql immutable
  as $$
    select case
      when due = 'before_submission' and app.status in ('draft', 'returned')
        or due = 'after_acceptance' and app.status = 'accepted' then greatest(app.fee_due - app.fee_paid, 0)
      else 0 end
  $$;
comment on function owed_by(applications, text) is 'What is still to be paid for an application now, in whole rupiah; 0 while nothing may be paid, null while the amount is not known.';

create function with_fee(progress jsonb, due bigint, paid bigint) returns jsonb
  language sql immutable
  as $$
    select case
      when not progress ? 'fee' then progress
      when paid >= due then progress || '{"fee": "done"}'
      when exists (select from jsonb_each_text(progress - 'fee') s where s.value <> 'done') or due is null
        then progress || '{"fee": "blocked"}'
      else progress || '{"fee": "todo"}' end
  $$;
comment on function with_fee(jsonb, bigint, bigint) is 'Progress with the state of the fee, as the engine reckons it: done when paid, otherwise open once everything else is done.';

create function is_done(progress jsonb) returns boolean
  language sql immutable
  as $$ select not exists (select from jsonb_each_text(progress) s where s.value <> 'done') $$;
comment on function is_done(jsonb) is 'Whether every step of a progress is done.';

create function cancel_payments(application uuid, unless_fee bigint, reason text) returns void
  language plpgsql
  as $$
declare
  one record;
begin
  for one in
    update payments p set status = 'cancelled'
      where p.application_id = cancel_payments.application and p.status = 'waiting' and p.fee is distinct from unless_fee
      returning p.id, p.institution_id
  loop
    perform note_payment(one.id, one.institution_id, 'cancelled', 'system', null, jsonb_build_object('reason', reason));
  end loop;
end $$;
comment on function cancel_payments(uuid, bigint, text) is 'Cancels the open order of an application, unless it is still right.';

create function owe_refund(payment payments, back bigint, still_counts bigint, reason text) returns void
  language plpgsql
  as $$
begin
  update payments p set status = 'refund_due', refund = back, counted = still_counts, refund_reason = reason, refund_at = app_now()
    where p.id = payment.id;
  perform note_payment(payment.id, payment.institution_id, 'refund_due', 'system', null,
    jsonb_build_object('reason', reason, 'amount', back - payment.refunded));
end $$;
comment on function owe_refund(payments, bigint, bigint, text) is 'Makes money that came one that is to be given back, in all so much.';

-- What becomes of an application reaches its money, whoever caused it: withdrawing, closing, deciding or a changed answer.
create function settle_fee() returns trigger
  language plpgsql
  as $$
declare
  one payments;
  excess bigint;
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
      update payments p set refund = back, status = case when back > p.refunded then 'refund_due' when p.refunded > 0 then 'refunded' else 'paid' end
        from (select greatest(credit_of(one.paid_amount, one.fee, one.tail) - one.counted, one.refunded) as back) b
        where p.id = one.id;
      perform note_payment(one.id, one.institution_id, 'refund_off', 'system', null, '{}');
    end loop;
    new.progress := with_fee(new.progress, new.fee_due, new.fee_paid);
    if new.status = 'draft' then new.complete := is_done(new.progress); end if;
  end if;

  if told then perform tell_of_fee(new, 'refund_due'); end if;
  return new;
end $$;
comment on function settle_fee() is 'Settles the money of an application whose status or fee changed: orders that are no use any more are cancelled, and what is to be given back by the program''s rule, or was paid too much, is marked.';

create function tell_of_fee(app applications, letter text) returns void
  language plpgsql
  as $$
declare
  notice uuid := fresh_id();
begin
  insert into notices (id, account_id, application_id, kind, language)
    values (notice, app.account_id, app.id, letter, app.language);
  perform enqueue_quietly('send-notice', jsonb_build_object('noticeId', notice));
end $$;
comment on function tell_of_fee(applications, text) is 'Writes a letter about the fee of an application; what it says is read when it is sent.';

-- Programs without a fee pay nothing for it: the condition is asked before the function is called.
create trigger applications__settle_fee before update of status, fee_due on applications
  for each row when ((new.fee_due is not null or new.fee_paid > 0)
    and (new.status is distinct from old.status or new.fee_due is distinct from old.fee_due))
  execute function settle_fee();

create function begin_payment(
  order_id uuid, application uuid, account uuid, way text, new_reference text, stands_seconds integer
) returns table (outcome text, payment uuid)
  language plpgsql
  as $$
declare
  app applications;
  latest timestamptz;
  due text;
  owed bigint;
  open payments;
  tail_taken smallint := 0;
begin
  select a.* into app from applications a where a.id = application and a.account_id = account for update;
  if not found then return query select 'unknown', null::uuid; return; end if;
  select v.definition #>> '{fee,due}', case when app.status = 'draft' then last_call_of(p.closes_at, app.extended_until, p.grace_seconds) end
    into due, latest
    from program_versions v join programs p on p.id = v.program_id where v.id = app.version_id;
  owed := owed_by(app, due);
  if coalesce(owed, 0) = 0 or latest <= app_now() or app.progress ->> 'fee' = 'blocked' then
    return query select 'nothing', null::uuid; return;
  end if;

  select p.* into open from payments p where p.application_id = app.id and p.status = 'waiting';
  if open.method = way and open.fee = owed and open.expires_at > app_now() then
    return query select 'begun', open.id; return;
  end if;
  perform cancel_payments(app.id, null, 'another');

  if way = 'transfer' then
    -- One after the other in an institution, so that no two choose the same amount. Amounts of orders that ended lately
    -- are passed over while there are others: their money may still be on its way.
    perform pg_advisory_xact_lock(hashtextextended('transfer ' || app.institution_id, 0));
    select n into tail_taken from generate_series(1, 999) n
      where not exists (select from payments p where p.institution_id = app.institution_id and p.amount = owed + n
        and p.status = 'waiting' and p.method = 'transfer')
      order by exists (select from payments p where p.institution_id = app.institution_id and p.amount = owed + n
        and p.method = 'transfer' and p.expires_at > app_now() - interval '14 days'), random() limit 1;
    tail_taken := coalesce(tail_taken, 0);
  end if;
  insert into payments (id, institution_id, program_id, application_id, reference, method, fee, tail, amount, expires_at)
    values (order_id, app.institution_id, app.program_id, app.id, new_reference, way, owed, tail_taken, owed + tail_taken,
      least(app_now() + stands_seconds * interval '1 second', latest));
  perform note_payment(order_id, app.institution_id, 'begun', 'applicant', account, jsonb_build_object('amount', owed + tail_taken));
  insert into audit_records (id, actor_id, actor_kind, action, institution_id, subject_kind, subject_id, data)
    values (fresh_id(), account, 'applicant', 'payment.begin', app.institution_id, 'application', app.id,
      jsonb_build_object('payment', order_id, 'amount', owed + tail_taken));
  return query select 'begun', order_id;
end $$;
comment on function begin_payment(uuid, uuid, uuid, text, text, integer) is
  'Begins an order for what is still to be paid, or gives the open one that is still right. outcome: begun; nothing (nothing is to be paid now); unknown.';

create function record_payment(
  order_id uuid, arrived bigint, transaction_name text, arrived_at timestamptz, origin text, actor uuid,
  again_id uuid, again_reference text
) returns table (outcome text, payment uuid, application uuid, account uuid, counts bigint, back bigint, rest bigint)
  language plpgsql
  as $$
declare
  asked payments;
  app applications;
  known payments;
  owed bigint;
  credit bigint;
  takes bigint;
  gives bigint;
  why text;
begin
  select p.* into asked from payments p where p.id = order_id;
  if not found then return query select 'unknown', null::uuid, null::uuid, null::uuid, 0::bigint, 0::bigint, 0::bigint; return; end if;
  -- Whoever changes money of an application holds the application first.
  select a.* into app from applications a where a.id = asked.application_id for update;
  select p.* into known from payments p
    where p.institution_id = asked.institution_id and p.method = asked.method and p.transaction_id = transaction_name;
  if found then
    return query select 'already', known.id, known.application_id, app.account_id, known.counted, known.refund, 0::bigint;
    return;
  end if;
  select p.* into asked from payments p where p.id = order_id for update;
  owed := owed_by(app, (select v.definition #>> '{fee,due}' from program_versions v where v.id = app.version_id));
  credit := credit_of(arrived, asked.fee, asked.tail);
  takes := least(credit, coalesce(owed, credit));
  gives := case when takes = 0 then arrived else credit - takes end;
  why := case when takes = 0 and coalesce(app.fee_paid, 0) = 0 then 'too_late' else 'too_much' end;

  if asked.paid_amount is not null then
    insert into payments (id, institution_id, program_id, application_id, follows, reference, method, fee, tail, amount, status, expires_at)
      values (again_id, asked.institution_id, asked.program_id, asked.application_id, asked.id, again_reference, asked.method,
        asked.fee, asked.tail, asked.amount, 'cancelled', asked.expires_at);
    asked.id := again_id;
  end if;
  update payments p
    set status = case when gives > 0 then 'refund_due' else 'paid' end, transaction_id = transaction_name,
      paid_amount = arrived, paid_at = arrived_at, recorded_at = app_now(), decided_by = actor, counted = takes,
      refund = gives, refund_reason = case when gives > 0 then why end, refund_at = case when gives > 0 then app_now() end
    where p.id = asked.id;
  perform note_payment(asked.id, asked.institution_id, 'paid', origin, actor,
    jsonb_build_object('amount', arrived, 'counted', takes, 'refund', gives));
  if gives > 0 then
    perform note_payment(asked.id, asked.institution_id, 'refund_due', 'system', null, jsonb_build_object('reason', why, 'amount', gives));
  end if;
  update applications a
    set fee_paid = a.fee_paid + takes, version = a.version + 1, progress = with_fee(a.progress, a.fee_due, a.fee_paid + takes),
      complete = case when a.progress ? 'fee' then is_done(with_fee(a.progress, a.fee_due, a.fee_paid + takes)) else a.complete end
    where a.id = app.id
    returning * into app;
  perform cancel_payments(app.id, app.fee_due - app.fee_paid, 'paid');
  insert into audit_records (id, actor_id, actor_kind, action, institution_id, subject_kind, subject_id, data)
    values (fresh_id(), actor, case when actor is null then 'system' else 'staff' end, 'payment.record', asked.institution_id,
      'application', app.id, jsonb_build_object('payment', asked.id, 'amount', arrived, 'counted', takes, 'refund', gives, 'origin', origin));
  return query select 'recorded', asked.id, app.id, app.account_id, takes, gives, greatest(coalesce(owed, 0) - takes, 0);
end $$;
comment on function record_payment(uuid, bigint, text, timestamptz, text, uuid, uuid, text) is
  'Records money that came for an order, the same transaction once. What is still to be paid counts; what is not is to be given back. Money that comes once more on a paid order becomes a payment of its own. outcome: recorded; already; unknown.';

create function refund_payment(order_id uuid, actor uuid) returns boolean
  language plpgsql
  as $$
declare
  one payments;
  less bigint;
begin
  perform from applications a where a.id = (select p.application_id from payments p where p.id = order_id) for update;
  select p.* into one from payments p where p.id = order_id and p.status = 'refund_due' for update;
  if not found then return false; end if;
  -- What was given back wholly pays for nothing any more.
  less := case when one.refund = one.paid_amount then one.counted else 0 end;
  update payments p set status = 'refunded', refunded = p.refund, refunded_at = app_now(), counted = p.counted - less where p.id = one.id;
  update applications a
    set fee_paid = a.fee_paid - less, version = a.version + 1, progress = with_fee(a.progress, a.fee_due, a.fee_paid - less),
      complete = case when a.progress ? 'fee' then is_done(with_fee(a.progress, a.fee_due, a.fee_paid - less)) else a.complete end
    where a.id = one.application_id;
  perform note_payment(one.id, one.institution_id, 'refunded', 'treasurer', actor, jsonb_build_object('amount', one.refund - one.refunded));
  insert into audit_records (id, actor_id, actor_kind, action, institution_id, subject_kind, subject_id, data)
    values (fresh_id(), actor, 'staff', 'payment.refund', one.institution_id, 'application', one.application_id,
      jsonb_build_object('payment', one.id, 'amount', one.refund - one.refunded));
  return true;
end $$;
comment on function refund_payment(uuid, uuid) is 'Notes that what was to be given back of a payment was given back, with event and audit record; false when nothing is.';

create function expire_payments(most integer) returns integer
  language plpgsql
  as $$
declare
  one record;
  ended integer := 0;
begin
  for one in
    select p.id, p.institution_id, a as app
      from payments p join applications a on a.id = p.application_id
      where p.status = 'waiting' and p.expires_at <= app_now()
      order by p.expires_at limit most for update of p skip locked
  loop
    update payments p set status = 'expired' where p.id = one.id;
    perform note_payment(one.id, one.institution_id, 'expired', 'clock', null, '{}');
    perform tell_of_fee(one.app, 'payment_expired');
    ended := ended + 1;
  end loop;
  return ended;
end $$;
comment on function expire_payments(integer) is 'Ends at most so many orders whose time is over, and tells the applicants; gives how many.';
do $$
declare
  one text;
begin
  foreach one in array array['begin_payment(uuid, uuid, uuid, text, text, integer)',
    'record_payment(uuid, bigint, text, timestamptz, text, uuid, uuid, text)', 'refund_payment(uuid, uuid)', 'expire_payments(integer)'] loop
    execute format('revoke all on function %s from public', one);
  end loop;
end $$;
grant execute on function begin_payment(uuid, uuid, uuid, text, text, integer) to daftar_web;
grant execute on function record_payment(uuid, bigint, text, timestamptz, text, uuid, uuid, text) to daftar_web, daftar_worker, daftar_staff;
grant execute on function refund_payment(uuid, uuid) to daftar_staff;
grant execute on function expire_payments(integer) to daftar_worker;
