-- Priorities of an IT-Dienstleister with its Kommunen, and its Einführungsstrategie. Everything is only added.
create schema priorities;
grant usage on schema priorities to leitwerk_app;

-- What the provider's people state of a Leistung, or of all of an OZG-Leistung, by one criterion. An empty value takes
-- the former one back. Its Kommunen read along, so that they see why something stands where it does.
create table priorities.angabe (
  tenant_id uuid not null,
  bezug_art text not null check (bezug_art in ('leistung', 'ozg')),
  bezug_id text not null check (bezug_id ~ '^[A-Za-z0-9-]{1,40}$'),
  kriterium text not null check (kriterium ~ '^[a-z-]{3,40}$'),
  fassung integer not null check (fassung > 0),
  rohwert text check (length(rohwert) between 1 and 40),
  quelle text not null check (length(quelle) between 3 and 300),
  stand date not null,
  angegeben_am timestamptz not null,
  angegeben_von text not null default (platform.actor()),
  primary key (tenant_id, bezug_art, bezug_id, kriterium, fassung)
);
comment on table priorities.angabe is 'class: tenant';

-- A scheme of weights after one change. Drafts are the provider's own.
create table priorities.schema_fassung (
  tenant_id uuid not null,
  id uuid not null,
  fassung integer not null check (fassung > 0),
  titel text not null check (length(titel) between 3 and 120),
  gewichtung jsonb not null,
  gespeichert_am timestamptz not null,
  gespeichert_von text not null default (platform.actor()),
  primary key (tenant_id, id, fassung)
);
comment on table priorities.schema_fassung is 'class: tenant';

-- A decided scheme with all that it was computed from and what came out, for ever.
create table priorities.beschluss (
  tenant_id uuid not null,
  nummer integer not null check (nummer > 0),
  schema_id uuid not null,
  fassung integer not null,
  titel text not null,
  gewichtung jsonb not null,
  stichtag date not null,
  gremium text not null check (length(gremium) between 3 and 200),
  grund text not null check (length(grund) between 3 and 1000),
  sitzungsbeschluss text check (length(sitzungsbeschluss) between 1 and 200),
  leistungen integer not null check (leistungen > 0),
  pruefsumme text not null check (pruefsumme ~ '^[0-9a-f]{64}$'),
  beschlossen_am timestamptz not null,
  beschlossen_von text not null default (platform.actor()),
  primary key (tenant_id, nummer),
  unique (tenant_id, schema_id, fassung),
  foreign key (tenant_id, schema_id, fassung) references priorities.schema_fassung (tenant_id, id, fassung)
);
comment on table priorities.beschluss is 'class: tenant';

-- Apart from the decision, so that a list of decisions stays light.
create table priorities.beschluss_inhalt (
  tenant_id uuid not null,
  nummer integer not null,
  eingaben jsonb not null,
  ergebnis jsonb not null,
  primary key (tenant_id, nummer),
  foreign key (tenant_id, nummer) references priorities.beschluss (tenant_id, nummer)
);
comment on table priorities.beschluss_inhalt is 'class: tenant';

create table priorities.strategie (
  tenant_id uuid not null,
  art text not null check (art in ('onlinedienst', 'loesung', 'projekt')),
  dienst_id text not null check (length(dienst_id) between 1 and 200),
  fassung integer not null check (fassung > 0),
  titel text not null check (length(titel) between 1 and 300),
  leistungen text[] not null,
  entscheid text not null check (entscheid in ('alle', 'wer-will', 'nicht', 'spaeter')),
  quartal text check (quartal ~ '^\d{4}-Q[1-4]$'),
  grund text not null check (length(grund) between 3 and 1000),
  verantwortlich text not null check (length(verantwortlich) between 3 and 200),
  sitzungsbeschluss text check (length(sitzungsbeschluss) between 1 and 200),
  entschieden_am timestamptz not null,
  entschieden_von text not null default (platform.actor()),
  primary key (tenant_id, art, dienst_id, fassung),
  check (entscheid = 'nicht' or quartal is not null)
);
comment on table priorities.strategie is 'class: tenant';

-- A Kommune does something else and says why, addressed to the IT-Dienstleister whose strategy it is.
create table priorities.abweichung (
  tenant_id uuid not null,
  recipient_id uuid not null,
  art text not null check (art in ('onlinedienst', 'loesung', 'projekt')),
  dienst_id text not null check (length(dienst_id) between 1 and 200),
  fassung integer not null check (fassung > 0),
  ags text not null check (ags ~ '^\d{5}(\d{3})?$'),
  kommune text not null,
  abweichung text not null check (abweichung in ('fuehrt-ein', 'fuehrt-nicht-ein', 'spaeter', 'keine')),
  quartal text check (quartal ~ '^\d{4}-Q[1-4]$'),
  grund text not null check (length(grund) between 3 and 1000),
  angegeben_am timestamptz not null,
  angegeben_von text not null default (platform.actor()),
  primary key (tenant_id, art, dienst_id, fassung)
);
comment on table priorities.abweichung is 'class: tenant';
create index abweichung_by_recipient on priorities.abweichung (recipient_id, art, dienst_id);

-- A table of statements between its preview and its confirmation.
create table priorities.einlesung (
  tenant_id uuid not null,
  id uuid not null,
  dateiname text not null,
  zeilen jsonb not null,
  angelegt_am timestamptz not null,
  primary key (tenant_id, id)
);
comment on table priorities.einlesung is 'class: tenant';

do $$
declare name text;
begin
  foreach name in array array['angabe', 'schema_fassung', 'beschluss', 'beschluss_inhalt', 'strategie', 'abweichung',
      'einlesung'] loop
    execute format('alter table priorities.%I enable row level security', name);
    execute format('alter table priorities.%I force row level security', name);
    execute format('grant select, insert on priorities.%I to leitwerk_app', name);
    execute format('create policy own on priorities.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['angabe', 'schema_fassung', 'beschluss', 'beschluss_inhalt', 'strategie', 'abweichung'] loop
    execute format('create trigger append_only before update or delete on priorities.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
  foreach name in array array['angabe', 'beschluss', 'beschluss_inhalt', 'strategie'] loop
    execute format('create policy of_provider on priorities.%I for select to leitwerk_app
      using (tenant_id = any ((select identity.providers_today())::uuid[]))', name);
  end loop;
end $$;
create policy addressed on priorities.abweichung for select to leitwerk_app
  using (recipient_id = (select platform.tenant()));
grant delete on priorities.einlesung to leitwerk_app;
