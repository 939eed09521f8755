-- Who this installation is, its jobs, and the progress of long work.
create table platform.installation (
  id uuid primary key default gen_random_uuid(),
  only_one boolean not null default true unique check (only_one),
  created_at timestamptz not null default now()
);
comment on table platform.installation is 'class: technical';
alter table platform.installation enable row level security;
alter table platform.installation force row level security;
create policy read on platform.installation for select to leitwerk_app, leitwerk_relay using (true);
grant select on platform.installation to leitwerk_app, leitwerk_relay;

-- An event stays in the outbox until its handler has finished, so the queue can be rebuilt from it at any time: a
-- logical export carries no queue and loses no work.
alter table platform.outbox add column relayed_at timestamptz;
create index outbox_waiting on platform.outbox (id) where relayed_at is null;
grant update (relayed_at) on platform.outbox to leitwerk_relay;

-- Which worker processes live: each holds the advisory lock of its number as long as its connection stands. What a
-- worker without a lock has taken is free again at once, not after the queue's four hours.
create table platform.job_worker (
  worker_id text primary key,
  lock_number integer not null,
  started_at timestamptz not null default now()
);
comment on table platform.job_worker is 'class: technical';
create sequence platform.job_worker_lock as integer cycle;
alter table platform.job_worker enable row level security;
alter table platform.job_worker force row level security;
create policy relay on platform.job_worker to leitwerk_relay using (true);
grant select, insert, delete on platform.job_worker to leitwerk_relay;
grant usage on sequence platform.job_worker_lock to leitwerk_relay;

-- When each recurring task last ran; whoever moves the time on runs it.
create table platform.maintenance (
  name text primary key,
  last_started_at timestamptz not null
);
comment on table platform.maintenance is 'class: technical';
alter table platform.maintenance enable row level security;
alter table platform.maintenance force row level security;
create policy relay on platform.maintenance to leitwerk_relay using (true);
grant select, insert, update on platform.maintenance to leitwerk_relay;

-- Progress of long work, shown to the tenant that began it. Work of the operator belongs to the nil UUID.
create table platform.vorgang (
  tenant_id uuid not null default coalesce(platform.tenant(), '00000000-0000-0000-0000-000000000000'),
  id uuid not null default gen_random_uuid(),
  kind text not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
  percent integer not null default 0 check (percent between 0 and 100),
  message text not null default '',
  result jsonb,
  created_by text not null default coalesce(platform.actor(), 'unbekannt'),
  created_at timestamptz not null default now(),
  started_at timestamptz,
  reported_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (tenant_id, id)
);
comment on table platform.vorgang is 'class: tenant';
create index vorgang_open on platform.vorgang (reported_at) where state in ('queued', 'running');
alter table platform.vorgang enable row level security;
alter table platform.vorgang force row level security;
create policy own on platform.vorgang to leitwerk_app
  using (tenant_id = (select platform.tenant())
    or ((select platform.scope()) = 'reference' and tenant_id = '00000000-0000-0000-0000-000000000000'))
  with check (tenant_id = coalesce((select platform.tenant()), '00000000-0000-0000-0000-000000000000'));
create policy relay on platform.vorgang to leitwerk_relay using (true);
grant select, insert, update, delete on platform.vorgang to leitwerk_app;
grant select (tenant_id, id, state, reported_at), update (state, message, reported_at, finished_at) on platform.vorgang
  to leitwerk_relay;
