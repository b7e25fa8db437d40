-- What came by the form a second time may be somebody else's than the first: whoever holds the first ticket, having known no
-- more than a name and a birth date, must not read it. Agents read it.
drop policy ticket_messages__web on ticket_messages;
create policy ticket_messages__web on ticket_messages to daftar_web
  using (author not in ('note', 'finding', 'again')) with check (author in ('person', 'again'));
comment on column ticket_messages.author is 'person; again for what came by the form a second time, from nobody knows whom; agent for an answer; told for what an agent says when the ticket is passed on or merged, which is no answer; check for an answer by a source; note for what agents write to each other and finding for what a source said. Web processes can read neither again nor note nor finding.';
