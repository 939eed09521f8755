-- How people ask for Leistungen: the shipped thesaurus and life situations, what editors changed in the thesaurus and a
-- second person accepted, and what was searched for in vain.
create schema finder;
grant usage on schema finder to leitwerk_app;

-- Imports of the shipped reference data; as in the catalogue, rows are never changed. „umfang“ names which of the two came.
create table finder.fassung (
  nummer integer generated always as identity primary key,
  umfang text not null check (umfang in ('thesaurus', 'lebenslagen')),
  stand text not null,
  hash text not null,
  saetze jsonb not null,
  aenderungen jsonb not null,
  eingelesen_am timestamptz not null default now(),
  eingelesen_von text not null default (platform.actor())
);
comment on table finder.fassung is 'class: public';

-- The words by which people ask for one OZG-Leistung, or for one Leistung.
create table finder.thesaurus_zeile (
  id text not null check (id ~ '^[a-z0-9]{1,20}$'),
  fassung integer not null references finder.fassung,
  entfallen boolean not null default false,
  ozg_id integer,
  leistung_id text,
  alltag jsonb not null,
  kurz jsonb not null,
  regional jsonb not null,
  lage jsonb not null,
  fremd jsonb not null,
  primary key (id, fassung),
  check ((ozg_id is null) <> (leistung_id is null))
);
comment on table finder.thesaurus_zeile is 'class: public';

create table finder.lebenslage (
  id text not null check (id ~ '^[a-z0-9-]{1,60}$'),
  fassung integer not null references finder.fassung,
  entfallen boolean not null default false,
  titel text not null,
  kurz text not null,
  rang integer not null,
  zielgruppe text not null check (zielgruppe in ('buerger', 'unternehmen')),
  schritte jsonb not null,
  primary key (id, fassung)
);
comment on table finder.lebenslage is 'class: public';

-- A word that editors added to or took out of the shipped thesaurus: one person proposed it, another accepted it. It
-- outlives later imports.
create table finder.thesaurus_aenderung (
  nummer integer generated always as identity primary key,
  vorschlag_id uuid not null unique,
  aktion text not null check (aktion in ('dazu', 'weg')),
  ozg_id integer,
  leistung_id text,
  art text not null check (art in ('alltag', 'kurz', 'regional', 'lage', 'fremd')),
  sprache text not null check (sprache ~ '^[a-z]{2}$'),
  wort text not null check (length(wort) between 1 and 60),
  vorgeschlagen_haus text not null,
  vorgeschlagen_von text not null,
  angenommen_haus text not null,
  angenommen_am timestamptz not null default now(),
  angenommen_von text not null default (platform.actor()),
  check ((ozg_id is null) <> (leistung_id is null)),
  check (angenommen_von <> vorgeschlagen_von)
);
comment on table finder.thesaurus_aenderung is 'class: public';

-- A proposal, addressed to the IT-Dienstleister whose editors decide.
create table finder.thesaurus_vorschlag (
  tenant_id uuid not null,
  id uuid not null unique,
  recipient_id uuid not null,
  aktion text not null check (aktion in ('dazu', 'weg')),
  ozg_id integer,
  leistung_id text,
  art text not null check (art in ('alltag', 'kurz', 'regional', 'lage', 'fremd')),
  sprache text not null check (sprache ~ '^[a-z]{2}$'),
  wort text not null check (length(wort) between 1 and 60),
  begruendung text not null check (length(begruendung) <= 500),
  -- The name of the organisation, not of the person: who it was stands in its audit trail.
  haus text not null,
  vorgeschlagen_am timestamptz not null default now(),
  vorgeschlagen_von text not null default (platform.actor()),
  entscheidung text check (entscheidung in ('angenommen', 'abgelehnt', 'zurueckgezogen')),
  entschieden_am timestamptz,
  entschieden_von text,
  primary key (tenant_id, id),
  check ((ozg_id is null) <> (leistung_id is null)),
  check ((entscheidung is null) = (entschieden_am is null)),
  constraint vorschlag_four_eyes check (entscheidung = 'zurueckgezogen' or entschieden_von <> vorgeschlagen_von)
);
comment on table finder.thesaurus_vorschlag is 'class: tenant';
create index thesaurus_vorschlag_by_recipient on finder.thesaurus_vorschlag (recipient_id, vorgeschlagen_am);

-- How often something was searched on a day. Until enough days have passed there is only a keyed hash, from which nobody
-- reads what was typed.
create table finder.suchzahl (
  hash bytea not null,
  tag date not null,
  ohne_treffer integer not null default 0 check (ohne_treffer >= 0),
  gesucht integer not null default 0 check (gesucht >= 0),
  geoeffnet integer not null default 0 check (geoeffnet >= 0),
  primary key (hash, tag)
);
comment on table finder.suchzahl is 'class: public';
create index suchzahl_by_tag on finder.suchzahl (tag);

-- What was searched on enough different days, in normalised words.
create table finder.suchwort (
  hash bytea primary key,
  woerter text not null check (length(woerter) between 1 and 120),
  zuletzt date not null
);
comment on table finder.suchwort is 'class: public';

do $$
declare name text;
begin
  foreach name in array array['fassung', 'thesaurus_zeile', 'lebenslage', 'thesaurus_aenderung', 'thesaurus_vorschlag',
    'suchzahl', 'suchwort'] loop
    execute format('alter table finder.%I enable row level security', name);
    execute format('alter table finder.%I force row level security', name);
    execute format('grant select, insert on finder.%I to leitwerk_app', name);
  end loop;
  foreach name in array array['fassung', 'thesaurus_zeile', 'lebenslage', 'thesaurus_aenderung'] loop
    execute format('create policy read on finder.%I for select to leitwerk_app using (true)', name);
    execute format('create policy write on finder.%I for insert to leitwerk_app
      with check ((select platform.scope()) = ''reference'')', name);
    execute format('create trigger append_only before update or delete on finder.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
  foreach name in array array['suchzahl', 'suchwort'] loop
    execute format('create policy read on finder.%I for select to leitwerk_app using (true)', name);
    execute format('create policy write on finder.%I to leitwerk_app
      using ((select platform.scope()) = ''reference'') with check ((select platform.scope()) = ''reference'')', name);
    execute format('grant delete on finder.%I to leitwerk_app', name);
  end loop;
end $$;
grant update (ohne_treffer, gesucht, geoeffnet) on finder.suchzahl to leitwerk_app;
grant update (zuletzt) on finder.suchwort to leitwerk_app;

create policy own on finder.thesaurus_vorschlag for select to leitwerk_app
  using (tenant_id = (select platform.tenant()));
create policy addressed on finder.thesaurus_vorschlag for select to leitwerk_app
  using (recipient_id = (select platform.tenant()));
create policy propose on finder.thesaurus_vorschlag for insert to leitwerk_app
  with check (tenant_id = (select platform.tenant()) and entscheidung is null);
create policy withdraw on finder.thesaurus_vorschlag for update to leitwerk_app
  using (tenant_id = (select platform.tenant()) and entscheidung is null)
  with check (tenant_id = (select platform.tenant()) and entscheidung = 'zurueckgezogen');
create policy decide on finder.thesaurus_vorschlag for update to leitwerk_app
  using (recipient_id = (select platform.tenant()) and entscheidung is null)
  with check (recipient_id = (select platform.tenant()) and entscheidung in ('angenommen', 'abgelehnt'));
grant update (entscheidung, entschieden_am, entschieden_von) on finder.thesaurus_vorschlag to leitwerk_app;
