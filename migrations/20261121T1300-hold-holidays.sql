-- Working days are what decisions are promised in, so the days off must be known. Only feasts with a
-- fixed date stand here: the movable ones follow the moon and a joint ministerial decree of each year.
create table holidays (
  day date not null,
  name text not null,
  constraint holidays__key primary key (day)
);
comment on table holidays is 'National holidays on which no working day is counted. Kept up by the operator each year, from the joint ministerial decree (SKB 3 Menteri).';
comment on column holidays.day is 'The day, by the calendar of every institution''s own zone.';
comment on column holidays.name is 'What is kept on that day, in Indonesian.';

insert into holidays (day, name)
  select make_date(year, month, day), name
  from generate_series(2026, 2027) as year,
    (values (1, 1, 'Tahun Baru Masehi'), (5, 1, 'Hari Buruh Internasional'), (6, 1, 'Hari Lahir Pancasila'),
      (8, 17, 'Hari Kemerdekaan'), (12, 25, 'Hari Raya Natal')) as fixed (month, day, name);

grant select on holidays to daftar_web, daftar_worker, daftar_staff;
