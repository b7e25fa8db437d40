-- Where a program wants a personal e-mail address, officers look at those whose domain is on no list. Only that judgement
-- stands in plain, never the domain: a domain of one's own is a name.
alter table applications add column unknown_address boolean not null default false;
comment on column applications.unknown_address is 'Whether an e-mail address that the program wants to be personal is of a domain that is neither known as personal nor as an office''s, as the engine reckoned it at the last save.';
