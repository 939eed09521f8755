-- Beschreibungen of Leistungen as Bund, Land, Kreis and Kommune publish them, with Organisationseinheiten, Zuständigkeiten
-- and Onlinedienste: read from XZuFi feeds, and written by Kommunen themselves.
create schema descriptions;
grant usage on schema descriptions to leitwerk_app;

-- Where feeds come from. `ars` is the area of whatever names none.
create table descriptions.quelle (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{1,39}$'),
  name text not null check (length(name) between 1 and 200),
  ars text not null check (ars ~ '^\d{12}$'),
  angelegt_am timestamptz not null default now(),
  angelegt_von text not null default (platform.actor())
);
comment on table descriptions.quelle is 'class: public';

-- One reading of a feed. `gelesen` is the position: so many objects stand in `objekt`, in the same transaction.
create table descriptions.einlesung (
  nummer integer generated always as identity primary key,
  quelle text not null references descriptions.quelle,
  umfang text not null check (umfang in ('vollstaendig', 'aenderungen')),
  zustand text not null default 'liest'
    check (zustand in ('liest', 'geprueft', 'aktiv', 'abgeloest', 'abgelehnt', 'verworfen')),
  dateiname text not null check (length(dateiname) <= 200),
  -- The kept file; null where the command line reads it from its own place.
  datei uuid,
  datei_hash text not null,
  bytes bigint not null,
  fassung text,
  gelesen integer not null default 0 check (gelesen >= 0),
  gelesen_bytes bigint not null default 0,
  bilanz jsonb,
  hinweise jsonb not null default '[]',
  grund jsonb,
  angelegt_am timestamptz not null default now(),
  angelegt_von text not null default (platform.actor()),
  entschieden_am timestamptz,
  entschieden_von text
);
comment on table descriptions.einlesung is 'class: public';
create index einlesung_by_quelle on descriptions.einlesung (quelle, nummer);

-- The administrative objects of a reading, each with its XML. Visible are those of active readings that no later one
-- replaced. `geloescht` is the message that an object ends.
create table descriptions.objekt (
  einlesung integer not null references descriptions.einlesung,
  nr integer not null,
  art text not null,
  agentur text not null,
  id text not null,
  geloescht boolean not null,
  pruefsumme uuid not null,
  xml text not null,
  leistung_id text,
  leika text,
  name text not null,
  ars text[] not null,
  abschnitte jsonb not null,
  suchbegriffe text[] not null,
  teaser text not null,
  daten jsonb not null,
  stand date,
  geaendert_am timestamptz,
  redaktion text not null,
  gueltig_von date,
  gueltig_bis date,
  abgeloest_durch integer,
  primary key (einlesung, nr)
);
comment on table descriptions.objekt is 'class: public';
create index objekt_by_id on descriptions.objekt (id, art);

-- For which Leistung (our id, or the id of the feed's object) and area an object holds.
create table descriptions.bezug (
  schluessel text not null,
  ars text not null,
  einlesung integer not null,
  nr integer not null,
  primary key (schluessel, ars, einlesung, nr)
);
comment on table descriptions.bezug is 'class: public';

-- Counts what changed for readers: readings that became active or were taken back, texts that were published.
create table descriptions.wechsel (
  nummer integer generated always as identity primary key,
  was text not null,
  am timestamptz not null default now(),
  von text not null default (platform.actor())
);
comment on table descriptions.wechsel is 'class: public';

-- What a Kommune published for a Leistung. The newest number counts; `inhalt` is null once it is withdrawn.
create table descriptions.text (
  tenant_id uuid not null,
  leistung_id text not null check (leistung_id ~ '^L\d{5}$'),
  sprache text not null check (sprache ~ '^[a-z]{2,3}$'),
  nummer integer not null check (nummer > 0),
  ars text not null check (ars ~ '^\d{12}$'),
  ebene text not null check (ebene in ('Bund', 'Land', 'Kreis', 'Gemeinde')),
  redaktion text not null check (length(redaktion) between 1 and 200),
  inhalt jsonb,
  pruefen_bis date,
  veroeffentlicht_am timestamptz not null,
  veroeffentlicht_von text not null default (platform.actor()),
  primary key (tenant_id, leistung_id, sprache, nummer),
  check ((inhalt is null) = (pruefen_bis is null))
);
comment on table descriptions.text is 'class: public';
create index text_by_leistung on descriptions.text (leistung_id, ars, sprache, nummer desc);

-- What an editor writes before it is published. `version` counts its changes.
create table descriptions.text_entwurf (
  tenant_id uuid not null,
  leistung_id text not null check (leistung_id ~ '^L\d{5}$'),
  sprache text not null check (sprache ~ '^[a-z]{2,3}$'),
  version integer not null check (version > 0),
  inhalt jsonb not null,
  geaendert_am timestamptz not null,
  geaendert_von text not null default (platform.actor()),
  primary key (tenant_id, leistung_id, sprache)
);
comment on table descriptions.text_entwurf is 'class: tenant';

do $$
declare name text;
begin
  foreach name in array array['quelle', 'einlesung', 'objekt', 'bezug', 'wechsel', 'text', 'text_entwurf'] loop
    execute format('alter table descriptions.%I enable row level security', name);
    execute format('alter table descriptions.%I force row level security', name);
    execute format('grant select, insert on descriptions.%I to leitwerk_app', name);
  end loop;
  foreach name in array array['quelle', 'einlesung', 'objekt', 'bezug', 'wechsel'] loop
    execute format('create policy read on descriptions.%I for select to leitwerk_app using (true)', name);
    execute format('create policy write on descriptions.%I to leitwerk_app
      using ((select platform.scope()) = ''reference'') with check ((select platform.scope()) = ''reference'')', name);
  end loop;
  foreach name in array array['wechsel', 'text'] loop
    execute format('create trigger append_only before update or delete on descriptions.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
end $$;

create policy read on descriptions.text for select to leitwerk_app using (true);
create policy write on descriptions.text for insert to leitwerk_app
  with check ((select platform.scope()) = 'reference' and tenant_id = (select platform.tenant()));
create policy own on descriptions.text_entwurf to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));

grant update (name, ars) on descriptions.quelle to leitwerk_app;
grant update (zustand, fassung, gelesen, gelesen_bytes, bilanz, hinweise, grund, entschieden_am, entschieden_von)
  on descriptions.einlesung to leitwerk_app;
grant update (abgeloest_durch), delete on descriptions.objekt to leitwerk_app;
grant delete on descriptions.bezug to leitwerk_app;
grant update (version, inhalt, geaendert_am, geaendert_von), delete on descriptions.text_entwurf to leitwerk_app;
