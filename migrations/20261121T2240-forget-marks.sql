-- The mark by which a browser shows that it was there before says how often its account had forgotten its browsers by
-- then. A new password, and signing out everywhere else, forget them: whoever took a marked browser has no tries of
-- their own any more, and a login by it is told by letter.
alter table accounts add column marks_epoch integer not null default 0;
comment on column accounts.marks_epoch is 'How often the account has forgotten the browsers that were there before; a mark with another number is a stranger''s.';

-- It asks for the epoch as well now: functions/find_to_log_in.sql.
drop function find_to_log_in(text, bytea, uuid[], text[], bigint, bigint);
