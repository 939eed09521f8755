-- What every context stands on: the claims of a transaction, the audit trail, the outbox.
create schema platform;
grant usage on schema platform to leitwerk_app, leitwerk_relay;

-- The claims that a transaction sets at its start. Policies call them as (select platform.tenant()), so that they are
-- evaluated once a statement and not once a row.
create function platform.scope() returns text language sql stable parallel safe
  return nullif(current_setting('leitwerk.scope', true), '');
create function platform.tenant() returns uuid language sql stable parallel safe
  return nullif(current_setting('leitwerk.tenant', true), '')::uuid;
create function platform.actor() returns text language sql stable parallel safe
  return nullif(current_setting('leitwerk.actor', true), '');
create function platform.presented_key() returns bytea language sql stable parallel safe
  return decode(nullif(current_setting('leitwerk.key', true), ''), 'hex');

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: % cannot be changed', tg_table_name using errcode = 'insufficient_privilege';
end $$;

-- Audit trail: append-only, one hash chain per tenant; rows without a tenant (imports, operation) form the chain of the
-- nil UUID, which belongs to the installation's operator.
create table platform.audit (
  tenant_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  object_type text not null,
  object_id text not null,
  summary jsonb not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (tenant_id, seq)
);
comment on table platform.audit is 'class: tenant';
create index audit_by_action on platform.audit (tenant_id, action, seq desc);
create index audit_by_object on platform.audit (tenant_id, object_type, object_id, seq desc);

create function platform.audit_hash(prev bytea, tenant_id uuid, seq bigint, at timestamptz, actor text, action text,
  object_type text, object_id text, summary jsonb) returns bytea language sql immutable
  return sha256(prev || convert_to(jsonb_build_array(tenant_id, seq, extract(epoch from at), actor, action,
    object_type, object_id, summary)::text, 'UTF8'));

create function platform.audit_chain() returns trigger language plpgsql as $$
declare last_row record;
begin
  new.tenant_id := coalesce((select platform.tenant()), '00000000-0000-0000-0000-000000000000');
  new.actor := coalesce((select platform.actor()), 'unbekannt');
  perform pg_advisory_xact_lock(7243912, hashtext(new.tenant_id::text));
  select seq, hash into last_row from platform.audit where tenant_id = new.tenant_id order by seq desc limit 1;
  new.seq := coalesce(last_row.seq, 0) + 1;
  new.prev_hash := coalesce(last_row.hash, '\x00'::bytea);
  new.at := clock_timestamp();
  new.hash := platform.audit_hash(new.prev_hash, new.tenant_id, new.seq, new.at, new.actor, new.action,
    new.object_type, new.object_id, new.summary);
  return new;
end $$;
create trigger audit_chain before insert on platform.audit for each row execute function platform.audit_chain();
create trigger audit_append_only before update or delete on platform.audit
  for each row execute function platform.refuse_change();
create trigger audit_no_truncate before truncate on platform.audit
  for each statement execute function platform.refuse_change();

alter table platform.audit enable row level security;
alter table platform.audit force row level security;
create policy own on platform.audit to leitwerk_app
  using (tenant_id = (select platform.tenant())
    or ((select platform.scope()) = 'reference' and tenant_id = '00000000-0000-0000-0000-000000000000'))
  with check (tenant_id = coalesce((select platform.tenant()), '00000000-0000-0000-0000-000000000000'));
grant select, insert on platform.audit to leitwerk_app;

-- Outbox: news for the worker, written in the transaction that makes them true. Payloads hold ids only.
create table platform.outbox (
  id bigint generated always as identity primary key,
  tenant_id uuid,
  event text not null,
  payload jsonb not null,
  created_at timestamptz not null default now()
);
comment on table platform.outbox is 'class: technical';
alter table platform.outbox enable row level security;
alter table platform.outbox force row level security;
create policy write on platform.outbox for insert to leitwerk_app
  with check (tenant_id is not distinct from (select platform.tenant()));
create policy relay on platform.outbox to leitwerk_relay using (true);
grant insert on platform.outbox to leitwerk_app;
grant select, delete on platform.outbox to leitwerk_relay;
create function platform.outbox_notify() returns trigger language plpgsql as $$
begin
  perform pg_notify('leitwerk_outbox', '');
  return null;
end $$;
create trigger outbox_notify after insert on platform.outbox for each statement execute function platform.outbox_notify();
