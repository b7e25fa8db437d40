-- The figures of the console read the decisions of the last weeks, which are few beside all events.
create index application_events__decisions on application_events (institution_id, at)
  where kind in ('returned', 'accepted', 'rejected');
