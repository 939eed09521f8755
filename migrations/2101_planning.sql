-- From need to plan: what teams have, what Massnahmen take, plans that fit, and what a decided plan sets for each Kommune.
-- Everything is added as a new Fassung; nothing is overwritten.
create schema planning;
grant usage on schema planning to leitwerk_app;

-- A team of an IT-Dienstleister, or a Fachbereich of a Kommune, with its person-days. It is about teams: no person stands
-- here, and fewer days have no reason. What a Kommune states its circle sees by consent.
create table planning.team (
  tenant_id uuid not null,
  id uuid not null,
  fassung integer not null check (fassung > 0),
  -- The Kommune whose Fachbereich it is; null for teams of the IT-Dienstleister.
  ags text check (ags ~ '^\d{5}(\d{3})?$'),
  inhalt jsonb not null,
  angegeben_am timestamptz not null,
  angegeben_von text not null default (platform.actor()),
  primary key (tenant_id, id, fassung)
);
comment on table planning.team is 'class: circle';

-- What a kind of Massnahme usually takes, by skill.
create table planning.vorlage (
  tenant_id uuid not null,
  id text not null check (id ~ '^[a-z0-9][a-z0-9-]{1,79}$'),
  fassung integer not null check (fassung > 0),
  inhalt jsonb not null,
  angegeben_am timestamptz not null,
  angegeben_von text not null default (platform.actor()),
  primary key (tenant_id, id, fassung)
);
comment on table planning.vorlage is 'class: tenant';

create table planning.massnahme (
  tenant_id uuid not null,
  id text not null check (id ~ '^[a-z0-9][a-z0-9-]{1,79}$'),
  fassung integer not null check (fassung > 0),
  inhalt jsonb not null,
  herkunft text not null check (herkunft in ('hand', 'tabelle', 'bedarf')),
  beendet boolean not null,
  angegeben_am timestamptz not null,
  angegeben_von text not null default (platform.actor()),
  primary key (tenant_id, id, fassung)
);
comment on table planning.massnahme is 'class: tenant';

-- A table between its preview and its confirmation.
create table planning.einlesung (
  tenant_id uuid not null,
  id uuid not null,
  dateiname text not null,
  zeilen jsonb not null,
  angelegt_am timestamptz not null,
  primary key (tenant_id, id)
);
comment on table planning.einlesung is 'class: tenant';

-- A plan and all that it rests on, frozen when it was asked for. Its places come with the first Fassung, or never.
create table planning.plan (
  tenant_id uuid not null,
  id uuid not null,
  nummer integer not null check (nummer > 0),
  titel text not null check (length(titel) between 3 and 200),
  problem jsonb not null,
  sekunden integer not null check (sekunden between 1 and 600),
  vorgang uuid not null,
  angelegt_am timestamptz not null,
  angelegt_von text not null default (platform.actor()),
  primary key (tenant_id, id),
  unique (tenant_id, nummer)
);
comment on table planning.plan is 'class: tenant';

create table planning.planfassung (
  tenant_id uuid not null,
  plan_id uuid not null,
  fassung integer not null check (fassung > 0),
  art text not null check (art in ('gerechnet', 'verschoben')),
  -- The position of the quarter of each Einheit, or -1.
  zuteilung smallint[] not null,
  zielwert bigint not null check (zielwert >= 0),
  -- Proven: no plan of the same problem is better.
  schranke bigint not null check (schranke >= 0),
  verfahren text not null check (verfahren in ('genau', 'schrittweise')),
  bemerkung text not null check (length(bemerkung) <= 500),
  angelegt_am timestamptz not null,
  angelegt_von text not null default (platform.actor()),
  primary key (tenant_id, plan_id, fassung),
  foreign key (tenant_id, plan_id) references planning.plan (tenant_id, id)
);
comment on table planning.planfassung is 'class: tenant';

-- A plan was decided: the newest decision is the one that holds.
create table planning.entscheid (
  tenant_id uuid not null,
  nummer integer not null check (nummer > 0),
  plan_id uuid not null,
  fassung integer not null,
  am date not null,
  -- Who decided, as people say it: a group, a session. Never needed to be a person.
  wer text not null check (length(wer) between 2 and 200),
  grund text not null check (length(grund) between 3 and 2000),
  verstoesse integer not null check (verstoesse >= 0),
  festgehalten_am timestamptz not null,
  festgehalten_von text not null default (platform.actor()),
  primary key (tenant_id, nummer),
  foreign key (tenant_id, plan_id, fassung) references planning.planfassung (tenant_id, plan_id, fassung)
);
comment on table planning.entscheid is 'class: tenant';

-- What a decision sets for one Kommune, addressed to it.
create table planning.ziele (
  tenant_id uuid not null,
  nummer integer not null,
  recipient_id uuid not null,
  ags text not null check (ags ~ '^\d{5}(\d{3})?$'),
  haus text not null,
  plan_titel text not null,
  am date not null,
  wer text not null,
  grund text not null,
  ziele jsonb not null,
  primary key (tenant_id, nummer, recipient_id),
  foreign key (tenant_id, nummer) references planning.entscheid (tenant_id, nummer)
);
comment on table planning.ziele is 'class: tenant';
create index ziele_by_recipient on planning.ziele (recipient_id, nummer);

do $$
declare name text;
begin
  foreach name in array array['team', 'vorlage', 'massnahme', 'einlesung', 'plan', 'planfassung', 'entscheid', 'ziele'] loop
    execute format('alter table planning.%I enable row level security', name);
    execute format('alter table planning.%I force row level security', name);
    execute format('grant select, insert on planning.%I to leitwerk_app', name);
    execute format('create policy own on planning.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['team', 'vorlage', 'massnahme', 'plan', 'planfassung', 'entscheid', 'ziele'] loop
    execute format('create trigger append_only before update or delete on planning.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
end $$;

grant delete on planning.einlesung to leitwerk_app;
create policy shared on planning.team for select to leitwerk_app
  using (tenant_id = any ((select identity.circle())::uuid[]));
create policy addressed on planning.ziele for select to leitwerk_app
  using (recipient_id = (select platform.tenant()));
