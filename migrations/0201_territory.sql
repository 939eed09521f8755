-- Bodies and regions. As in the catalogue, rows are never changed: an import (fassung) adds the rows that differ from
-- the one before. Every import belongs to an extent (umfang); imports of different extents leave each other alone.
create schema territory;
grant usage on schema territory to leitwerk_app;

create table territory.fassung (
  nummer integer generated always as identity primary key,
  umfang text not null check (umfang in ('nrw', 'uebriges-deutschland')),
  stand date not null,
  hash text not null,
  saetze jsonb not null,
  aenderungen jsonb not null,
  eingelesen_am timestamptz not null default now(),
  eingelesen_von text not null default (platform.actor())
);
comment on table territory.fassung is 'class: public';

create table territory.land (
  code text not null check (code ~ '^\d{2}$'),
  fassung integer not null references territory.fassung,
  entfallen boolean not null default false,
  name text not null,
  kuerzel text not null,
  primary key (code, fassung)
);
comment on table territory.land is 'class: public';

create table territory.koerperschaft (
  ags text not null check (ags ~ '^\d{5}(\d{3})?$'),
  fassung integer not null references territory.fassung,
  entfallen boolean not null default false,
  ars text check (ars ~ '^\d{12}$'),
  name text not null,
  amtlicher_name text not null,
  art text not null check (art in ('gemeinde', 'stadt', 'kreis', 'staedteregion')),
  bezeichnung text not null,
  kreis_ags text check (kreis_ags ~ '^\d{5}$'),
  regierungsbezirk text,
  land text not null,
  flaeche_km2 double precision,
  lat double precision,
  lon double precision,
  primary key (ags, fassung)
);
comment on table territory.koerperschaft is 'class: public';

-- A status by law from a day on; satz names the set (and so the source) that says so.
create table territory.groessenklasse (
  ags text not null,
  gueltig_von date not null,
  fassung integer not null references territory.fassung,
  entfallen boolean not null default false,
  klasse text not null check (klasse in ('kreisfreie-stadt', 'grosse-kreisangehoerige-stadt',
    'mittlere-kreisangehoerige-stadt', 'kreisangehoerige-gemeinde', 'kreis', 'staedteregion')),
  gueltig_bis date,
  hinweis text,
  satz text not null,
  primary key (ags, gueltig_von, fassung)
);
comment on table territory.groessenklasse is 'class: public';

create table territory.einwohner (
  ags text not null,
  stichtag date not null,
  fassung integer not null references territory.fassung,
  entfallen boolean not null default false,
  einwohner integer not null check (einwohner >= 0),
  satz text not null,
  primary key (ags, stichtag, fassung)
);
comment on table territory.einwohner is 'class: public';

create table territory.website (
  ags text not null,
  fassung integer not null references territory.fassung,
  entfallen boolean not null default false,
  website text,
  status text not null,
  primary key (ags, fassung)
);
comment on table territory.website is 'class: public';

-- Under the ODbL, and therefore apart from everything else.
create table territory.plz (
  plz text not null check (plz ~ '^\d{5}$'),
  ags text not null,
  fassung integer not null references territory.fassung,
  entfallen boolean not null default false,
  primary key (plz, ags, fassung)
);
comment on table territory.plz is 'class: public';

do $$
declare name text;
begin
  foreach name in array array['fassung', 'land', 'koerperschaft', 'groessenklasse', 'einwohner', 'website', 'plz'] loop
    execute format('alter table territory.%I enable row level security', name);
    execute format('alter table territory.%I force row level security', name);
    execute format('create policy read on territory.%I for select to leitwerk_app using (true)', name);
    execute format('create policy write on territory.%I for all to leitwerk_app
      using ((select platform.scope()) = ''reference'') with check ((select platform.scope()) = ''reference'')', name);
    execute format('grant select, insert on territory.%I to leitwerk_app', name);
  end loop;
end $$;
