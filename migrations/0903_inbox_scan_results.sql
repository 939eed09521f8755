-- What the scanner found in an attachment when somebody last took it. The finding is sealed; the row goes with its case.
create table inbox.pruefung (
  tenant_id uuid not null,
  eingang_id uuid not null,
  anlage_id uuid not null,
  am timestamptz not null,
  befund bytea not null,
  primary key (tenant_id, eingang_id, anlage_id),
  foreign key (tenant_id, eingang_id) references inbox.eingang (tenant_id, id)
);
comment on table inbox.pruefung is 'class: tenant';

alter table inbox.pruefung enable row level security;
alter table inbox.pruefung force row level security;
create policy own on inbox.pruefung to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
grant select, insert, delete, update (am, befund) on inbox.pruefung to leitwerk_app;
