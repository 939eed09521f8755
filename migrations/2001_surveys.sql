-- Bedarfsabfragen: an IT-Dienstleister asks its Kommunen which Leistungen they need and when. Answers are only ever added;
-- `fassung` counts those of one cell (Kommune × Leistung), so that of two editors nobody loses what they wrote.
create schema surveys;
grant usage on schema surveys to leitwerk_app;

-- The IT-Dienstleister that care for the current Kommune today.
create function surveys.betreuer() returns uuid[] language sql stable
  return array(select b.provider_id from identity.betreuung b
    where b.kommune_id = (select platform.tenant())
      and b.valid_from <= identity.today() and coalesce(b.valid_to, 'infinity') >= identity.today());

create table surveys.umfrage (
  tenant_id uuid not null,
  id uuid not null unique,
  fassung integer not null check (fassung > 0),
  zustand text not null check (zustand in ('entwurf', 'offen', 'nachfrist', 'geschlossen', 'ausgewertet',
    'veroeffentlicht')),
  inhalt jsonb not null,
  frist date,
  nachfrist date,
  angelegt_am timestamptz not null,
  geoeffnet_am timestamptz,
  erfunden boolean not null default false,
  primary key (tenant_id, id),
  check (zustand = 'entwurf' or frist is not null),
  check (nachfrist is null or nachfrist > frist)
);
comment on table surveys.umfrage is 'class: tenant';

-- Every step of a survey, with its reason where one is needed.
create table surveys.schritt (
  tenant_id uuid not null,
  umfrage_id uuid not null,
  nummer integer not null check (nummer > 0),
  art text not null,
  von text not null,
  nach text not null,
  grund text check (length(grund) between 1 and 1000),
  am timestamptz not null,
  gegangen_von text not null default (platform.actor()),
  primary key (tenant_id, umfrage_id, nummer),
  foreign key (tenant_id, umfrage_id) references surveys.umfrage (tenant_id, id)
);
comment on table surveys.schritt is 'class: tenant';

-- Which Kommune is asked about which Leistungen, fixed when the survey opens.
create table surveys.gefragt (
  tenant_id uuid not null,
  umfrage_id uuid not null,
  kommune_id uuid not null,
  ags text not null check (ags ~ '^\d{5}(\d{3})?$'),
  name text not null,
  leistungen text[] not null,
  primary key (tenant_id, umfrage_id, kommune_id),
  foreign key (tenant_id, umfrage_id) references surveys.umfrage (tenant_id, id)
);
comment on table surveys.gefragt is 'class: tenant';
create index gefragt_by_kommune on surveys.gefragt (kommune_id, umfrage_id);

-- What a Kommune says of a Leistung, for itself until it is released.
create table surveys.antwort (
  tenant_id uuid not null,
  umfrage_id uuid not null,
  leistung_id text not null check (leistung_id ~ '^L\d{5}$'),
  fassung integer not null check (fassung > 0),
  bedarf text check (bedarf in ('ja', 'spaeter', 'nein')),
  wunschquartal text check (wunschquartal ~ '^\d{4}-Q[1-4]$'),
  fallzahl integer check (fallzahl >= 0),
  vorarbeit text check (vorarbeit in ('keine', 'begonnen', 'abgeschlossen')),
  bemerkung text not null default '' check (length(bemerkung) <= 2000),
  frei jsonb not null default '{}',
  vorbelegt boolean not null,
  spaet boolean not null,
  angegeben_am timestamptz not null,
  angegeben_von text not null default (platform.actor()),
  primary key (tenant_id, umfrage_id, leistung_id, fassung)
);
comment on table surveys.antwort is 'class: tenant';

-- What somebody typed that could not become an answer: the deadline had passed, or somebody else wrote the same field.
create table surveys.verwahrt (
  tenant_id uuid not null,
  id uuid not null,
  umfrage_id uuid not null,
  leistung_id text not null,
  art text not null check (art in ('konflikt', 'geschlossen')),
  felder jsonb not null,
  am timestamptz not null,
  getippt_von text not null default (platform.actor()),
  erledigt text check (erledigt in ('uebernommen', 'verworfen')),
  primary key (tenant_id, id)
);
comment on table surveys.verwahrt is 'class: tenant';
create index verwahrt_open on surveys.verwahrt (tenant_id, umfrage_id) where erledigt is null;

-- Who of the Kommune answers for a Leistung; the newest entry counts, without a person nobody in particular does.
create table surveys.auftrag (
  tenant_id uuid not null,
  umfrage_id uuid not null,
  leistung_id text not null,
  nummer integer not null check (nummer > 0),
  mitglied_id uuid,
  am timestamptz not null,
  verteilt_von text not null default (platform.actor()),
  primary key (tenant_id, umfrage_id, leistung_id, nummer)
);
comment on table surveys.auftrag is 'class: tenant';

-- What happened to the answers of a Kommune as a whole.
create table surveys.abgabe (
  tenant_id uuid not null,
  umfrage_id uuid not null,
  nummer integer not null check (nummer > 0),
  art text not null check (art in ('begonnen', 'eingereicht', 'zurueckgegeben', 'freigegeben', 'geaendert')),
  grund text check (length(grund) between 1 and 1000),
  am timestamptz not null,
  gegangen_von text not null default (platform.actor()),
  primary key (tenant_id, umfrage_id, nummer)
);
comment on table surveys.abgabe is 'class: tenant';

-- How far a Kommune is: numbers for the live view of its IT-Dienstleister.
create table surveys.teilnahme (
  tenant_id uuid not null,
  umfrage_id uuid not null,
  ags text not null,
  zustand text not null check (zustand in ('unbearbeitet', 'in-arbeit', 'eingereicht', 'freigegeben')),
  gefragt integer not null check (gefragt >= 0),
  beantwortet integer not null check (beantwortet >= 0),
  spaet boolean not null default false,
  zuletzt timestamptz,
  freigegeben_am timestamptz,
  primary key (tenant_id, umfrage_id)
) with (fillfactor = 50);
comment on table surveys.teilnahme is 'class: circle';

-- The answers as a second person released them; the newest release of a Kommune counts as a whole.
create table surveys.freigegeben (
  tenant_id uuid not null,
  umfrage_id uuid not null,
  freigabe integer not null check (freigabe > 0),
  leistung_id text not null,
  ags text not null,
  bedarf text,
  wunschquartal text,
  fallzahl integer,
  vorarbeit text,
  bemerkung text not null,
  frei jsonb not null,
  vorbelegt boolean not null,
  spaet boolean not null,
  primary key (tenant_id, umfrage_id, freigabe, leistung_id)
);
comment on table surveys.freigegeben is 'class: circle';
create index freigegeben_by_umfrage on surveys.freigegeben (umfrage_id, leistung_id);

-- The published result: counts, for the Kommunen that the IT-Dienstleister cares for.
create table surveys.ergebnis (
  tenant_id uuid not null,
  umfrage_id uuid not null,
  nummer integer not null check (nummer > 0),
  kommunen integer not null,
  beteiligt integer not null,
  zeilen jsonb not null,
  veroeffentlicht_am timestamptz not null,
  gilt boolean not null default true,
  primary key (tenant_id, umfrage_id, nummer),
  foreign key (tenant_id, umfrage_id) references surveys.umfrage (tenant_id, id)
);
comment on table surveys.ergebnis is 'class: tenant';

-- A round of reminders, and which member of a Kommune was mailed in it: nobody twice.
create table surveys.erinnerung (
  tenant_id uuid not null,
  umfrage_id uuid not null,
  nummer integer not null check (nummer > 0),
  anlass text not null,
  am timestamptz not null,
  kommunen integer,
  mails integer,
  primary key (tenant_id, umfrage_id, nummer),
  unique (tenant_id, umfrage_id, anlass),
  foreign key (tenant_id, umfrage_id) references surveys.umfrage (tenant_id, id)
);
comment on table surveys.erinnerung is 'class: tenant';
create table surveys.erinnert (
  tenant_id uuid not null,
  umfrage_id uuid not null,
  nummer integer not null,
  mitglied_id uuid not null,
  am timestamptz not null,
  primary key (tenant_id, umfrage_id, nummer, mitglied_id)
);
comment on table surveys.erinnert is 'class: tenant';

-- A table of answers between its preview and its confirmation.
create table surveys.einlesung (
  tenant_id uuid not null,
  id uuid not null,
  umfrage_id uuid not null,
  dateiname text not null,
  zeilen jsonb not null,
  angelegt_am timestamptz not null,
  primary key (tenant_id, id)
);
comment on table surveys.einlesung is 'class: tenant';

do $$
declare name text;
begin
  foreach name in array array['umfrage', 'schritt', 'gefragt', 'antwort', 'verwahrt', 'auftrag', 'abgabe', 'teilnahme',
      'freigegeben', 'ergebnis', 'erinnerung', 'erinnert', 'einlesung'] loop
    execute format('alter table surveys.%I enable row level security', name);
    execute format('alter table surveys.%I force row level security', name);
    execute format('grant select, insert on surveys.%I to leitwerk_app', name);
    execute format('create policy own on surveys.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['schritt', 'antwort', 'auftrag', 'abgabe', 'freigegeben', 'erinnert'] loop
    execute format('create trigger append_only before update or delete on surveys.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
  foreach name in array array['teilnahme', 'freigegeben'] loop
    execute format('create policy shared on surveys.%I for select to leitwerk_app
      using (tenant_id = any ((select identity.circle())::uuid[]))', name);
  end loop;
end $$;

create policy asked on surveys.umfrage for select to leitwerk_app
  using (zustand <> 'entwurf' and tenant_id = any ((select surveys.betreuer())::uuid[]));
create policy asked on surveys.gefragt for select to leitwerk_app
  using (kommune_id = (select platform.tenant()));
create policy published on surveys.ergebnis for select to leitwerk_app
  using (gilt and tenant_id = any ((select surveys.betreuer())::uuid[]));
grant update (fassung, zustand, inhalt, frist, nachfrist, geoeffnet_am) on surveys.umfrage to leitwerk_app;
grant delete on surveys.gefragt, surveys.einlesung to leitwerk_app;
grant update (erledigt) on surveys.verwahrt to leitwerk_app;
grant update (zustand, gefragt, beantwortet, spaet, zuletzt, freigegeben_am) on surveys.teilnahme to leitwerk_app;
grant update (gilt) on surveys.ergebnis to leitwerk_app;
grant update (kommunen, mails) on surveys.erinnerung to leitwerk_app;
