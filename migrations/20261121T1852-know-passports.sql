-- Foreigners have no NIK: their passport is what the platform knows them by. It is no name to log in with.
alter table account_identifiers drop constraint account_identifiers__kind_known;
alter table account_identifiers add constraint account_identifiers__kind_known
  check (kind in ('email', 'nik', 'phone', 'number', 'passport'));
comment on column account_identifiers.kind is
  'email, nik, phone, number (registration number) or passport (country of ISO 3166-1 and number, as GB:123456789).';
