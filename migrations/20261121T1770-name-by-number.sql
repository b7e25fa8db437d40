-- A registration number that is its owner's name at the login is written by the staff member's act that gave it.
create function name_by_number(application uuid, identifier uuid, index_a bytea, index_b bytea, sealed bytea) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into account_identifiers (id, account_id, kind, blind_index, blind_index_b, sealed, verified_at)
    select name_by_number.identifier, a.account_id, 'number', index_a, index_b, name_by_number.sealed, app_now()
      from applications a
      where a.id = name_by_number.application and a.number is not null and a.institution_id = any (staff_institutions())
    on conflict do nothing;
  return found;
end $$;
comment on function name_by_number(uuid, uuid, bytea, bytea, bytea) is
  'Lets the owner of an application of the staff''s own institutions log in with its registration number. False where the number is somebody''s name already: then it remains a number only.';
revoke all on function name_by_number(uuid, uuid, bytea, bytea, bytea) from public;
grant execute on function name_by_number(uuid, uuid, bytea, bytea, bytea) to daftar_staff;
