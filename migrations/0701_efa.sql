-- Einer für Alle: what is offered, which Kommune is connected to it, with which parameters, and what citizens may see.
create schema efa;
grant usage on schema efa to leitwerk_app;

-- An Onlinedienst in one version, as a provider offers it. The content is kept, so that a Kommune that stays with an
-- older version keeps its form although the files went on. Rows are never changed.
create table efa.angebot (
  dienst text not null check (dienst ~ '^[a-z][a-z0-9-]{1,59}$'),
  fassung text not null check (length(fassung) between 1 and 40),
  anbieter_id uuid not null,
  anbieter text not null,
  inhalt jsonb not null,
  definition jsonb not null,
  formular jsonb not null,
  hash text not null,
  angeboten_am timestamptz not null,
  primary key (dienst, fassung)
);
comment on table efa.angebot is 'class: public';

-- Kommune × Onlinedienst. `version` counts the changes, so that of two editors the second one learns of the first.
create table efa.anbindung (
  tenant_id uuid not null,
  dienst text not null,
  ags text not null check (ags ~ '^\d{5}(\d{3})?$'),
  fassung text not null,
  zustand text not null check (zustand in ('interesse', 'parameter', 'test', 'live', 'ausgesetzt', 'beendet')),
  version integer not null check (version > 0),
  geplant_am date,
  live_seit date,
  grund text check (length(grund) <= 500),
  geaendert_am timestamptz not null,
  geaendert_von text not null default (platform.actor()),
  primary key (tenant_id, dienst),
  foreign key (dienst, fassung) references efa.angebot (dienst, fassung),
  check ((zustand = 'ausgesetzt') = (grund is not null))
);
comment on table efa.anbindung is 'class: tenant';

-- A Kommune's values, each with the day from which it counts and the moment at which it became known: an Antrag is
-- reckoned by what counted on its day and was known at its arrival.
create table efa.parameter (
  tenant_id uuid not null,
  dienst text not null,
  name text not null,
  nummer integer generated always as identity,
  wert jsonb not null,
  gilt_ab date not null,
  erfasst_am timestamptz not null,
  erfasst_von text not null default (platform.actor()),
  primary key (tenant_id, dienst, name, nummer),
  foreign key (tenant_id, dienst) references efa.anbindung (tenant_id, dienst)
);
comment on table efa.parameter is 'class: tenant';

-- What an editor released for the citizens of a Kommune. The newest number counts; `text` is null once withdrawn.
create table efa.freigabe (
  tenant_id uuid not null,
  leistung_id text not null check (leistung_id ~ '^L\d{5}$'),
  nummer integer not null check (nummer > 0),
  ags text not null check (ags ~ '^\d{5}(\d{3})?$'),
  text jsonb,
  freigegeben_am timestamptz not null,
  primary key (tenant_id, leistung_id, nummer)
);
comment on table efa.freigabe is 'class: public';
create index freigabe_by_ags on efa.freigabe (ags, leistung_id, nummer desc);

-- What citizens, portals and the search may know of Anbindungen. It stands and falls with the Anbindung's own row.
create table efa.live_dienst (
  tenant_id uuid not null,
  dienst text not null,
  ags text not null,
  kommune text not null,
  fassung text not null,
  titel text not null,
  leika text[] not null,
  seit date not null,
  stellen jsonb not null,
  ausgesetzt_grund text,
  primary key (tenant_id, dienst),
  foreign key (dienst, fassung) references efa.angebot (dienst, fassung)
);
comment on table efa.live_dienst is 'class: public';
create index live_dienst_by_ags on efa.live_dienst (ags);
create index live_dienst_by_dienst on efa.live_dienst (dienst);

do $$
declare name text;
begin
  foreach name in array array['angebot', 'anbindung', 'parameter', 'freigabe', 'live_dienst'] loop
    execute format('alter table efa.%I enable row level security', name);
    execute format('alter table efa.%I force row level security', name);
    execute format('grant select, insert on efa.%I to leitwerk_app', name);
  end loop;
  foreach name in array array['angebot', 'freigabe', 'live_dienst'] loop
    execute format('create policy read on efa.%I for select to leitwerk_app using (true)', name);
  end loop;
  foreach name in array array['anbindung', 'parameter'] loop
    execute format('create policy own on efa.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['freigabe', 'live_dienst'] loop
    execute format('create policy write on efa.%I to leitwerk_app
      using ((select platform.scope()) = ''reference'' and tenant_id = (select platform.tenant()))
      with check ((select platform.scope()) = ''reference'' and tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['angebot', 'parameter', 'freigabe'] loop
    execute format('create trigger append_only before update or delete on efa.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
end $$;

create policy offer on efa.angebot for insert to leitwerk_app
  with check ((select platform.scope()) = 'reference' and anbieter_id = (select platform.tenant()));

grant update (fassung, zustand, version, geplant_am, live_seit, grund, geaendert_am, geaendert_von)
  on efa.anbindung to leitwerk_app;
grant update (kommune, fassung, titel, leika, stellen, ausgesetzt_grund), delete on efa.live_dienst to leitwerk_app;
