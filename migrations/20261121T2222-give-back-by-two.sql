-- Money goes back by two: a treasurer says that it was sent, and somebody else who looked confirms it.
create table refund_proposals (
  payment_id uuid constraint refund_proposals__key primary key constraint refund_proposals__payment references payments,
  institution_id uuid not null,
  amount bigint not null constraint refund_proposals__amount_positive check (amount > 0),
  transfer_reference text not null constraint refund_proposals__reference_short check (length(transfer_reference) between 1 and 60),
  proposed_by uuid not null constraint refund_proposals__treasurer references accounts,
  proposed_at timestamptz not null default app_now()
);
comment on table refund_proposals is 'What a treasurer says to have given back, until a second person confirms or denies it.';
comment on column refund_proposals.payment_id is 'The payment of which it is given back.';
comment on column refund_proposals.institution_id is 'For row-level security.';
comment on column refund_proposals.amount is 'How much, in whole rupiah; when the payment owes another amount by then, the proposal is void.';
comment on column refund_proposals.transfer_reference is 'What the bank calls the transfer.';
comment on column refund_proposals.proposed_by is 'The treasurer, who cannot confirm it.';
comment on column refund_proposals.proposed_at is 'When.';
alter table refund_proposals enable row level security;
create policy refund_proposals__staff on refund_proposals to daftar_staff
  using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()));
grant select, insert, delete on refund_proposals to daftar_staff;
