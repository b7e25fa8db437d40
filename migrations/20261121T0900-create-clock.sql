-- The one clock of every decision. Tests move it for a whole database with
-- ALTER DATABASE … SET daftar.clock_offset = '3 days'.
create function app_now() returns timestamptz
  language sql stable parallel safe
  as $$ select now() + coalesce(nullif(current_setting('daftar.clock_offset', true), ''), '0')::interval $$;
comment on function app_now() is 'The time by which everything is decided: the transaction''s time, moved by daftar.clock_offset.';
