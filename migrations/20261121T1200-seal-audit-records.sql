-- The audit trail sealed into a hash tree as in RFC 9162. Audit records are written freely, in the transaction of the
-- deed; the sealer follows a second later, takes what has committed in an order that later commits cannot get into,
-- and signs the tree with a key that the database does not have. See docs/how-to/verify-the-record.md.
create index audit_records__order on audit_records (transaction, id);

create table audit_leaves (
  position bigint not null,
  record_id uuid not null,
  transaction xid8 not null,
  hash bytea not null,
  constraint audit_leaves__key primary key (position),
  constraint audit_leaves__record_once unique (record_id),
  constraint audit_leaves__hash_whole check (length(hash) = 32),
  constraint audit_leaves__position_counted check (position >= 0)
);
comment on table audit_leaves is 'The sealed audit records in their order: the leaves of the hash tree; rows are only added.';
comment on column audit_leaves.position is 'From 0, without gaps.';
comment on column audit_leaves.record_id is 'The audit record. No foreign key: a deleted record must show, not be refused.';
comment on column audit_leaves.transaction is 'Its transaction: the sealer goes on after the last one.';
comment on column audit_leaves.hash is 'SHA-256 over a zero byte and the record in its canonical form.';

create table audit_nodes (
  level smallint not null,
  position bigint not null,
  hash bytea not null,
  constraint audit_nodes__key primary key (level, position),
  constraint audit_nodes__hash_whole check (length(hash) = 32),
  constraint audit_nodes__above_leaves check (level >= 1 and position >= 0)
);
comment on table audit_nodes is 'Full subtrees of the hash tree, so that proofs need no recomputing; rows are only added.';
comment on column audit_nodes.level is 'The subtree has 2^level leaves.';
comment on column audit_nodes.position is 'Which of the subtrees of this size, from 0.';
comment on column audit_nodes.hash is 'SHA-256 over a one byte and the hashes of its two halves.';

create table audit_heads (
  size bigint not null,
  root bytea not null,
  at timestamptz not null,
  key bytea not null,
  signature bytea not null,
  constraint audit_heads__key primary key (size),
  constraint audit_heads__root_whole check (length(root) = 32),
  constraint audit_heads__size_counted check (size >= 1)
);
comment on table audit_heads is 'Signed states of the hash tree, one per sealing; rows are only added, and copied out of the database.';
comment on column audit_heads.size is 'How many records were sealed then.';
comment on column audit_heads.root is 'The hash over all of them.';
comment on column audit_heads.at is 'When.';
comment on column audit_heads.key is 'The public Ed25519 key.';
comment on column audit_heads.signature is 'Over size, root and moment, by the key file audit.key.';

create trigger audit_leaves__append_only before update or delete on audit_leaves
  for each row execute function refuse_change();
create trigger audit_nodes__append_only before update or delete on audit_nodes
  for each row execute function refuse_change();
create trigger audit_heads__append_only before update or delete on audit_heads
  for each row execute function refuse_change();

grant select on audit_records to daftar_worker;
grant select, insert on audit_leaves, audit_nodes, audit_heads to daftar_worker;
grant select on audit_leaves, audit_nodes, audit_heads to daftar_web;

-- People hold the proof of their own submission, yet the pages of applicants cannot read the audit trail.
create function sealed_submission(application uuid)
  returns table (record text, "position" bigint)
  language sql stable
  security definer
  set search_path = public, pg_temp
  as $$
  select jsonb_build_array('daftar-audit-record/1', r.id, r.transaction::text,
      to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), r.actor_kind, r.actor_id, r.action,
      r.institution_id, r.subject_kind, r.subject_id, r.data)::text, l.position
    from audit_records r join audit_leaves l on l.record_id = r.id
    where r.subject_id = sealed_submission.application and r.action = 'application.submit'
    order by l.position desc
    limit 1
  $$;
comment on function sealed_submission(uuid) is 'The newest sealed audit record of submitting an application, and its position; no row while it is not sealed yet.';
revoke all on function sealed_submission(uuid) from public;
grant execute on function sealed_submission(uuid) to daftar_web, daftar_worker;
