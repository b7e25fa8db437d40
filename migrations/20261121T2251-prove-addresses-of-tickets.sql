-- Whoever mistypes an address, or writes somebody else's, sends the number of the ticket there: the address is a fact about
-- its person only once they have typed a code from a letter to it, in a browser in which the ticket is open.
alter table tickets add column email_proved_at timestamptz;
comment on column tickets.email_proved_at is 'When whoever asked had shown that the address of the ticket is theirs: as they asked, where it is a proven one of their account, or by the code of a letter; null before, and then it opens nothing.';
grant update (email_proved_at) on tickets to daftar_web;

-- The copy of an account's data reads tickets too.
grant execute on function waits_for_other_case(uuid) to daftar_worker;
