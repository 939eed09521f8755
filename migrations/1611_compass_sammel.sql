-- Bulk changes of the Umsetzungsstand, from the first preview to the last „Rückgängig“: what was meant, row by row, what
-- came of it, and, for a file, the file itself until it is taken over.
create table compass.sammel (
  tenant_id uuid not null,
  id uuid not null,
  art text not null check (art in ('auswahl', 'einfuegen', 'datei', 'matrix', 'schnittstelle')),
  titel text not null check (length(titel) between 1 and 200),
  erstellt_am timestamptz not null,
  erstellt_von text not null default (platform.actor()),
  datei bytea,
  -- Which column means what, as guessed or chosen; and how empty cells are meant.
  spalten jsonb,
  tabelle jsonb,
  zeilen jsonb,
  -- The Vorgang that reads or takes over the file.
  vorgang uuid,
  angewendet_am timestamptz,
  -- Per written cell the Fassung before and after; per row that was left, why.
  ergebnis jsonb,
  zurueck_am timestamptz,
  zurueck jsonb,
  primary key (tenant_id, id)
);
comment on table compass.sammel is 'class: tenant';
create index sammel_by_day on compass.sammel (tenant_id, erstellt_am desc);

-- Up to which statement of a cell a member has seen what others stated: per cell, so that nothing that is committed late
-- is taken as seen.
create table compass.gesehen (
  tenant_id uuid not null,
  mitglied_id uuid not null,
  leistung_id text not null check (leistung_id ~ '^L\d{5}$'),
  fassung integer not null check (fassung > 0),
  primary key (tenant_id, mitglied_id, leistung_id)
);
comment on table compass.gesehen is 'class: tenant';

do $$
declare name text;
begin
  foreach name in array array['sammel', 'gesehen'] loop
    execute format('alter table compass.%I enable row level security', name);
    execute format('alter table compass.%I force row level security', name);
    execute format('grant select, insert on compass.%I to leitwerk_app', name);
    execute format('create policy own on compass.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
end $$;
grant update (datei, spalten, tabelle, zeilen, vorgang, angewendet_am, ergebnis, zurueck_am, zurueck), delete
  on compass.sammel to leitwerk_app;
grant update (fassung) on compass.gesehen to leitwerk_app;

create index stand_by_day on compass.stand (tenant_id, angegeben_am);
