-- A notification of a gateway may be lost, late or forged: what it says is asked for, and orders nobody told of are asked
-- for by the clock.
create table gateway_asks (
  payment_id uuid constraint gateway_asks__key primary key constraint gateway_asks__payment references payments,
  asks integer not null default 0,
  asked_at timestamptz,
  ask_at timestamptz not null
);
create index gateway_asks__due on gateway_asks (ask_at);
comment on table gateway_asks is 'Orders begun at a payment gateway whose end is not known yet, and when it is asked for next.';
comment on column gateway_asks.payment_id is 'The order.';
comment on column gateway_asks.asks is 'How often the gateway was asked; the pauses grow with it.';
comment on column gateway_asks.asked_at is 'When it was asked last.';
comment on column gateway_asks.ask_at is 'When it is asked next.';
grant select, insert, update on gateway_asks to daftar_web;
grant select, update, delete on gateway_asks to daftar_worker;
