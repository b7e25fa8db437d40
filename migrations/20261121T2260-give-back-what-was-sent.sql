-- A treasurer who proposed a refund has sent the money. What becomes of the application until the second person confirms it
-- – it is reopened, or more is owed – changes what is due, never what was sent: that much is noted as given back.
-- functions/owed_by.sql: greatest() gave 0 for an amount that is not known, so that money for a draft whose answers did not
-- say the fee was sent back instead of counted. functions/expire_payments.sql: it held an order and waited for the
-- application, crosswise to the closing and to money that came at that moment.
drop function refund_payment(uuid, uuid);
create function refund_payment(order_id uuid, sent bigint, actor uuid) returns boolean
  language plpgsql
  as $$
declare
  one payments;
  back bigint;
  less bigint;
begin
  perform from applications a where a.id = (select p.application_id from payments p where p.id = order_id) for update;
  select p.* into one from payments p where p.id = order_id for update;
  back := one.refunded + sent;
  if not found or sent <= 0 or one.refund_at is null or back > one.paid_amount then return false; end if;
  -- What was given back pays for nothing any more.
  less := greatest(one.counted - (one.paid_amount - back), 0);
  update payments p
    set refunded = back, refund = greatest(p.refund, back), counted = p.counted - less, refunded_at = app_now(),
      status = case when p.refund > back then 'refund_due' else 'refunded' end
    where p.id = one.id;
  update applications a
    set fee_paid = a.fee_paid - less, version = a.version + 1, progress = with_fee(a.progress, a.fee_due, a.fee_paid - less),
      complete = case when a.progress ? 'fee' then is_done(with_fee(a.progress, a.fee_due, a.fee_paid - less)) else a.complete end
    where a.id = one.application_id;
  perform note_payment(one.id, one.institution_id, 'refunded', 'treasurer', actor, jsonb_build_object('amount', sent));
  insert into audit_records (id, actor_id, actor_kind, action, institution_id, subject_kind, subject_id, data)
    values (fresh_id(), actor, 'staff', 'payment.refund', one.institution_id, 'application', one.application_id,
      jsonb_build_object('payment', one.id, 'amount', sent));
  return true;
end $$;
comment on function refund_payment(uuid, bigint, uuid) is 'Notes that so much of a payment was given back, with event and audit record, and what of it pays for nothing any more; false where none of it ever was to be given back, or less came.';
revoke all on function refund_payment(uuid, bigint, uuid) from public;
grant execute on function refund_payment(uuid, bigint, uuid) to daftar_staff;
comment on column refund_proposals.amount is 'How much was sent, in whole rupiah; it stays that much, whatever is owed by then.';
comment on column gateway_asks.ask_at is 'When it is asked next; infinity for an order that ended unpaid, until the gateway tells of it.';
-- The amounts in use are looked for with each order begun.
create index payments__of_amount on payments (institution_id, amount) where method = 'transfer';
