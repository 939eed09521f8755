-- The workshop of Onlinedienste: drafts of an IT-Dienstleister as steps that are only ever added, proposals that a second
-- person decides, and what was published.
create schema workshop;
grant usage on schema workshop to leitwerk_app;

-- A service that somebody works on.
create table workshop.werkstueck (
  tenant_id uuid not null,
  dienst text not null check (dienst ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(dienst) <= 60),
  angelegt_am timestamptz not null,
  angelegt_von text not null default (platform.actor()),
  primary key (tenant_id, dienst)
);
comment on table workshop.werkstueck is 'class: tenant';

-- What was done to it, in order. A change carries the three documents as they are after it; taking back and doing again
-- carry none. Two authors who both read step n cannot both write step n + 1.
create table workshop.schritt (
  tenant_id uuid not null,
  dienst text not null,
  nummer integer not null check (nummer > 0),
  art text not null check (art in ('begonnen', 'geaendert', 'zurueck', 'vor')),
  was text not null check (length(was) between 1 and 300),
  inhalt jsonb,
  hash text,
  gegangen_am timestamptz not null,
  gegangen_von text not null default (platform.actor()),
  primary key (tenant_id, dienst, nummer),
  foreign key (tenant_id, dienst) references workshop.werkstueck (tenant_id, dienst),
  check ((art in ('begonnen', 'geaendert')) = (inhalt is not null)),
  check ((inhalt is null) = (hash is null))
);
comment on table workshop.schritt is 'class: tenant';

-- A draft that somebody asks to publish, and what became of it.
create table workshop.vorlage (
  tenant_id uuid not null,
  dienst text not null,
  nummer integer not null check (nummer > 0),
  schritt integer not null,
  nachricht text not null check (length(nachricht) <= 2000),
  vorgelegt_am timestamptz not null,
  vorgelegt_von text not null default (platform.actor()),
  primary key (tenant_id, dienst, nummer),
  foreign key (tenant_id, dienst, schritt) references workshop.schritt (tenant_id, dienst, nummer)
);
comment on table workshop.vorlage is 'class: tenant';

create table workshop.entscheidung (
  tenant_id uuid not null,
  dienst text not null,
  nummer integer not null,
  art text not null check (art in ('veroeffentlicht', 'abgelehnt', 'zurueckgezogen')),
  grund text not null check (length(grund) <= 2000),
  version integer check (version > 0),
  vorgelegt_von text not null,
  entschieden_am timestamptz not null,
  entschieden_von text not null default (platform.actor()),
  primary key (tenant_id, dienst, nummer),
  foreign key (tenant_id, dienst, nummer) references workshop.vorlage (tenant_id, dienst, nummer),
  check ((art = 'veroeffentlicht') = (version is not null)),
  constraint entscheidung_four_eyes check (art = 'zurueckgezogen' or entschieden_von <> vorgelegt_von)
);
comment on table workshop.entscheidung is 'class: tenant';

-- What was published, as it was: everybody may read it, and no version ever changes.
create table workshop.fassung (
  dienst text not null check (dienst ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(dienst) <= 60),
  version integer not null check (version > 0),
  anbieter_id uuid not null,
  anbieter text not null,
  titel text not null,
  inhalt jsonb not null,
  hash text not null,
  veroeffentlicht_am timestamptz not null,
  primary key (dienst, version)
);
comment on table workshop.fassung is 'class: public';

do $$
declare name text;
begin
  foreach name in array array['werkstueck', 'schritt', 'vorlage', 'entscheidung'] loop
    execute format('alter table workshop.%I enable row level security', name);
    execute format('alter table workshop.%I force row level security', name);
    execute format('grant select, insert on workshop.%I to leitwerk_app', name);
    execute format('create policy own on workshop.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
    execute format('create trigger append_only before update or delete on workshop.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
end $$;
alter table workshop.fassung enable row level security;
alter table workshop.fassung force row level security;
grant select, insert on workshop.fassung to leitwerk_app;
create policy read on workshop.fassung for select to leitwerk_app using (true);
create policy write on workshop.fassung for insert to leitwerk_app
  with check ((select platform.scope()) = 'reference' and anbieter_id = (select platform.tenant()));
create trigger append_only before update or delete on workshop.fassung
  for each row execute function platform.refuse_change();
