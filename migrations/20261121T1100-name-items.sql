-- A page that is asked for each item of a list is stored item by item. The page column holds the id with the number of
-- the item behind it, as riwayat#2, so that whatever copies pages by their name (the rounds) keeps items apart.
comment on column application_pages.page is
  'Id of the page in the program; for an item of a repeated page with # and the number of the item, as riwayat#2.';
comment on column application_pages.repeat_index is 'The number of the item, from 1; 0 for a page that is not an item.';
comment on column application_rounds.pages is
  'Per page (riwayat#2 for an item of a repeated page) the sealed form (base64) of that round, and per document slot the document id.';
alter table application_pages add constraint application_pages__item_named
  check (page = split_part(page, '#', 1) || case when repeat_index = 0 then '' else '#' || repeat_index end);

-- An item that the applicant takes out of the list is gone, as is right for what nobody is to read any more; what was
-- submitted before stays in its round.
create function remove_page_item(application uuid, account uuid, seen_version integer, item_page text)
  returns void
  language plpgsql
  security definer
  set search_path = public, pg_temp
as $$
begin
  delete from application_pages g
    using applications a
    where a.id = application and a.account_id = account and a.status in ('draft', 'returned')
      and a.version = seen_version and g.application_id = a.id and g.page = item_page and g.repeat_index > 0;
end $$;
comment on function remove_page_item(uuid, uuid, integer, text) is
  'Takes one item of a repeated page out of an account''s own draft or correction; does nothing when the application changed since.';
revoke all on function remove_page_item(uuid, uuid, integer, text) from public;
grant execute on function remove_page_item(uuid, uuid, integer, text) to daftar_web;
