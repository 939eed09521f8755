-- The OZG catalogue. Rows are never changed: a version (fassung) adds the rows that differ from the version before, and
-- marks what it drops (entfallen). The state at any version is, per key, the newest row up to it.
create schema catalogue;
grant usage on schema catalogue to leitwerk_app;

create table catalogue.fassung (
  nummer integer generated always as identity primary key,
  stand date not null,
  hash text not null,
  saetze jsonb not null,
  aenderungen jsonb not null,
  eingelesen_am timestamptz not null default now(),
  eingelesen_von text not null default (platform.actor())
);
comment on table catalogue.fassung is 'class: public';

create table catalogue.themenfeld (
  id integer not null,
  fassung integer not null references catalogue.fassung,
  entfallen boolean not null default false,
  name text not null,
  slug text not null,
  primary key (id, fassung)
);
comment on table catalogue.themenfeld is 'class: public';

create table catalogue.lage (
  id integer not null,
  fassung integer not null references catalogue.fassung,
  entfallen boolean not null default false,
  name text not null,
  themenfeld_id integer not null,
  primary key (id, fassung)
);
comment on table catalogue.lage is 'class: public';

create table catalogue.ozg_leistung (
  ozg_id integer not null,
  fassung integer not null references catalogue.fassung,
  entfallen boolean not null default false,
  name text not null,
  lage_id integer not null,
  primary key (ozg_id, fassung)
);
comment on table catalogue.ozg_leistung is 'class: public';

-- The id is our own and stable; LeiKa key, OZG number and Typisierung are attributes that a version dates.
create table catalogue.leistung (
  id text not null check (id ~ '^L\d{5}$'),
  fassung integer not null references catalogue.fassung,
  entfallen boolean not null default false,
  leika text check (leika ~ '^99\d{12}$'),
  name text not null,
  ozg_id integer,
  typ text,
  leistungstyp text check (leistungstyp in ('lo', 'lov', 'lovd')),
  sdg1 boolean,
  sdg2 boolean,
  gesetze jsonb not null,
  rechtsgrundlagen jsonb not null,
  primary key (id, fassung)
);
comment on table catalogue.leistung is 'class: public';

create table catalogue.verrichtung (
  code text not null check (code ~ '^\d{3}$'),
  fassung integer not null references catalogue.fassung,
  entfallen boolean not null default false,
  name text,
  belege integer not null,
  widersprueche integer not null,
  primary key (code, fassung)
);
comment on table catalogue.verrichtung is 'class: public';

create table catalogue.typisierung (
  code text not null,
  fassung integer not null references catalogue.fassung,
  entfallen boolean not null default false,
  regelung text,
  vollzug text,
  erlaeuterung text not null,
  evidenz text not null,
  quelle text not null,
  primary key (code, fassung)
);
comment on table catalogue.typisierung is 'class: public';

do $$
declare name text;
begin
  foreach name in array array['fassung', 'themenfeld', 'lage', 'ozg_leistung', 'leistung', 'verrichtung', 'typisierung'] loop
    execute format('alter table catalogue.%I enable row level security', name);
    execute format('alter table catalogue.%I force row level security', name);
    execute format('create policy read on catalogue.%I for select to leitwerk_app using (true)', name);
    execute format('create policy write on catalogue.%I for all to leitwerk_app
      using ((select platform.scope()) = ''reference'') with check ((select platform.scope()) = ''reference'')', name);
    execute format('grant select, insert on catalogue.%I to leitwerk_app', name);
  end loop;
end $$;
