alter table sessions
  add column id uuid not null default gen_random_uuid(),
  add column visitor_sealed bytea,
  add column failed_before integer not null default 0,
  add constraint sessions__named_once unique (id);
comment on column sessions.id is 'Names the session on the page where its owner ends it; lets nobody in.';
comment on column sessions.visitor_sealed is 'Browser and network address of the login as JSON, sealed with the account key, context sessions|visitor|account; null where nobody logged in by a browser.';
comment on column sessions.failed_before is 'Wrong passwords that were tried between this login and the one before it.';
create index sessions__history on sessions (account_id, created_at desc);

grant select, delete on sessions, account_tokens to daftar_worker;
