-- Versions of Onlinedienste on their way to the Kommunen: notes, rollouts in rings, what became of each Kommune, and what is
-- announced to their citizens.
create schema releases;
grant usage on schema releases to leitwerk_app;

-- What a version brings, in its provider's words. The newest counts.
create table releases.notiz (
  tenant_id uuid not null,
  dienst text not null check (dienst ~ '^[a-z][a-z0-9-]{1,59}$'),
  fassung text not null check (length(fassung) between 1 and 40),
  nummer integer generated always as identity,
  text text not null check (length(text) between 1 and 5000),
  -- A mended security fault: no Kommune can put it off.
  sicherheit boolean not null,
  -- Until when a Kommune may stay with an earlier version; null where nothing else is said.
  festhalten_bis date,
  geschrieben_am timestamptz not null,
  primary key (dienst, fassung, nummer)
);
comment on table releases.notiz is 'class: public';

-- One version on its way to all Kommunen. At most one at a time is under way for a service, whoever presses first.
create table releases.ausrollung (
  tenant_id uuid not null,
  id uuid not null,
  dienst text not null check (dienst ~ '^[a-z][a-z0-9-]{1,59}$'),
  fassung text not null,
  zustand text not null check (zustand in
    ('geplant', 'laeuft', 'angehalten', 'abgeschlossen', 'zurueckgenommen', 'verworfen')),
  version integer not null check (version > 0),
  -- In their order: name, first day, the Kommunen by key; null for all that are left.
  ringe jsonb not null,
  regel jsonb not null,
  sicherheit boolean not null,
  grund text check (length(grund) <= 1000),
  angelegt_am timestamptz not null,
  begonnen_am timestamptz,
  geaendert_am timestamptz not null,
  primary key (tenant_id, id)
);
comment on table releases.ausrollung is 'class: public';
create unique index ausrollung_under_way on releases.ausrollung (dienst)
  where zustand in ('geplant', 'laeuft', 'angehalten');

-- What was done with a rollout, by whom.
create table releases.schritt (
  tenant_id uuid not null,
  ausrollung_id uuid not null,
  nummer integer generated always as identity,
  schritt text not null,
  grund text,
  am timestamptz not null,
  von text not null default (platform.actor()),
  primary key (tenant_id, ausrollung_id, nummer),
  foreign key (tenant_id, ausrollung_id) references releases.ausrollung (tenant_id, id)
);
comment on table releases.schritt is 'class: tenant';

-- What became of one Kommune in a rollout; addressed to it.
create table releases.zug (
  tenant_id uuid not null,
  ausrollung_id uuid not null,
  recipient_id uuid not null,
  dienst text not null,
  fassung text not null,
  ags text not null check (ags ~ '^\d{5}(\d{3})?$'),
  kommune text not null,
  ring integer not null check (ring >= 0),
  ab date not null,
  zustand text not null check (zustand in
    ('wartet', 'umgestellt', 'zurueckgeblieben', 'festgehalten', 'entfallen', 'zurueckgestellt')),
  von_fassung text not null,
  -- What the Kommune lacks, in words.
  fehlt text[] not null default '{}',
  geaendert_am timestamptz not null,
  primary key (tenant_id, ausrollung_id, recipient_id),
  foreign key (tenant_id, ausrollung_id) references releases.ausrollung (tenant_id, id)
);
comment on table releases.zug is 'class: tenant';
create index zug_by_recipient on releases.zug (recipient_id, dienst, geaendert_am);

-- What was counted before a ring was begun.
create table releases.beobachtung (
  tenant_id uuid not null,
  ausrollung_id uuid not null,
  nummer integer generated always as identity,
  neu_sendungen integer not null check (neu_sendungen >= 0),
  neu_abgewiesen integer not null check (neu_abgewiesen between 0 and neu_sendungen),
  alt_sendungen integer not null check (alt_sendungen >= 0),
  alt_abgewiesen integer not null check (alt_abgewiesen between 0 and alt_sendungen),
  haelt_an boolean not null,
  am timestamptz not null,
  primary key (tenant_id, ausrollung_id, nummer),
  foreign key (tenant_id, ausrollung_id) references releases.ausrollung (tenant_id, id)
);
comment on table releases.beobachtung is 'class: tenant';

-- A Kommune stays with its version until a day; addressed to the provider. The newest line of a service counts.
create table releases.festhaltung (
  tenant_id uuid not null,
  dienst text not null,
  nummer integer generated always as identity,
  recipient_id uuid not null,
  ags text not null check (ags ~ '^\d{5}(\d{3})?$'),
  geloest boolean not null,
  bis date not null,
  grund text not null check (length(grund) between 1 and 1000),
  am timestamptz not null,
  primary key (tenant_id, dienst, nummer)
);
comment on table releases.festhaltung is 'class: tenant';
create index festhaltung_by_recipient on releases.festhaltung (recipient_id, dienst);

-- A maintenance window or an announcement, shown to the citizens of the Kommunen that it concerns. Times are wall time of
-- Europe/Berlin, written so that they sort. A change is a new Fassung; the newest counts.
create table releases.meldung (
  tenant_id uuid not null,
  id uuid not null,
  fassung integer not null check (fassung > 0),
  art text not null check (art in ('wartung', 'ankuendigung')),
  titel text not null check (length(titel) between 1 and 150),
  text text not null check (length(text) <= 2000),
  sichtbar_ab text not null check (sichtbar_ab ~ '^\d{4}-\d\d-\d\d \d\d:\d\d$'),
  von text not null check (von ~ '^\d{4}-\d\d-\d\d \d\d:\d\d$'),
  bis text not null check (bis ~ '^\d{4}-\d\d-\d\d \d\d:\d\d$' and bis > von),
  -- Empty for all services of the provider, and for all Kommunen that use one of them.
  dienste text[] not null,
  kommunen text[] not null,
  entfallen boolean not null,
  geschrieben_am timestamptz not null,
  primary key (tenant_id, id, fassung)
);
comment on table releases.meldung is 'class: public';

do $$
declare name text;
begin
  foreach name in array array['notiz', 'ausrollung', 'schritt', 'zug', 'beobachtung', 'festhaltung', 'meldung'] loop
    execute format('alter table releases.%I enable row level security', name);
    execute format('alter table releases.%I force row level security', name);
    execute format('grant select, insert on releases.%I to leitwerk_app', name);
  end loop;
  foreach name in array array['notiz', 'ausrollung', 'meldung'] loop
    execute format('create policy read on releases.%I for select to leitwerk_app using (true)', name);
    execute format('create policy write on releases.%I to leitwerk_app
      using ((select platform.scope()) = ''reference'' and tenant_id = (select platform.tenant()))
      with check ((select platform.scope()) = ''reference'' and tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['schritt', 'zug', 'beobachtung', 'festhaltung'] loop
    execute format('create policy own on releases.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['zug', 'festhaltung'] loop
    execute format('create policy addressed on releases.%I for select to leitwerk_app
      using (recipient_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['notiz', 'schritt', 'beobachtung', 'festhaltung', 'meldung'] loop
    execute format('create trigger append_only before update or delete on releases.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
end $$;

grant update (zustand, version, grund, begonnen_am, geaendert_am) on releases.ausrollung to leitwerk_app;
grant update (zustand, von_fassung, fehlt, geaendert_am) on releases.zug to leitwerk_app;
