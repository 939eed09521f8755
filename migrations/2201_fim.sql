-- FIM data schemas as they were imported, and what authors ticked off of the work that an import leaves.
create schema fim;
grant usage on schema fim to leitwerk_app;

-- A schema file as it came: public reference data. Importing the same version with other content makes a further Einlesung.
create table fim.schemafassung (
  id text not null check (id ~ '^[A-Z]{1,3}\d{3,14}$'),
  version text not null check (version ~ '^(arbeitskopie|\d[0-9A-Za-z.-]{0,40})$'),
  einlesung integer not null check (einlesung > 0),
  standard text not null check (standard in ('2', '3.0.0')),
  name text not null,
  bezeichnung text not null,
  freigabestatus text not null,
  bezug text[] not null,
  letzte_aenderung text,
  quelle text not null check (length(quelle) between 1 and 500),
  lizenz text not null check (length(lizenz) between 1 and 200),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  kennzahlen jsonb not null,
  eingelesen_am timestamptz not null,
  primary key (id, version, einlesung)
);
comment on table fim.schemafassung is 'class: public';

-- The bytes of the file, compressed; apart, so that lists do not read them.
create table fim.datei (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  gezippt bytea not null,
  bytes integer not null
);
comment on table fim.datei is 'class: public';

-- A file between its preview and its confirmation.
create table fim.einlesung (
  tenant_id uuid not null,
  id uuid not null,
  dateiname text not null,
  quelle text not null,
  lizenz text not null,
  gezippt bytea not null,
  angelegt_am timestamptz not null,
  primary key (tenant_id, id)
);
comment on table fim.einlesung is 'class: tenant';

-- Who ticked what off, and when. It counts as long as the text that was ticked off stays the same (`text_sha256`), in
-- whichever version of the schema.
create table fim.haken (
  tenant_id uuid not null,
  schema_id text not null,
  schluessel text not null check (length(schluessel) between 1 and 300),
  nummer integer not null check (nummer > 0),
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
  stand text not null check (stand in ('offen', 'erledigt', 'entfaellt')),
  notiz text not null check (length(notiz) <= 1000),
  person text not null check (length(person) <= 200),
  angegeben_am timestamptz not null,
  angegeben_von text not null default (platform.actor()),
  primary key (tenant_id, schema_id, schluessel, nummer)
);
comment on table fim.haken is 'class: tenant';

do $$
declare name text;
begin
  foreach name in array array['schemafassung', 'datei', 'einlesung', 'haken'] loop
    execute format('alter table fim.%I enable row level security', name);
    execute format('alter table fim.%I force row level security', name);
    execute format('grant select, insert on fim.%I to leitwerk_app', name);
  end loop;
  foreach name in array array['schemafassung', 'datei'] loop
    execute format('create policy read on fim.%I for select to leitwerk_app using (true)', name);
    execute format('create policy write on fim.%I for insert to leitwerk_app
      with check ((select platform.scope()) = ''reference'')', name);
  end loop;
  foreach name in array array['einlesung', 'haken'] loop
    execute format('create policy own on fim.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['schemafassung', 'datei', 'haken'] loop
    execute format('create trigger append_only before update or delete on fim.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
end $$;
grant delete on fim.einlesung to leitwerk_app;
