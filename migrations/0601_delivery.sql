-- Zustellpunkte with their public keys, the ledger of submissions with its chained events, and encrypted attachments.
create schema delivery;
grant usage on schema delivery to leitwerk_app;

-- Where an authority receives. Public, as any sender must find state and key; only the authority writes its own.
create table delivery.zustellpunkt (
  tenant_id uuid not null,
  id uuid not null unique,
  name text not null check (length(name) between 2 and 200),
  state text not null default 'draft' check (state in ('draft', 'active', 'suspended', 'ended')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id)
);
comment on table delivery.zustellpunkt is 'class: public';

create table delivery.zustellpunkt_key (
  tenant_id uuid not null,
  zustellpunkt_id uuid not null,
  kid text not null unique check (length(kid) between 8 and 64),
  public_jwk jsonb not null check (not public_jwk ?| array['d', 'p', 'q', 'dp', 'dq', 'qi']),
  valid_from timestamptz not null,
  valid_to timestamptz not null check (valid_to >= valid_from),
  removed_at timestamptz,
  primary key (tenant_id, zustellpunkt_id, kid),
  foreign key (tenant_id, zustellpunkt_id) references delivery.zustellpunkt (tenant_id, id)
);
comment on table delivery.zustellpunkt_key is 'class: public';

-- One row per submission, kept after deletion as its proof. tenant_id receives, absender sends: both may read the row and
-- its events (the content is encrypted to the receiver), only the sender may put it in, only the receiver may change it.
create table delivery.submission (
  tenant_id uuid not null,
  id uuid not null,
  absender uuid not null,
  idempotency_hash bytea not null,
  zustellpunkt_id uuid not null,
  kid text not null,
  case_id uuid not null,
  leistung text not null check (length(leistung) between 1 and 100),
  state text not null default 'submitted'
    check (state in ('submitted', 'forwarded', 'accepted', 'rejected', 'deleted')),
  metadata bytea,
  data bytea,
  content_hash bytea not null,
  forwarded_from uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  delete_on date,
  primary key (tenant_id, id),
  unique (tenant_id, id, absender),
  unique (absender, idempotency_hash),
  foreign key (tenant_id, zustellpunkt_id, kid) references delivery.zustellpunkt_key (tenant_id, zustellpunkt_id, kid),
  check ((state = 'deleted') = (metadata is null) and (metadata is null) = (data is null))
);
comment on table delivery.submission is 'class: tenant';
create index submission_by_zustellpunkt on delivery.submission (tenant_id, zustellpunkt_id, kid);
create index submission_due on delivery.submission (tenant_id, delete_on) where state <> 'deleted';

-- An attachment's ciphertext is a file named by id; the row is there before the file, so no file is ever without one.
create table delivery.attachment (
  tenant_id uuid not null,
  id uuid not null unique,
  absender uuid not null,
  attachment_id uuid not null,
  zustellpunkt_id uuid not null,
  kid text not null,
  submission_id uuid,
  tag text,
  bytes bigint,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, submission_id, attachment_id),
  foreign key (tenant_id, zustellpunkt_id, kid) references delivery.zustellpunkt_key (tenant_id, zustellpunkt_id, kid),
  foreign key (tenant_id, submission_id, absender) references delivery.submission (tenant_id, id, absender),
  check (submission_id is null or (tag is not null and bytes is not null)),
  check ((tag is null) = (bytes is null))
);
comment on table delivery.attachment is 'class: tenant';
create index attachment_waiting on delivery.attachment (tenant_id, expires_at) where submission_id is null;
create index attachment_going on delivery.attachment (tenant_id) where deleted_at is not null;
create index attachment_by_key on delivery.attachment (tenant_id, zustellpunkt_id, kid);

-- What happened to a submission: append-only, one hash chain per submission, no personal data. linked names the other
-- submission of a hand-over, linked_hash the event of its chain on which this one stands.
create table delivery.event (
  tenant_id uuid not null,
  submission_id uuid not null,
  seq integer not null,
  absender uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('submitted', 'forwarded', 'accepted', 'rejected', 'deleted')),
  reasons text[] not null default '{}' check (array_to_string(reasons, ',') ~ '^([a-z0-9-]{1,60}(,|$))*$'),
  content_hash bytea not null,
  linked uuid,
  linked_hash bytea,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (tenant_id, submission_id, seq),
  foreign key (tenant_id, submission_id, absender) references delivery.submission (tenant_id, id, absender),
  check ((seq = 1) = (kind = 'submitted')),
  check ((linked is null) = (linked_hash is null))
);
comment on table delivery.event is 'class: tenant';

create function delivery.event_chain() returns trigger language plpgsql as $$
declare last_row record;
begin
  select seq, hash into last_row from delivery.event
    where tenant_id = new.tenant_id and submission_id = new.submission_id order by seq desc limit 1;
  new.seq := coalesce(last_row.seq, 0) + 1;
  new.prev_hash := coalesce(last_row.hash, '\x00'::bytea);
  new.at := clock_timestamp();
  new.hash := sha256(new.prev_hash || convert_to(jsonb_build_array(new.tenant_id, new.submission_id, new.seq,
    new.absender, extract(epoch from new.at), new.kind, new.reasons, encode(new.content_hash, 'hex'), new.linked,
    encode(new.linked_hash, 'hex'))::text, 'UTF8'));
  return new;
end $$;
create trigger event_chain before insert on delivery.event for each row execute function delivery.event_chain();
create trigger event_append_only before update or delete on delivery.event
  for each row execute function platform.refuse_change();
create trigger event_no_truncate before truncate on delivery.event
  for each statement execute function platform.refuse_change();

do $$
declare name text;
begin
  foreach name in array array['zustellpunkt', 'zustellpunkt_key', 'submission', 'attachment', 'event'] loop
    execute format('alter table delivery.%I enable row level security', name);
    execute format('alter table delivery.%I force row level security', name);
  end loop;
  foreach name in array array['zustellpunkt', 'zustellpunkt_key'] loop
    execute format('create policy read on delivery.%I for select to leitwerk_app using (true)', name);
    execute format('create policy write on delivery.%I for all to leitwerk_app
      using ((select platform.scope()) = ''reference'' and tenant_id = (select platform.tenant()))
      with check ((select platform.scope()) = ''reference'' and tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['submission', 'attachment', 'event'] loop
    execute format('create policy read on delivery.%I for select to leitwerk_app
      using (tenant_id = (select platform.tenant()) or absender = (select platform.tenant()))', name);
  end loop;
end $$;

create policy send on delivery.submission for insert to leitwerk_app
  with check (absender = (select platform.tenant()) and state = 'submitted');
create policy receive on delivery.submission for update to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));

create policy put_in on delivery.attachment for insert to leitwerk_app
  with check (absender = (select platform.tenant()) and submission_id is null);
create policy change on delivery.attachment for update to leitwerk_app
  using (tenant_id = (select platform.tenant()) or (absender = (select platform.tenant()) and submission_id is null))
  with check (tenant_id = (select platform.tenant()) or absender = (select platform.tenant()));
create policy remove on delivery.attachment for delete to leitwerk_app
  using (tenant_id = (select platform.tenant()) or (absender = (select platform.tenant()) and submission_id is null));

-- The sender begins a chain, the receiver goes on with it.
create policy append on delivery.event for insert to leitwerk_app
  with check (tenant_id = (select platform.tenant()) or (absender = (select platform.tenant()) and seq = 1));

grant select, insert, update (name, state, changed_at) on delivery.zustellpunkt to leitwerk_app;
grant select, insert, update (valid_to, removed_at) on delivery.zustellpunkt_key to leitwerk_app;
grant select, insert, update (state, metadata, data, changed_at, delete_on) on delivery.submission to leitwerk_app;
grant select, insert, delete, update (submission_id, tag, bytes, expires_at, deleted_at) on delivery.attachment
  to leitwerk_app;
grant select, insert on delivery.event to leitwerk_app;
