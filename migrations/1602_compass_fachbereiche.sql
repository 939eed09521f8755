-- Fachbereiche of a Kommune: which Leistungen are theirs, and who works for them from when to when.
create table compass.fachbereich (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 2 and 120),
  -- Counts the changes, so that of two editors the second one learns of the first.
  fassung integer not null default 1 check (fassung > 0),
  -- Its last day; null as long as it exists.
  endet_am date,
  angelegt_am timestamptz not null,
  primary key (tenant_id, id)
);
comment on table compass.fachbereich is 'class: tenant';
create unique index fachbereich_by_name on compass.fachbereich (tenant_id, lower(name)) where endet_am is null;

-- Which Leistungen belong to it: a whole Themenfeld, an OZG-Leistung, or one Leistung. The narrowest rule counts.
create table compass.fachbereich_regel (
  tenant_id uuid not null,
  art text not null check (art in ('themenfeld', 'ozg', 'leistung')),
  ziel text not null check (length(ziel) between 1 and 20),
  fachbereich_id uuid not null,
  primary key (tenant_id, art, ziel),
  foreign key (tenant_id, fachbereich_id) references compass.fachbereich (tenant_id, id)
);
comment on table compass.fachbereich_regel is 'class: tenant';

create table compass.fachbereich_person (
  tenant_id uuid not null,
  id uuid not null,
  fachbereich_id uuid not null,
  mitglied_id uuid not null,
  rolle text not null check (rolle in ('leitung', 'mitarbeit', 'vertretung')),
  von date not null,
  bis date,
  primary key (tenant_id, id),
  foreign key (tenant_id, fachbereich_id) references compass.fachbereich (tenant_id, id),
  check (bis >= von)
);
comment on table compass.fachbereich_person is 'class: tenant';
create index fachbereich_person_by_member on compass.fachbereich_person (tenant_id, mitglied_id);

-- What became of the last look at a link that somebody gave as evidence.
create table compass.nachweis_pruefung (
  tenant_id uuid not null,
  leistung_id text not null check (leistung_id ~ '^L\d{5}$'),
  link text not null check (length(link) <= 2000),
  geprueft_am timestamptz not null,
  ergebnis text not null check (ergebnis in ('erreichbar', 'antwortet-nicht', 'fehler', 'nicht-erlaubt')),
  status smallint,
  primary key (tenant_id, leistung_id)
);
comment on table compass.nachweis_pruefung is 'class: tenant';

do $$
declare name text;
begin
  foreach name in array array['fachbereich', 'fachbereich_regel', 'fachbereich_person', 'nachweis_pruefung'] loop
    execute format('alter table compass.%I enable row level security', name);
    execute format('alter table compass.%I force row level security', name);
    execute format('grant select, insert on compass.%I to leitwerk_app', name);
    execute format('create policy own on compass.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
end $$;
grant update (name, fassung, endet_am) on compass.fachbereich to leitwerk_app;
grant update (fachbereich_id), delete on compass.fachbereich_regel to leitwerk_app;
grant update (bis) on compass.fachbereich_person to leitwerk_app;
grant update (link, geprueft_am, ergebnis, status) on compass.nachweis_pruefung to leitwerk_app;
create index stand_by_leistung on compass.stand (leistung_id, tenant_id, fassung desc);
