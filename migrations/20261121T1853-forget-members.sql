-- Whoever has their data erased at an institution is no member there any more: with the key goes the row that ties the
-- number to them. The series has moved on already, so that nobody is given the number again.
create function forget_member() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
begin
  -- Others may have stated the same number, and prove nothing by it any more.
  update number_proofs p set member_id = null from members m
    where m.id = p.member_id and m.account_id = old.account_id and m.institution_id = old.institution_id;
  delete from members m where m.account_id = old.account_id and m.institution_id = old.institution_id;
  return old;
end $$;
comment on function forget_member() is 'Removes the number of before of a person whose key at the institution is destroyed.';
create trigger person_keys__forget_member after delete on person_keys for each row execute function forget_member();
