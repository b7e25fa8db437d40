-- The movable feasts and the collective leave of 2026, by the joint decree of three ministers (SKB 3 Menteri 1497/2025,
-- 2/2025 and 5/2025). Of 2027 only what is reckoned from Easter is certain before its decree.
insert into holidays (day, name) values
  ('2026-01-16', 'Isra Mikraj'),
  ('2026-02-16', 'Cuti bersama Tahun Baru Imlek'),
  ('2026-02-17', 'Tahun Baru Imlek 2577'),
  ('2026-03-18', 'Cuti bersama Nyepi'),
  ('2026-03-19', 'Hari Suci Nyepi, Tahun Baru Saka 1948'),
  ('2026-03-20', 'Cuti bersama Idulfitri'),
  ('2026-03-21', 'Idulfitri 1447 H'),
  ('2026-03-22', 'Idulfitri 1447 H'),
  ('2026-03-23', 'Cuti bersama Idulfitri'),
  ('2026-03-24', 'Cuti bersama Idulfitri'),
  ('2026-04-03', 'Wafat Yesus Kristus'),
  ('2026-04-05', 'Kebangkitan Yesus Kristus (Paskah)'),
  ('2026-05-14', 'Kenaikan Yesus Kristus'),
  ('2026-05-15', 'Cuti bersama Kenaikan Yesus Kristus'),
  ('2026-05-27', 'Iduladha 1447 H'),
  ('2026-05-28', 'Cuti bersama Iduladha'),
  ('2026-05-31', 'Hari Raya Waisak 2570'),
  ('2026-06-16', 'Tahun Baru Islam 1448 H'),
  ('2026-08-25', 'Maulid Nabi Muhammad'),
  ('2026-12-24', 'Cuti bersama Natal'),
  ('2027-03-26', 'Wafat Yesus Kristus'),
  ('2027-03-28', 'Kebangkitan Yesus Kristus (Paskah)'),
  ('2027-05-06', 'Kenaikan Yesus Kristus')
on conflict (day) do nothing;
comment on table holidays is 'National holidays and collective leave (cuti bersama), on which no working day is counted. Kept up by the operator each year, from the joint ministerial decree (SKB 3 Menteri): npm run holidays.';
