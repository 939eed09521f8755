-- Umsetzungsprojekte: what brings which Leistungen when, as planned and as it happened, and who wants to join.
create schema projects;
grant usage on schema projects to leitwerk_app;

-- A project after one change: the whole of what everybody may read. Of two editors the second finds its number taken.
-- Projects that the product ships have no tenant until an IT-Dienstleister leads them.
create table projects.fassung (
  id text not null check (id ~ '^[a-z0-9][a-z0-9-]{1,79}$'),
  fassung integer not null check (fassung > 0),
  tenant_id uuid,
  haus text not null check (length(haus) between 2 and 200),
  inhalt jsonb not null,
  -- The day since which this was known here: „as of“ a day reads it.
  stand date not null,
  angegeben_am timestamptz not null,
  primary key (id, fassung)
);
comment on table projects.fassung is 'class: public';

-- What only the leading IT-Dienstleister knows: contacts, money, proof of use. One row to each of its changes.
create table projects.intern (
  tenant_id uuid not null,
  id text not null,
  fassung integer not null,
  inhalt jsonb not null,
  angegeben_von text not null default (platform.actor()),
  primary key (tenant_id, id, fassung),
  foreign key (id, fassung) references projects.fassung (id, fassung)
);
comment on table projects.intern is 'class: tenant';

-- A Kommune shows or withdraws its interest, addressed to whoever leads the project at that time.
create table projects.interesse (
  tenant_id uuid not null,
  projekt_id text not null,
  nummer integer not null check (nummer > 0),
  recipient_id uuid,
  ags text not null check (ags ~ '^\d{5}(\d{3})?$'),
  kommune text not null,
  interessiert boolean not null,
  genannt boolean not null,
  bemerkung text not null check (length(bemerkung) <= 1000),
  stand date not null,
  angegeben_am timestamptz not null,
  angegeben_von text not null default (platform.actor()),
  primary key (tenant_id, projekt_id, nummer)
);
comment on table projects.interesse is 'class: tenant';
create index interesse_by_recipient on projects.interesse (recipient_id, projekt_id);

-- How many are interested: steps of one up or down. The name stands here only where the Kommune wants to be named.
create table projects.interesse_schritt (
  projekt_id text not null,
  nummer integer generated always as identity,
  schritt smallint not null check (schritt in (-1, 1)),
  ags text,
  kommune text,
  stand date not null,
  primary key (projekt_id, nummer),
  check ((ags is null) = (kommune is null))
);
comment on table projects.interesse_schritt is 'class: public';

-- A table between its preview and its confirmation.
create table projects.einlesung (
  tenant_id uuid not null,
  id uuid not null,
  dateiname text not null,
  zeilen jsonb not null,
  angelegt_am timestamptz not null,
  primary key (tenant_id, id)
);
comment on table projects.einlesung is 'class: tenant';

do $$
declare name text;
begin
  foreach name in array array['fassung', 'intern', 'interesse', 'interesse_schritt', 'einlesung'] loop
    execute format('alter table projects.%I enable row level security', name);
    execute format('alter table projects.%I force row level security', name);
    execute format('grant select, insert on projects.%I to leitwerk_app', name);
  end loop;
  foreach name in array array['fassung', 'interesse_schritt'] loop
    execute format('create policy read on projects.%I for select to leitwerk_app using (true)', name);
  end loop;
  foreach name in array array['intern', 'interesse', 'einlesung'] loop
    execute format('create policy own on projects.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['fassung', 'intern', 'interesse', 'interesse_schritt'] loop
    execute format('create trigger append_only before update or delete on projects.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
end $$;

create policy write on projects.fassung for insert to leitwerk_app
  with check ((select platform.scope()) = 'reference' and tenant_id is not distinct from (select platform.tenant()));
create policy write on projects.interesse_schritt for insert to leitwerk_app
  with check ((select platform.scope()) = 'reference');
create policy addressed on projects.interesse for select to leitwerk_app
  using (recipient_id = (select platform.tenant()));
grant delete on projects.einlesung to leitwerk_app;
