-- The number of the family card, beside NIK and passport. A card is shared by a family: it is nobody's name, not unique,
-- and needs no index.
alter table accounts add column kk_sealed bytea;
comment on column accounts.kk_sealed is 'The 16 digits of the family card, sealed with the account key, context accounts|kk|id; null where the person has not given them.';

create function forget_family_card() returns trigger
  language plpgsql
as $$
begin
  new.kk_sealed := null;
  return new;
end
$$;
comment on function forget_family_card() is 'Leaves no family card behind at an account that is closed.';
create trigger accounts__forget_family_card before update of status on accounts
  for each row when (new.status = 'closed') execute function forget_family_card();
