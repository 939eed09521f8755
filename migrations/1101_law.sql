-- Akteure and their roles, and the registers and deadlines of the OZG 2.0. As in the catalogue, rows are never changed:
-- an import (fassung) adds the rows that differ from the one before. „umfang“ names which of the two came.
create schema law;
grant usage on schema law to leitwerk_app;

create table law.fassung (
  nummer integer generated always as identity primary key,
  umfang text not null check (umfang in ('akteure', 'ozg2')),
  stand text not null,
  hash text not null,
  saetze jsonb not null,
  aenderungen jsonb not null,
  eingelesen_am timestamptz not null default now(),
  eingelesen_von text not null default (platform.actor())
);
comment on table law.fassung is 'class: public';

create table law.akteur (
  id text not null check (id ~ '^[a-z0-9-]+$'),
  fassung integer not null references law.fassung,
  entfallen boolean not null default false,
  name text not null,
  kurz text,
  art text not null,
  ebene text not null,
  aufgabe text not null,
  website text,
  quelle jsonb not null,
  evidenz text not null check (evidenz in ('norm-gelesen', 'sekundaerquelle', 'einschaetzung')),
  gueltig_von date,
  gueltig_bis date,
  hinweis text,
  primary key (id, fassung),
  check (gueltig_bis >= gueltig_von)
);
comment on table law.akteur is 'class: public';

create table law.it_dienstleister (
  id integer not null,
  fassung integer not null references law.fassung,
  entfallen boolean not null default false,
  name text not null,
  ort text not null,
  website text,
  hinweis text,
  primary key (id, fassung)
);
comment on table law.it_dienstleister is 'class: public';

create table law.rolle (
  id text not null check (id ~ '^[a-z0-9-]+$'),
  fassung integer not null references law.fassung,
  entfallen boolean not null default false,
  akteur_id text not null,
  schritt text not null,
  was text not null,
  bereich jsonb not null,
  norm text,
  quelle jsonb not null,
  evidenz text not null check (evidenz in ('norm-gelesen', 'sekundaerquelle', 'einschaetzung')),
  gueltig_von date,
  gueltig_bis date,
  hinweis text,
  primary key (id, fassung),
  check (gueltig_bis >= gueltig_von)
);
comment on table law.rolle is 'class: public';

create table law.eintrag (
  id text not null check (id ~ '^[a-z0-9-]+$'),
  fassung integer not null references law.fassung,
  entfallen boolean not null default false,
  register text not null,
  titel text not null,
  norm text not null,
  art text not null,
  aussage text not null,
  ersatz text,
  reichweite jsonb,
  lesart text,
  quelle jsonb not null,
  evidenz text not null check (evidenz in ('norm-gelesen', 'sekundaerquelle', 'einschaetzung')),
  gueltig_von date,
  gueltig_bis date,
  hinweis text,
  primary key (id, fassung),
  check (gueltig_bis >= gueltig_von)
);
comment on table law.eintrag is 'class: public';

create table law.frist (
  id text not null check (id ~ '^[a-z0-9-]+$'),
  fassung integer not null references law.fassung,
  entfallen boolean not null default false,
  titel text not null,
  norm text not null,
  faellig_am date not null,
  verpflichtet text not null,
  bindung text not null,
  betrifft text not null,
  nach_tag text not null check (nach_tag in ('gilt', 'vorbei')),
  tun text not null,
  wer text not null,
  vorlauf_tage integer not null check (vorlauf_tage >= 0),
  vorlauf_grund text not null,
  lesart text,
  quelle jsonb not null,
  evidenz text not null check (evidenz in ('norm-gelesen', 'sekundaerquelle', 'einschaetzung')),
  gueltig_von date,
  gueltig_bis date,
  hinweis text,
  primary key (id, fassung),
  check (gueltig_bis >= gueltig_von)
);
comment on table law.frist is 'class: public';

do $$
declare name text;
begin
  foreach name in array array['fassung', 'akteur', 'it_dienstleister', 'rolle', 'eintrag', 'frist'] loop
    execute format('alter table law.%I enable row level security', name);
    execute format('alter table law.%I force row level security', name);
    execute format('create policy read on law.%I for select to leitwerk_app using (true)', name);
    execute format('create policy write on law.%I for all to leitwerk_app
      using ((select platform.scope()) = ''reference'') with check ((select platform.scope()) = ''reference'')', name);
    execute format('grant select, insert on law.%I to leitwerk_app', name);
  end loop;
end $$;
