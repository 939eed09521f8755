-- The working group of an IT-Dienstleister: its Kommunen and guests, sessions, minutes, decisions, tasks and questions.
create schema workgroup;
grant usage on schema workgroup to leitwerk_app;

-- The IT-Dienstleister that care for the current Kommune today: whose groups it may join and read.
create function workgroup.betreuer() returns uuid[] language sql stable
  return array(select b.provider_id from identity.betreuung b
    where b.kommune_id = (select platform.tenant())
      and b.valid_from <= identity.today() and coalesce(b.valid_to, 'infinity') >= identity.today());

-- provider_id says in every table whose group it is; tenant_id says who wrote the row.
create table workgroup.gruppe (
  tenant_id uuid not null,
  provider_id uuid not null,
  id uuid not null unique,
  name text not null check (length(name) between 3 and 200),
  zweck text not null check (length(zweck) <= 2000),
  angelegt_am timestamptz not null,
  primary key (tenant_id, id)
);
comment on table workgroup.gruppe is 'class: tenant';

-- A seat: of a Kommune, or of the IT-Dienstleister itself. Who takes it is named by the organisation, by id and no name.
create table workgroup.sitz (
  tenant_id uuid not null,
  provider_id uuid not null,
  id uuid not null unique,
  gruppe_id uuid not null references workgroup.gruppe (id),
  haus_id uuid not null,
  haus text not null check (length(haus) between 2 and 200),
  ags text check (ags ~ '^\d{5}(\d{3})?$'),
  member_id uuid,
  seit date not null,
  bis date,
  nachfolge uuid,
  primary key (tenant_id, id)
);
comment on table workgroup.sitz is 'class: tenant';
create unique index sitz_once on workgroup.sitz (gruppe_id, haus_id, member_id) nulls not distinct where bis is null;
create index sitz_by_haus on workgroup.sitz (haus_id);

-- A guest without an account; name, organisation and address are sealed, and gone on their day.
create table workgroup.gast (
  tenant_id uuid not null,
  id uuid not null unique,
  gruppe_id uuid not null references workgroup.gruppe (id),
  angaben_sealed bytea,
  loeschen_am date not null,
  aufgenommen_am timestamptz not null,
  geloescht_am timestamptz,
  primary key (tenant_id, id),
  check ((geloescht_am is null) = (angaben_sealed is not null))
);
comment on table workgroup.gast is 'class: tenant';

create table workgroup.sitzung (
  tenant_id uuid not null,
  provider_id uuid not null,
  id uuid not null unique,
  gruppe_id uuid not null references workgroup.gruppe (id),
  nummer integer not null check (nummer > 0),
  fassung integer not null check (fassung > 0),
  titel text not null check (length(titel) between 3 and 200),
  tag date not null,
  beginn text not null check (beginn ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ende text not null check (ende ~ '^([01]\d|2[0-3]):[0-5]\d$' and ende > beginn),
  form text not null check (form in ('praesenz', 'online', 'hybrid')),
  ort text not null check (length(ort) <= 300),
  link text not null check (length(link) <= 500),
  abstand_monate integer check (abstand_monate between 1 and 12),
  zustand text not null check (zustand in ('entwurf', 'eingeladen', 'laeuft', 'abgeschlossen', 'abgesagt')),
  -- Of the calendar entry: rises with every invitation, change and cancellation that goes out.
  kalender_folge integer not null check (kalender_folge >= 0),
  grund text not null default '',
  abgeschlossen_am timestamptz,
  angelegt_am timestamptz not null,
  primary key (tenant_id, id),
  unique (gruppe_id, nummer)
);
comment on table workgroup.sitzung is 'class: tenant';

-- One mail to one recipient: `sitz:<id>` or `gast:<id>`, once for each turn of the calendar entry.
create table workgroup.zustellung (
  tenant_id uuid not null,
  id uuid not null,
  sitzung_id uuid not null references workgroup.sitzung (id),
  empfaenger text not null,
  art text not null check (art in ('einladung', 'aenderung', 'absage')),
  kalender_folge integer not null,
  -- What the recipient is told: as it was when the mail was ordered.
  inhalt jsonb not null,
  zustand text not null check (zustand in ('wartet', 'gesendet', 'fehlgeschlagen', 'aufgegeben')),
  versuche integer not null default 0,
  naechster_versuch timestamptz not null,
  gesendet_am timestamptz,
  grund text,
  primary key (tenant_id, id),
  unique (tenant_id, sitzung_id, empfaenger, kalender_folge)
);
comment on table workgroup.zustellung is 'class: tenant';

create table workgroup.punkt (
  tenant_id uuid not null,
  provider_id uuid not null,
  id uuid not null unique,
  sitzung_id uuid not null references workgroup.sitzung (id),
  stelle integer not null,
  titel text not null check (length(titel) between 3 and 200),
  minuten integer not null check (minuten between 0 and 480),
  zustaendig uuid references workgroup.sitz (id),
  text text not null check (length(text) <= 5000),
  primary key (tenant_id, id)
);
comment on table workgroup.punkt is 'class: tenant';
create index punkt_by_sitzung on workgroup.punkt (sitzung_id);

-- A file for a session, sealed under a key of its own, which is sealed under the IT-Dienstleister's.
create table workgroup.material (
  tenant_id uuid not null,
  provider_id uuid not null,
  id uuid not null unique,
  sitzung_id uuid not null references workgroup.sitzung (id),
  punkt_id uuid,
  name text not null check (length(name) between 1 and 200),
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  bytes integer not null check (bytes between 1 and 10000000),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  schluessel_sealed bytea,
  inhalt bytea,
  hochgeladen_am timestamptz not null,
  geloescht_am timestamptz,
  primary key (tenant_id, id),
  check ((geloescht_am is null) = (inhalt is not null and schluessel_sealed is not null))
);
comment on table workgroup.material is 'class: tenant';
create index material_by_sitzung on workgroup.material (sitzung_id);

create table workgroup.anmeldung (
  tenant_id uuid not null,
  provider_id uuid not null,
  sitzung_id uuid not null references workgroup.sitzung (id),
  sitz_id uuid not null references workgroup.sitz (id),
  teilnahme text not null check (teilnahme in ('vor-ort', 'online', 'nein')),
  am timestamptz not null,
  primary key (tenant_id, sitzung_id, sitz_id)
);
comment on table workgroup.anmeldung is 'class: tenant';

-- Who was there, as the minutes say: a seat or a guest by its id.
create table workgroup.anwesenheit (
  tenant_id uuid not null,
  provider_id uuid not null,
  sitzung_id uuid not null references workgroup.sitzung (id),
  wer text not null check (wer ~ '^(sitz|gast):[0-9a-f-]{36}$'),
  am timestamptz not null,
  primary key (tenant_id, sitzung_id, wer)
);
comment on table workgroup.anwesenheit is 'class: tenant';

-- A note of the minutes. Each writer's note is a row of its own, so two who write at once never meet.
create table workgroup.notiz (
  tenant_id uuid not null,
  provider_id uuid not null,
  id uuid not null unique,
  sitzung_id uuid not null references workgroup.sitzung (id),
  punkt_id uuid,
  fassung integer not null check (fassung > 0),
  text text not null check (length(text) <= 10000),
  haus text not null,
  person text not null,
  angelegt_am timestamptz not null,
  geaendert_am timestamptz not null,
  geaendert_von text not null,
  primary key (tenant_id, id)
);
comment on table workgroup.notiz is 'class: tenant';
create index notiz_by_sitzung on workgroup.notiz (sitzung_id);

create table workgroup.beschluss (
  tenant_id uuid not null,
  provider_id uuid not null,
  id uuid not null unique,
  sitzung_id uuid not null references workgroup.sitzung (id),
  punkt_id uuid,
  nummer integer not null check (nummer > 0),
  titel text not null check (length(titel) between 3 and 200),
  text text not null check (length(text) between 3 and 5000),
  gewichtung text not null check (gewichtung in ('person', 'kommune', 'einwohner')),
  zustand text not null check (zustand in ('vorgeschlagen', 'abstimmung', 'angenommen', 'abgelehnt', 'zurueckgezogen')),
  -- What was counted when the vote ended; null where none was held.
  ergebnis jsonb,
  grund text not null default '',
  entschieden_am timestamptz,
  angelegt_am timestamptz not null,
  primary key (tenant_id, id),
  unique (sitzung_id, nummer)
);
comment on table workgroup.beschluss is 'class: tenant';

-- What a decision concerns: it is shown there.
create table workgroup.beschluss_ziel (
  tenant_id uuid not null,
  provider_id uuid not null,
  beschluss_id uuid not null references workgroup.beschluss (id),
  art text not null check (art ~ '^[a-z][a-z-]{1,30}$'),
  datensatz text not null check (length(datensatz) between 1 and 200),
  name text not null check (length(name) between 1 and 500),
  href text not null check (href ~ '^/[^/]' and length(href) <= 500),
  primary key (tenant_id, beschluss_id, art, datensatz)
);
comment on table workgroup.beschluss_ziel is 'class: tenant';
create index beschluss_ziel_by_datensatz on workgroup.beschluss_ziel (art, datensatz);

-- A vote. stimmrecht names whose it is: the Kommune where votes are weighted, else the seat.
create table workgroup.stimme (
  tenant_id uuid not null,
  provider_id uuid not null,
  beschluss_id uuid not null references workgroup.beschluss (id),
  stimmrecht uuid not null,
  haus text not null,
  ags text,
  wahl text not null check (wahl in ('ja', 'nein', 'enthaltung')),
  am timestamptz not null,
  primary key (tenant_id, beschluss_id, stimmrecht)
);
comment on table workgroup.stimme is 'class: tenant';
create index stimme_by_beschluss on workgroup.stimme (beschluss_id);

create table workgroup.aufgabe (
  tenant_id uuid not null,
  provider_id uuid not null,
  id uuid not null unique,
  gruppe_id uuid not null references workgroup.gruppe (id),
  sitzung_id uuid references workgroup.sitzung (id),
  beschluss_id uuid references workgroup.beschluss (id),
  titel text not null check (length(titel) between 3 and 300),
  faellig date,
  angelegt_am timestamptz not null,
  primary key (tenant_id, id)
);
comment on table workgroup.aufgabe is 'class: tenant';

-- What became of a task. The newest step says its state and whose it is.
create table workgroup.aufgabe_schritt (
  tenant_id uuid not null,
  provider_id uuid not null,
  aufgabe_id uuid not null references workgroup.aufgabe (id),
  nr integer not null check (nr > 0),
  art text not null check (art in ('angelegt', 'uebergeben', 'erledigt', 'wieder-offen', 'entfallen')),
  zustaendig uuid references workgroup.sitz (id),
  text text not null check (length(text) <= 2000),
  haus text not null,
  am timestamptz not null,
  primary key (tenant_id, aufgabe_id, nr),
  unique (aufgabe_id, nr)
);
comment on table workgroup.aufgabe_schritt is 'class: tenant';

-- Who answers a question of the circle. The question itself, its text and its state stand in discussion.
create table workgroup.frage_zuteilung (
  tenant_id uuid not null,
  provider_id uuid not null,
  rueckfrage_id uuid not null,
  nr integer not null check (nr > 0),
  zustaendig uuid references workgroup.sitz (id),
  grund text not null check (length(grund) <= 500),
  am timestamptz not null,
  primary key (tenant_id, rueckfrage_id, nr),
  unique (rueckfrage_id, nr)
);
comment on table workgroup.frage_zuteilung is 'class: tenant';

-- Which questions stood on the agenda of a session, and how they stood at its end.
create table workgroup.sitzung_frage (
  tenant_id uuid not null,
  provider_id uuid not null,
  sitzung_id uuid not null references workgroup.sitzung (id),
  rueckfrage_id uuid not null,
  betreff text not null,
  zustand text not null check (zustand in ('offen', 'wieder-offen', 'beantwortet', 'zurueckgezogen')),
  zustaendig text,
  primary key (tenant_id, sitzung_id, rueckfrage_id)
);
comment on table workgroup.sitzung_frage is 'class: tenant';

-- „Was ist neu“ of a session as it was when the session ended; before, it is made anew on every look.
create table workgroup.neuerungsblatt (
  tenant_id uuid not null,
  provider_id uuid not null,
  sitzung_id uuid not null references workgroup.sitzung (id),
  inhalt jsonb not null,
  erstellt_am timestamptz not null,
  primary key (tenant_id, sitzung_id)
);
comment on table workgroup.neuerungsblatt is 'class: tenant';

-- Files that the worker made for an organisation; the name says of what, and of which state of it.
create table workgroup.pdf (
  tenant_id uuid not null,
  name text not null check (length(name) between 3 and 300),
  auftrag jsonb not null,
  inhalt bytea,
  angefordert_am timestamptz not null,
  primary key (tenant_id, name)
);
comment on table workgroup.pdf is 'class: tenant';

do $$
declare name text;
begin
  foreach name in array array['gruppe', 'sitz', 'gast', 'sitzung', 'zustellung', 'punkt', 'material', 'anmeldung',
      'anwesenheit', 'notiz', 'beschluss', 'beschluss_ziel', 'stimme', 'aufgabe', 'aufgabe_schritt', 'frage_zuteilung',
      'sitzung_frage', 'neuerungsblatt', 'pdf'] loop
    execute format('alter table workgroup.%I enable row level security', name);
    execute format('alter table workgroup.%I force row level security', name);
    execute format('grant select, insert on workgroup.%I to leitwerk_app', name);
  end loop;
  -- What only the organisation itself reads and writes.
  foreach name in array array['gast', 'zustellung', 'pdf'] loop
    execute format('create policy own on workgroup.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
  -- What is the group's: its IT-Dienstleister reads it, and every Kommune that it cares for today.
  foreach name in array array['gruppe', 'sitz', 'sitzung', 'punkt', 'material', 'anmeldung', 'anwesenheit', 'notiz',
      'beschluss', 'beschluss_ziel', 'stimme', 'aufgabe', 'aufgabe_schritt', 'frage_zuteilung', 'sitzung_frage',
      'neuerungsblatt'] loop
    execute format('create index %I on workgroup.%I (provider_id)', name || '_by_provider', name);
    execute format('create policy provider on workgroup.%I for select to leitwerk_app
      using (provider_id = (select platform.tenant()))', name);
    execute format('create policy downwards on workgroup.%I for select to leitwerk_app
      using (provider_id = any ((select workgroup.betreuer())::uuid[]))', name);
  end loop;
  -- What its IT-Dienstleister alone writes.
  foreach name in array array['gruppe', 'sitzung', 'punkt', 'material', 'anwesenheit', 'beschluss', 'beschluss_ziel',
      'aufgabe', 'sitzung_frage', 'neuerungsblatt'] loop
    execute format('create policy lead on workgroup.%I for insert to leitwerk_app
      with check (tenant_id = (select platform.tenant()) and provider_id = tenant_id)', name);
  end loop;
  -- What members write too.
  foreach name in array array['sitz', 'anmeldung', 'notiz', 'stimme', 'aufgabe_schritt', 'frage_zuteilung'] loop
    execute format('create policy own on workgroup.%I for select to leitwerk_app
      using (tenant_id = (select platform.tenant()))', name);
    execute format('create policy take_part on workgroup.%I for insert to leitwerk_app
      with check (tenant_id = (select platform.tenant()) and (provider_id = tenant_id
        or provider_id = any ((select workgroup.betreuer())::uuid[])))', name);
  end loop;
  foreach name in array array['sitzung', 'punkt', 'material', 'beschluss', 'anmeldung', 'stimme'] loop
    execute format('create policy change on workgroup.%I for update to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['punkt', 'anwesenheit'] loop
    execute format('grant delete on workgroup.%I to leitwerk_app', name);
    execute format('create policy remove on workgroup.%I for delete to leitwerk_app
      using (tenant_id = (select platform.tenant()))', name);
  end loop;
end $$;

-- A seat is changed by its organisation and by the IT-Dienstleister; a note by whoever wrote it and by the IT-Dienstleister.
create policy change on workgroup.sitz for update to leitwerk_app
  using ((select platform.tenant()) in (haus_id, provider_id)) with check ((select platform.tenant()) in (haus_id, provider_id));
create policy change on workgroup.notiz for update to leitwerk_app
  using ((select platform.tenant()) in (tenant_id, provider_id))
  with check ((select platform.tenant()) in (tenant_id, provider_id));

grant update (member_id, bis, nachfolge) on workgroup.sitz to leitwerk_app;
grant update (angaben_sealed, geloescht_am) on workgroup.gast to leitwerk_app;
grant update (fassung, titel, tag, beginn, ende, form, ort, link, abstand_monate, zustand, kalender_folge, grund,
  abgeschlossen_am) on workgroup.sitzung to leitwerk_app;
grant update (zustand, versuche, naechster_versuch, gesendet_am, grund) on workgroup.zustellung to leitwerk_app;
grant update (stelle, titel, minuten, zustaendig, text) on workgroup.punkt to leitwerk_app;
grant update (schluessel_sealed, inhalt, geloescht_am) on workgroup.material to leitwerk_app;
grant update (teilnahme, am) on workgroup.anmeldung to leitwerk_app;
grant update (fassung, text, punkt_id, geaendert_am, geaendert_von) on workgroup.notiz to leitwerk_app;
grant update (zustand, ergebnis, grund, entschieden_am) on workgroup.beschluss to leitwerk_app;
grant update (wahl, am) on workgroup.stimme to leitwerk_app;
grant update (inhalt), delete on workgroup.pdf to leitwerk_app;
