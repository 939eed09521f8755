-- Saved views of lists: the address that somebody filtered and sorted, under a name.
create schema views;
grant usage on schema views to leitwerk_app;

-- The IT-Dienstleister that care for the current Kommune today, for what they share with their whole circle.
create function identity.providers_today() returns uuid[] language sql stable
  return array(select b.provider_id from identity.betreuung b
    where b.kommune_id = (select platform.tenant())
      and b.valid_from <= identity.today() and coalesce(b.valid_to, 'infinity') >= identity.today());

-- `besitzer` is the member whose view it is; without one, a machine or the operator saved it for the organisation.
-- `haus` is the organisation's name, for the Kommunen with which an IT-Dienstleister shares it.
create table views.ansicht (
  tenant_id uuid not null,
  id uuid not null,
  besitzer uuid,
  name text not null check (length(name) between 1 and 80),
  pfad text not null check (pfad ~ '^/' and length(pfad) <= 300),
  abfrage text not null check (length(abfrage) <= 4000),
  liste text not null check (length(liste) between 1 and 160),
  geteilt text not null check (geteilt in ('nein', 'organisation', 'kreis')),
  haus text not null,
  version integer not null check (version > 0),
  angelegt_am timestamptz not null,
  geaendert_am timestamptz not null,
  primary key (tenant_id, id),
  unique nulls not distinct (tenant_id, besitzer, pfad, name),
  check (besitzer is not null or geteilt <> 'nein')
);
comment on table views.ansicht is 'class: tenant';
create index ansicht_shared on views.ansicht (tenant_id, pfad) where geteilt = 'kreis';

-- With which view a list opens for a member. The view may be another organisation's, and may be gone or private again:
-- then the list opens as it is.
create table views.startansicht (
  tenant_id uuid not null,
  member_id uuid not null,
  pfad text not null,
  ansicht_id uuid not null,
  primary key (tenant_id, member_id, pfad)
);
comment on table views.startansicht is 'class: tenant';

alter table views.ansicht enable row level security;
alter table views.ansicht force row level security;
alter table views.startansicht enable row level security;
alter table views.startansicht force row level security;

create policy own on views.ansicht to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
create policy of_provider on views.ansicht for select to leitwerk_app
  using (geteilt = 'kreis' and tenant_id = any ((select identity.providers_today())::uuid[]));
grant select, insert, update (name, pfad, abfrage, liste, geteilt, version, geaendert_am), delete
  on views.ansicht to leitwerk_app;

create policy own on views.startansicht to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
grant select, insert, update (ansicht_id), delete on views.startansicht to leitwerk_app;
