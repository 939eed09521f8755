-- Competence rules, transfers between bodies and Bestimmungen. As in the catalogue, rows of the rule set are never
-- changed: an import (fassung) adds the rows that differ from the one before.
create schema duties;
grant usage on schema duties to leitwerk_app;

create table duties.fassung (
  nummer integer generated always as identity primary key,
  stand text not null,
  hash text not null,
  saetze jsonb not null,
  aenderungen jsonb not null,
  eingelesen_am timestamptz not null default now(),
  eingelesen_von text not null default (platform.actor())
);
comment on table duties.fassung is 'class: public';

create table duties.regel (
  id text not null check (id ~ '^[a-z0-9-]+$'),
  fassung integer not null references duties.fassung,
  entfallen boolean not null default false,
  land text not null check (land ~ '^\d{2}$'),
  aufgabe text not null,
  reichweite jsonb not null,
  verteilung jsonb not null,
  stelle text,
  norm text not null,
  quellen jsonb not null,
  beleg text not null,
  evidenz text not null check (evidenz in ('norm-gelesen', 'sekundaerquelle', 'einschaetzung')),
  gueltig_von date,
  gueltig_bis date,
  ausser_kraft boolean not null,
  nachfolge_geprueft boolean not null,
  auch_typ1 text,
  vorbehalte jsonb not null,
  bemerkung text,
  primary key (id, fassung),
  check (gueltig_bis >= gueltig_von)
);
comment on table duties.regel is 'class: public';

create table duties.uebertragung (
  id text not null check (id ~ '^[a-z0-9-]+$'),
  fassung integer not null references duties.fassung,
  entfallen boolean not null default false,
  von text not null check (von ~ '^\d{5}(\d{3})?$'),
  nach jsonb,
  gebiet jsonb,
  regel_ids jsonb not null,
  reichweite jsonb,
  norm text not null,
  source jsonb not null,
  evidenz text not null check (evidenz in ('norm-gelesen', 'sekundaerquelle', 'einschaetzung')),
  gueltig_von date,
  gueltig_bis date,
  erfunden boolean not null,
  note text,
  primary key (id, fassung),
  check (gueltig_bis >= gueltig_von)
);
comment on table duties.uebertragung is 'class: public';

-- Bestimmungen that the product ships.
create table duties.bestimmung (
  id text not null check (id ~ '^[a-z0-9-]+$'),
  fassung integer not null references duties.fassung,
  entfallen boolean not null default false,
  ags text not null check (ags ~ '^\d{8}$'),
  regel_id text not null,
  bestimmt boolean not null,
  source jsonb not null,
  evidenz text not null check (evidenz in ('norm-gelesen', 'sekundaerquelle', 'einschaetzung')),
  gueltig_von date,
  gueltig_bis date,
  erfunden boolean not null,
  note text,
  primary key (id, fassung),
  check (gueltig_bis >= gueltig_von)
);
comment on table duties.bestimmung is 'class: public';

-- Bestimmungen that a Kommune stated and its IT-Dienstleister confirmed: facts, append-only, kept over every import.
create table duties.bestaetigte_bestimmung (
  nummer integer generated always as identity primary key,
  id uuid not null unique,
  ags text not null check (ags ~ '^\d{8}$'),
  regel_id text not null,
  bestimmt boolean not null,
  source jsonb not null,
  evidenz text not null check (evidenz in ('norm-gelesen', 'sekundaerquelle', 'einschaetzung')),
  gueltig_von date not null,
  gueltig_bis date,
  note text,
  bestaetigt_am timestamptz not null default now(),
  bestaetigt_von text not null default (platform.actor()),
  check (gueltig_bis >= gueltig_von)
);
comment on table duties.bestaetigte_bestimmung is 'class: public';

-- What a Kommune states about itself, addressed to its IT-Dienstleister, who decides on it once.
create table duties.bestimmung_angabe (
  tenant_id uuid not null,
  id uuid not null unique,
  recipient_id uuid not null,
  ags text not null check (ags ~ '^\d{8}$'),
  regel_id text not null,
  bestimmt boolean not null,
  source jsonb not null,
  gueltig_von date not null,
  gueltig_bis date,
  note text,
  angegeben_am timestamptz not null default now(),
  angegeben_von text not null default (platform.actor()),
  entscheidung text check (entscheidung in ('bestaetigt', 'abgelehnt')),
  entschieden_am timestamptz,
  entschieden_von text,
  begruendung text,
  primary key (tenant_id, id),
  check (gueltig_bis >= gueltig_von),
  check ((entscheidung is null) = (entschieden_am is null))
);
comment on table duties.bestimmung_angabe is 'class: tenant';
create index bestimmung_angabe_by_recipient on duties.bestimmung_angabe (recipient_id, angegeben_am);

do $$
declare name text;
begin
  foreach name in array array['fassung', 'regel', 'uebertragung', 'bestimmung', 'bestaetigte_bestimmung'] loop
    execute format('alter table duties.%I enable row level security', name);
    execute format('alter table duties.%I force row level security', name);
    execute format('create policy read on duties.%I for select to leitwerk_app using (true)', name);
    execute format('create policy write on duties.%I for all to leitwerk_app
      using ((select platform.scope()) = ''reference'') with check ((select platform.scope()) = ''reference'')', name);
    execute format('grant select, insert on duties.%I to leitwerk_app', name);
  end loop;
end $$;

alter table duties.bestimmung_angabe enable row level security;
alter table duties.bestimmung_angabe force row level security;
create policy own on duties.bestimmung_angabe for select to leitwerk_app
  using (tenant_id = (select platform.tenant()));
create policy state on duties.bestimmung_angabe for insert to leitwerk_app
  with check (tenant_id = (select platform.tenant()) and entscheidung is null);
create policy addressed on duties.bestimmung_angabe for select to leitwerk_app
  using (recipient_id = (select platform.tenant()));
create policy decide on duties.bestimmung_angabe for update to leitwerk_app
  using (recipient_id = (select platform.tenant()) and entscheidung is null)
  with check (recipient_id = (select platform.tenant()) and entscheidung is not null);
grant select, insert on duties.bestimmung_angabe to leitwerk_app;
grant update (entscheidung, entschieden_am, entschieden_von, begruendung) on duties.bestimmung_angabe to leitwerk_app;
