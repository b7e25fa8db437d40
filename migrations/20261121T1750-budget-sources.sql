-- How many questions went to a source that answers over HTTP, because authorities count them by the day; and the right
-- of applicants to read what came of their own comparison.
create table source_budgets (
  source text not null,
  day date not null,
  used integer not null constraint source_budgets__used_positive check (used > 0),
  constraint source_budgets__key primary key (source, day)
);
comment on table source_budgets is 'Questions asked of a source on a day, each try counted, so that all workers together keep its daily budget.';
comment on column source_budgets.source is 'The source, as the program file names it.';
comment on column source_budgets.day is 'The day in western Indonesian time, on which budgets begin anew.';
comment on column source_budgets.used is 'How many were asked.';
grant select, insert, update on source_budgets to daftar_worker;

create policy source_checks__web on source_checks for select to daftar_web using (true);
grant select (application_id, round, source, outcome, facts, checked_at, next_at) on source_checks to daftar_web;
