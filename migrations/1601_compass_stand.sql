-- The Umsetzungsstand: what each Kommune states about each of its Leistungen. Statements are only ever added; `fassung`
-- counts those of one cell (Kommune × Leistung), so that of two editors the second one learns of the first.
create schema compass;
grant usage on schema compass to leitwerk_app;

-- What the circle of the IT-Dienstleister sees by consent.
create table compass.stand (
  tenant_id uuid not null,
  leistung_id text not null check (leistung_id ~ '^L\d{5}$'),
  fassung integer not null check (fassung > 0),
  -- Grows over all cells, so that a reader that keeps everything in memory asks for what is new.
  nummer bigint generated always as identity,
  ags text not null check (ags ~ '^\d{5}(\d{3})?$'),
  gilt_ab date not null,
  zustand text not null check (zustand in ('nicht-begonnen', 'vorgemerkt', 'geplant', 'in-umsetzung', 'in-erprobung',
    'online', 'abgeschaltet', 'nicht-anwendbar')),
  grund text check (length(grund) between 1 and 500),
  geplant_fuer date,
  umgesetzt_am date,
  abgeschaltet_am date,
  reifegrad11 smallint check (reifegrad11 between 0 and 4),
  kriterien11 jsonb,
  reifegrad20 smallint check (reifegrad20 between 0 and 7),
  kriterien20 jsonb,
  fallzahl integer check (fallzahl >= 0),
  fallzahl_jahr smallint check (fallzahl_jahr between 1990 and 2100),
  fallzahl_art text check (fallzahl_art in ('gezaehlt', 'geschaetzt')),
  loesung_id text check (length(loesung_id) between 1 and 80),
  angegeben_am timestamptz not null,
  primary key (tenant_id, leistung_id, fassung),
  check (zustand <> 'nicht-anwendbar' or grund is not null),
  check ((fallzahl is null) = (fallzahl_jahr is null) and (fallzahl is null) = (fallzahl_art is null))
);
comment on table compass.stand is 'class: circle';
create unique index stand_by_nummer on compass.stand (nummer);

-- The rest of the same statement, which nobody but the Kommune sees.
create table compass.stand_intern (
  tenant_id uuid not null,
  leistung_id text not null,
  fassung integer not null,
  prioritaet smallint check (prioritaet between 1 and 3),
  fachbereich_id uuid,
  zustaendig uuid,
  vertretung uuid,
  nachweis_art text check (nachweis_art in ('link', 'notiz', 'datei')),
  nachweis_link text check (length(nachweis_link) <= 2000),
  nachweis_text text check (length(nachweis_text) <= 2000),
  bemerkung text check (length(bemerkung) <= 2000),
  felder jsonb not null default '{}',
  angegeben_von text not null default (platform.actor()),
  primary key (tenant_id, leistung_id, fassung),
  foreign key (tenant_id, leistung_id, fassung) references compass.stand (tenant_id, leistung_id, fassung)
);
comment on table compass.stand_intern is 'class: tenant';
create index stand_intern_by_person on compass.stand_intern (tenant_id, zustaendig) where zustaendig is not null;

do $$
declare name text;
begin
  foreach name in array array['stand', 'stand_intern'] loop
    execute format('alter table compass.%I enable row level security', name);
    execute format('alter table compass.%I force row level security', name);
    execute format('grant select, insert on compass.%I to leitwerk_app', name);
    execute format('create policy own on compass.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
    execute format('create trigger append_only before update or delete on compass.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
end $$;

create policy shared on compass.stand for select to leitwerk_app
  using (tenant_id = any ((select identity.circle())::uuid[]));
