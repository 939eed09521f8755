-- Up to which moment a member was told which lines of checklists began to wait for their house.
create table connection.am_zug_gesagt (
  tenant_id uuid not null,
  mitglied_id uuid not null,
  bis timestamptz not null,
  primary key (tenant_id, mitglied_id)
);
comment on table connection.am_zug_gesagt is 'class: tenant';
alter table connection.am_zug_gesagt enable row level security;
alter table connection.am_zug_gesagt force row level security;
grant select, insert, update on connection.am_zug_gesagt to leitwerk_app;
create policy own on connection.am_zug_gesagt to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
