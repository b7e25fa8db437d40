create or replace function expire_payments(most integer) returns integer
  language plpgsql
  as $$
declare
  one record;
  ended integer := 0;
begin
  -- The application is held as well, before its letter is written: a closing or money that comes holds it and then wants
  -- the order. Whoever is there already is passed over until the next run, and nobody waits crosswise.
  for one in
    select p.id, p.institution_id, a as app
      from payments p join applications a on a.id = p.application_id
      where p.status = 'waiting' and p.expires_at <= app_now()
      order by p.expires_at limit most for update of a, p skip locked
  loop
    update payments p set status = 'expired' where p.id = one.id;
    perform note_payment(one.id, one.institution_id, 'expired', 'clock', null, '{}');
    perform tell_of_fee(one.app, 'payment_expired');
    ended := ended + 1;
  end loop;
  return ended;
end $$;
comment on function expire_payments(integer) is 'Ends at most so many orders whose time is over, and tells the applicants; gives how many. Those of applications that somebody holds are passed over.';
