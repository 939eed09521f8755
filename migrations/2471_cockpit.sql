-- Many Anbindungen at once: a step that a house takes for many Kommunen, what became of it in each, and the values that
-- were assumed for a Kommune until it confirms them.
-- One step for many Kommunen of a house: what it is to do, for whom, and how far it is.
create table connection.sammellauf (
  tenant_id uuid not null,
  id uuid not null,
  dienst text not null check (dienst ~ '^[a-z][a-z0-9-]{1,59}$'),
  titel text not null check (length(titel) between 1 and 200),
  auftrag jsonb not null,
  zustand text not null default 'vorschau' check (zustand in
    ('vorschau', 'laeuft', 'abgebrochen', 'fertig', 'nimmt-zurueck', 'zurueckgenommen')),
  vorgang uuid,
  angelegt_am timestamptz not null,
  angelegt_von text not null default (platform.actor()),
  beendet_am timestamptz,
  primary key (tenant_id, id)
);
comment on table connection.sammellauf is 'class: tenant';
create index sammellauf_by_dienst on connection.sammellauf (tenant_id, dienst, angelegt_am desc);

-- What the step is to one Kommune: where it stands, where it shall go, what came of it. `vorher` is written before anything
-- is changed, so that a killed worker's successor still knows it.
create table connection.sammelzeile (
  tenant_id uuid not null,
  lauf_id uuid not null,
  ags text not null check (ags ~ '^\d{5}(\d{3})?$'),
  name text not null,
  von text,
  nach text not null,
  ergebnis text not null check (ergebnis in
    ('offen', 'erledigt', 'teilweise', 'ausgelassen', 'gescheitert', 'zurueckgenommen', 'geblieben')),
  meldung text not null default '',
  vorher jsonb,
  nachher jsonb,
  am timestamptz,
  primary key (tenant_id, lauf_id, ags),
  foreign key (tenant_id, lauf_id) references connection.sammellauf (tenant_id, id) on delete cascade
);
comment on table connection.sammelzeile is 'class: tenant';

-- A value that was assumed for a Kommune, and where it comes from. It stands until the Kommune confirms it or states another.
create table connection.annahme (
  tenant_id uuid not null,
  dienst text not null,
  parameter text not null,
  quelle text not null check (length(quelle) between 1 and 500),
  angelegt_am timestamptz not null,
  bestaetigt_am timestamptz,
  bestaetigt_von text,
  primary key (tenant_id, dienst, parameter)
);
comment on table connection.annahme is 'class: tenant';

do $$
declare name text;
begin
  foreach name in array array['sammellauf', 'sammelzeile', 'annahme'] loop
    execute format('alter table connection.%I enable row level security', name);
    execute format('alter table connection.%I force row level security', name);
    execute format('create policy own on connection.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
    execute format('grant select, insert on connection.%I to leitwerk_app', name);
  end loop;
end $$;
grant update (zustand, vorgang, beendet_am), delete on connection.sammellauf to leitwerk_app;
grant update (ergebnis, meldung, vorher, nachher, am), delete on connection.sammelzeile to leitwerk_app;
grant update (quelle, angelegt_am, bestaetigt_am, bestaetigt_von), delete on connection.annahme to leitwerk_app;

-- The house that cares for a Kommune sees what it assumed for it.
create policy betreut on connection.annahme for select to leitwerk_app
  using (tenant_id = any ((select identity.betreute())::uuid[]));
