-- What an organisation says about the fields of a kind of record: labels, helps, duties to fill in, and fields of its own.
create schema fields;
grant usage on schema fields to leitwerk_app;

-- One row is the whole definition after a change; the newest counts. A Kommune reads those of its IT-Dienstleister.
create table fields.definition (
  tenant_id uuid not null,
  art text not null check (art ~ '^[a-z][a-z0-9-]{1,39}$'),
  fassung integer not null check (fassung > 0),
  ebene text not null check (ebene in ('anbieter', 'kommune')),
  felder jsonb not null,
  erfasst_am timestamptz not null,
  erfasst_von text not null default (platform.actor()),
  primary key (tenant_id, art, fassung)
);
comment on table fields.definition is 'class: tenant';

alter table fields.definition enable row level security;
alter table fields.definition force row level security;
create policy own on fields.definition to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
create policy of_provider on fields.definition for select to leitwerk_app
  using (ebene = 'anbieter' and tenant_id = any ((select identity.providers_today())::uuid[]));
grant select, insert on fields.definition to leitwerk_app;
create trigger append_only before update or delete on fields.definition
  for each row execute function platform.refuse_change();
