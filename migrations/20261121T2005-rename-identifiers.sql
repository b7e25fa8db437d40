-- A NIK that was stated with an application bears the application's id. When that is erased, it gets one of its own.
create function rename_identifier(former uuid, fresh uuid, resealed bytea) returns void
  language sql security definer set search_path = public, pg_temp
  as $$
  update account_identifiers i set id = fresh, sealed = resealed
    where i.id = former and exists (select from applications a where a.id = former and a.erased_at is not null)
$$;
comment on function rename_identifier(uuid, uuid, bytea) is 'Gives an identifier another id than that of the erased application with which it was stated; the value is sealed anew, since its context names the id.';
revoke execute on function rename_identifier(uuid, uuid, bytea) from public;
grant execute on function rename_identifier(uuid, uuid, bytea) to daftar_worker;
