-- A process that dies between a sealed file and the row that names it leaves a file that nobody can open or remove.
create function unknown_blobs(names text[]) returns setof text
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select n.name from unnest(names) as n(name)
      where not exists (
        select from (
          select original_blob as blob from documents
          union all select blob from document_pages
          union all select blob from upload_pieces
          union all select blob from data_copies
          union all select original_blob from ticket_documents
          union all select blob from ticket_document_pages
        ) as named where named.blob = n.name)
  $$;
comment on function unknown_blobs(text[]) is
  'Which of these names of sealed files no row of any table has. It looks past the policies: a row that the caller may not see is a row.';
revoke all on function unknown_blobs(text[]) from public;
grant execute on function unknown_blobs(text[]) to daftar_worker;
