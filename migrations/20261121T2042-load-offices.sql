-- What is known of the offices of the civil registry beyond helpdesk/dukcapil.yaml: no open table of their addresses is
-- reliable, so whoever runs the platform loads one.
create table dukcapil_offices (
  code text constraint dukcapil_offices__key primary key
    constraint dukcapil_offices__code_form check (code ~ '^\d\d\.\d\d$'),
  office jsonb not null,
  loaded_at timestamptz not null default app_now()
);
comment on table dukcapil_offices is 'Offices of the civil registry as they were loaded; what is not said here is as helpdesk/dukcapil.yaml says.';
comment on column dukcapil_offices.code is 'The regency or city, as 32.73.';
comment on column dukcapil_offices.office is 'What is known of it: name, address, telephone and the like, by the keys of helpdesk/dukcapil.yaml.';
comment on column dukcapil_offices.loaded_at is 'When the line was loaded last.';
grant select on dukcapil_offices to daftar_web;
