-- Statements of the bank, compared with the orders that wait. Of a line no words are kept: they name payers.
create table statements (
  id uuid constraint statements__key primary key,
  institution_id uuid not null constraint statements__institution references institutions,
  file_hash bytea not null,
  uploaded_by uuid not null constraint statements__treasurer references accounts,
  uploaded_at timestamptz not null default app_now(),
  bad_lines integer not null,
  debits integer not null,
  constraint statements__once unique (institution_id, file_hash)
);
comment on table statements is 'Statements of the bank that treasurers uploaded.';
comment on column statements.id is 'UUIDv7 made by the application.';
comment on column statements.institution_id is 'Whose account it is; for row-level security.';
comment on column statements.file_hash is 'SHA-256 of the file: the same is taken once.';
comment on column statements.uploaded_by is 'The treasurer.';
comment on column statements.uploaded_at is 'When.';
comment on column statements.bad_lines is 'How many lines could not be read.';
comment on column statements.debits is 'How many lines were of money that went out.';

create table statement_lines (
  statement_id uuid constraint statement_lines__statement references statements,
  line integer,
  institution_id uuid not null,
  day date not null,
  amount bigint not null constraint statement_lines__amount_positive check (amount > 0),
  transaction_id text not null,
  outcome text not null constraint statement_lines__outcome_known
    check (outcome in ('match', 'recorded', 'already', 'known', 'doubled', 'other_amount', 'ambiguous', 'unknown')),
  payment_id uuid constraint statement_lines__payment references payments,
  constraint statement_lines__key primary key (statement_id, line)
);
comment on table statement_lines is 'Money that came by a statement, and the order that it pays.';
comment on column statement_lines.statement_id is 'The statement.';
comment on column statement_lines.line is 'Line of the file, from 1.';
comment on column statement_lines.institution_id is 'For row-level security.';
comment on column statement_lines.day is 'Day of the calendar, as the bank writes it.';
comment on column statement_lines.amount is 'Whole rupiah.';
comment on column statement_lines.transaction_id is 'A digest of the line, which names it also in another file.';
comment on column statement_lines.outcome is 'match (can be recorded), recorded, already (by another statement), known (a treasurer recorded it by hand), doubled (its order has money already), other_amount (its order asks another amount), ambiguous (several orders of this amount), unknown.';
comment on column statement_lines.payment_id is 'The order, where one is named.';

do $$
declare
  guarded text;
begin
  foreach guarded in array array['statements', 'statement_lines'] loop
    execute format('alter table %I enable row level security', guarded);
    execute format('create policy %I on %I to daftar_staff using (institution_id = any (staff_institutions())) with check (institution_id = any (staff_institutions()))',
      guarded || '__staff', guarded);
    execute format('grant select, insert on %I to daftar_staff', guarded);
  end loop;
end $$;
grant update (outcome) on statement_lines to daftar_staff;
