-- Pages save themselves while people type. A page that was left in the middle is opened again without its errors.
alter table application_pages add column unfinished boolean not null default false;
comment on column application_pages.unfinished is
  'Saved by itself while it was typed, and not yet by the person: its errors are not shown until they save.';
