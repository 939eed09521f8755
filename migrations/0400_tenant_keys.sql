-- The data key of each tenant, wrapped by the installation's master key, which stands outside the database. Deleting the
-- row makes everything that was sealed with the key unreadable, in every backup too.
create table platform.tenant_key (
  tenant_id uuid primary key,
  master_id text not null,
  wrapped bytea not null,
  created_at timestamptz not null default now()
);
comment on table platform.tenant_key is 'class: tenant';
alter table platform.tenant_key enable row level security;
alter table platform.tenant_key force row level security;
create policy own on platform.tenant_key to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
grant select, insert on platform.tenant_key to leitwerk_app;
