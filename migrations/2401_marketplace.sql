-- The marketplace of Onlinedienste: what they offer and cost, who is interested, who may bind a Kommune, and what was
-- ordered of whom on which contract.
create schema marketplace;
grant usage on schema marketplace to leitwerk_app;

-- What a provider says of a service besides its definition; each change is a further row.
create table marketplace.angaben (
  dienst text not null check (dienst ~ '^[a-z][a-z0-9-]{1,59}$'),
  nummer integer not null check (nummer > 0),
  tenant_id uuid not null,
  haus text not null check (length(haus) between 2 and 200),
  inhalt jsonb not null,
  angegeben_am timestamptz not null,
  primary key (dienst, nummer)
);
comment on table marketplace.angaben is 'class: public';

-- A price sheet in the four parts of practice, from a day on. None is ever changed.
create table marketplace.preisblatt (
  dienst text not null check (dienst ~ '^[a-z][a-z0-9-]{1,59}$'),
  nummer integer not null check (nummer > 0),
  tenant_id uuid not null,
  haus text not null check (length(haus) between 2 and 200),
  gueltig_ab date not null,
  inhalt jsonb not null,
  angegeben_am timestamptz not null,
  primary key (dienst, nummer)
);
comment on table marketplace.preisblatt is 'class: public';

-- A document of an offer, for everybody to read: description, model of a contract, proof of a criterion.
create table marketplace.dokument (
  id uuid primary key,
  dienst text not null check (dienst ~ '^[a-z][a-z0-9-]{1,59}$'),
  tenant_id uuid not null,
  titel text not null check (length(titel) between 2 and 200),
  name text not null check (length(name) between 1 and 200),
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  bytes integer not null check (bytes between 1 and 10000000),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  inhalt bytea not null,
  hochgeladen_am timestamptz not null
);
comment on table marketplace.dokument is 'class: public';
create index dokument_by_dienst on marketplace.dokument (dienst);

-- A Kommune's word on a service, addressed to its provider. The newest number counts.
create table marketplace.interesse (
  tenant_id uuid not null,
  dienst text not null,
  nummer integer not null check (nummer > 0),
  recipient_id uuid not null,
  ags text not null check (ags ~ '^\d{5}(\d{3})?$'),
  kommune text not null,
  interessiert boolean not null,
  bemerkung text not null check (length(bemerkung) <= 1000),
  stand date not null,
  angegeben_am timestamptz not null,
  angegeben_von text not null default (platform.actor()),
  primary key (tenant_id, dienst, nummer)
);
comment on table marketplace.interesse is 'class: tenant';
create index interesse_by_recipient on marketplace.interesse (recipient_id, dienst);

-- A paper that was signed: a Vollmacht, a Rahmenvereinbarung, an order. Sealed under a key of its own, which is sealed
-- under the Kommune's. What goes to a provider names it.
create table marketplace.datei (
  tenant_id uuid not null,
  id uuid not null unique,
  recipient_id uuid,
  zweck text not null check (zweck in ('vollmacht', 'rahmenvereinbarung', 'bestellung')),
  name_sealed bytea not null,
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  bytes integer not null check (bytes between 1 and 10000000),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  schluessel_sealed bytea not null,
  inhalt bytea not null,
  hochgeladen_am timestamptz not null,
  hochgeladen_von text not null default (platform.actor()),
  primary key (tenant_id, id)
);
comment on table marketplace.datei is 'class: tenant';
create index datei_by_recipient on marketplace.datei (recipient_id);

-- Who may bind the Kommune, from when to when, up to which value. The name is sealed under the Kommune's key.
create table marketplace.befugnis (
  tenant_id uuid not null,
  id uuid not null,
  name_sealed bytea not null,
  mitglied uuid,
  art text not null check (art in ('leitung', 'vertretung', 'vollmacht', 'laufende-verwaltung')),
  grenze_cent bigint check (grenze_cent between 0 and 100000000000),
  gueltig_von date not null,
  gueltig_bis date check (gueltig_bis >= gueltig_von),
  grundlage text not null check (length(grundlage) between 3 and 500),
  datei uuid,
  eingetragen_am timestamptz not null,
  eingetragen_von text not null default (platform.actor()),
  widerrufen_zum date,
  widerrufen_am timestamptz,
  widerrufen_von text,
  primary key (tenant_id, id),
  foreign key (tenant_id, datei) references marketplace.datei (tenant_id, id),
  check (art <> 'vollmacht' or (datei is not null and grenze_cent is not null)),
  check (art <> 'laufende-verwaltung' or grenze_cent is not null),
  check ((widerrufen_zum is null) = (widerrufen_am is null))
);
comment on table marketplace.befugnis is 'class: tenant';

-- The contract of a Kommune with a provider below which it calls services off.
create table marketplace.rahmenvereinbarung (
  tenant_id uuid not null,
  id uuid not null,
  recipient_id uuid not null,
  anbieter text not null,
  ags text not null check (ags ~ '^\d{5}(\d{3})?$'),
  kommune text not null,
  titel text not null check (length(titel) between 3 and 200),
  gueltig_von date not null,
  gueltig_bis date check (gueltig_bis >= gueltig_von),
  kuendigung_monate smallint not null check (kuendigung_monate between 0 and 60),
  gezeichnet_von text not null check (length(gezeichnet_von) between 2 and 200),
  datei uuid,
  eingetragen_am timestamptz not null,
  gekuendigt_zum date,
  gekuendigt_am timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, datei) references marketplace.datei (tenant_id, id),
  check ((gekuendigt_zum is null) = (gekuendigt_am is null))
);
comment on table marketplace.rahmenvereinbarung is 'class: tenant';
create index rahmenvereinbarung_by_recipient on marketplace.rahmenvereinbarung (recipient_id);

-- An order. `version` counts the changes; of a service a Kommune has at most one that is not over.
create table marketplace.bestellung (
  tenant_id uuid not null,
  id uuid not null,
  recipient_id uuid not null,
  dienst text not null,
  ags text not null check (ags ~ '^\d{5}(\d{3})?$'),
  kommune text not null,
  zustand text not null
    check (zustand in ('vorbereitet', 'gezeichnet', 'angenommen', 'abgelehnt', 'zurueckgezogen', 'beendet')),
  version integer not null check (version > 0),
  inhalt jsonb not null,
  vorbereitet_am timestamptz not null,
  vorbereitet_von text not null default (platform.actor()),
  zeichnung jsonb,
  datei uuid,
  erfasst_am timestamptz,
  erfasst_von text,
  entschieden_am date,
  entschieden_von text,
  zeitraum jsonb,
  grund text check (length(grund) between 3 and 1000),
  beendet_zum date,
  primary key (tenant_id, id),
  foreign key (tenant_id, datei) references marketplace.datei (tenant_id, id),
  check (zeichnung is not null or zustand in ('vorbereitet', 'zurueckgezogen')),
  check ((zustand = 'beendet') = (beendet_zum is not null)),
  check (zeitraum is not null or zustand not in ('angenommen', 'beendet'))
);
comment on table marketplace.bestellung is 'class: tenant';
create unique index bestellung_open on marketplace.bestellung (tenant_id, dienst)
  where zustand in ('vorbereitet', 'gezeichnet', 'angenommen');
create index bestellung_by_recipient on marketplace.bestellung (recipient_id, zustand);

-- An order for all Kommunen of a Land, or of a circle, on a dated legal basis. Everybody may know of it.
create table marketplace.sammelbestellung (
  id uuid primary key,
  tenant_id uuid not null,
  recipient_id uuid not null,
  dienst text not null,
  auftraggeber text not null check (length(auftraggeber) between 3 and 200),
  land text check (land ~ '^\d\d$'),
  ags text[] not null,
  rechtsgrundlage text not null check (length(rechtsgrundlage) between 5 and 500),
  quelle text not null check (length(quelle) <= 500),
  gueltig_von date not null,
  gueltig_bis date check (gueltig_bis >= gueltig_von),
  zahlt text not null check (zahlt in ('auftraggeber', 'kommune')),
  gezeichnet_von text not null check (length(gezeichnet_von) between 2 and 200),
  gezeichnet_am date not null,
  angegeben_am timestamptz not null,
  angegeben_von text not null default (platform.actor()),
  check ((land is null) = (cardinality(ags) > 0))
);
comment on table marketplace.sammelbestellung is 'class: public';
create index sammelbestellung_by_dienst on marketplace.sammelbestellung (dienst);

-- What the provider answered to it, once.
create table marketplace.sammelbestellung_entscheid (
  sammelbestellung_id uuid primary key references marketplace.sammelbestellung (id),
  tenant_id uuid not null,
  angenommen boolean not null,
  grund text check (length(grund) between 3 and 1000),
  am date not null,
  entschieden_von text not null default (platform.actor()),
  check (angenommen or grund is not null)
);
comment on table marketplace.sammelbestellung_entscheid is 'class: public';

do $$
declare name text;
begin
  foreach name in array array['angaben', 'preisblatt', 'dokument', 'interesse', 'datei', 'befugnis',
      'rahmenvereinbarung', 'bestellung', 'sammelbestellung', 'sammelbestellung_entscheid'] loop
    execute format('alter table marketplace.%I enable row level security', name);
    execute format('alter table marketplace.%I force row level security', name);
    execute format('grant select, insert on marketplace.%I to leitwerk_app', name);
  end loop;
  foreach name in array array['angaben', 'preisblatt', 'dokument', 'sammelbestellung', 'sammelbestellung_entscheid'] loop
    execute format('create policy read on marketplace.%I for select to leitwerk_app using (true)', name);
    execute format('create policy write on marketplace.%I for insert to leitwerk_app
      with check ((select platform.scope()) = ''reference'' and tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['interesse', 'datei', 'befugnis', 'rahmenvereinbarung', 'bestellung'] loop
    execute format('create policy own on marketplace.%I for select to leitwerk_app
      using (tenant_id = (select platform.tenant()))', name);
    execute format('create policy state on marketplace.%I for insert to leitwerk_app
      with check (tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['interesse', 'datei', 'rahmenvereinbarung'] loop
    execute format('create policy addressed on marketplace.%I for select to leitwerk_app
      using (recipient_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['angaben', 'preisblatt', 'dokument', 'interesse', 'datei', 'sammelbestellung',
      'sammelbestellung_entscheid'] loop
    execute format('create trigger append_only before update or delete on marketplace.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
end $$;

-- How long others took is counted over all; no answer names one of them.
create policy counted on marketplace.interesse for select to leitwerk_app
  using (tenant_id = any ((select identity.counted())::uuid[]));

-- A provider sees an order once it is signed, and answers it once.
create policy addressed on marketplace.bestellung for select to leitwerk_app
  using (recipient_id = (select platform.tenant()) and zeichnung is not null);
create policy change on marketplace.bestellung for update to leitwerk_app
  using (tenant_id = (select platform.tenant()) and zustand in ('vorbereitet', 'gezeichnet', 'angenommen'))
  with check (tenant_id = (select platform.tenant()) and zustand in ('gezeichnet', 'zurueckgezogen', 'beendet'));
create policy decide on marketplace.bestellung for update to leitwerk_app
  using (recipient_id = (select platform.tenant()) and zustand = 'gezeichnet')
  with check (recipient_id = (select platform.tenant()) and zustand in ('angenommen', 'abgelehnt'));
grant update (zustand, version, zeichnung, datei, erfasst_am, erfasst_von, entschieden_am, entschieden_von, zeitraum,
  grund, beendet_zum) on marketplace.bestellung to leitwerk_app;

create policy revoke on marketplace.befugnis for update to leitwerk_app
  using (tenant_id = (select platform.tenant()) and widerrufen_zum is null)
  with check (tenant_id = (select platform.tenant()) and widerrufen_zum is not null);
grant update (widerrufen_zum, widerrufen_am, widerrufen_von) on marketplace.befugnis to leitwerk_app;

create policy give_notice on marketplace.rahmenvereinbarung for update to leitwerk_app
  using (tenant_id = (select platform.tenant()) and gekuendigt_zum is null)
  with check (tenant_id = (select platform.tenant()) and gekuendigt_zum is not null);
grant update (gekuendigt_zum, gekuendigt_am) on marketplace.rahmenvereinbarung to leitwerk_app;
