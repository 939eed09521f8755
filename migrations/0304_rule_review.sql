-- The workbench: what people propose about rules, what they note, and what was decided by four eyes.

-- A proposal, addressed to the IT-Dienstleister that decides; the provider's own members address it to their own house.
create table duties.regel_vorschlag (
  tenant_id uuid not null,
  id uuid not null unique,
  recipient_id uuid not null,
  regel_id text not null check (regel_id ~ '^[a-z0-9-]+$'),
  art text not null check (art in ('bestaetigen', 'aendern', 'neu', 'entfernen')),
  -- The hash of the rule as whoever proposes has read it; null for a new one.
  grundlage text,
  regel jsonb,
  begruendung text not null,
  -- The name of the organisation, not of the person: who it was stands in its audit trail.
  haus text not null,
  vorgeschlagen_am timestamptz not null default now(),
  vorgeschlagen_von text not null default (platform.actor()),
  entscheidung text check (entscheidung in ('angenommen', 'abgelehnt')),
  entschieden_am timestamptz,
  entschieden_von text,
  antwort text,
  primary key (tenant_id, id),
  check ((art in ('aendern', 'neu')) = (regel is not null)),
  check ((art = 'neu') = (grundlage is null)),
  check ((entscheidung is null) = (entschieden_am is null)),
  constraint four_eyes check (entschieden_von <> vorgeschlagen_von)
);
comment on table duties.regel_vorschlag is 'class: tenant';
create index regel_vorschlag_by_recipient on duties.regel_vorschlag (recipient_id, vorgeschlagen_am);

-- What people say about a rule: seen by those who wrote it and by the IT-Dienstleister to whom it goes.
create table duties.regel_notiz (
  tenant_id uuid not null,
  id uuid not null unique,
  recipient_id uuid not null,
  regel_id text not null check (regel_id ~ '^[a-z0-9-]+$'),
  text text not null check (length(text) between 1 and 2000),
  haus text not null,
  geschrieben_am timestamptz not null default now(),
  geschrieben_von text not null default (platform.actor()),
  primary key (tenant_id, id)
);
comment on table duties.regel_notiz is 'class: tenant';
create index regel_notiz_by_recipient on duties.regel_notiz (recipient_id, regel_id, geschrieben_am);

-- What was decided: facts, append-only, kept over every import of a rule set.
create table duties.entschiedene_regel (
  nummer integer generated always as identity primary key,
  id uuid not null unique,
  regel_id text not null check (regel_id ~ '^[a-z0-9-]+$'),
  art text not null check (art in ('bestaetigen', 'aendern', 'neu', 'entfernen')),
  grundlage text,
  regel jsonb,
  begruendung text not null,
  vorgeschlagen_haus text not null,
  vorgeschlagen_von text not null,
  entschieden_haus text not null,
  entschieden_am timestamptz not null default now(),
  entschieden_von text not null default (platform.actor()),
  check (entschieden_von <> vorgeschlagen_von)
);
comment on table duties.entschiedene_regel is 'class: public';

alter table duties.entschiedene_regel enable row level security;
alter table duties.entschiedene_regel force row level security;
create policy read on duties.entschiedene_regel for select to leitwerk_app using (true);
create policy write on duties.entschiedene_regel for insert to leitwerk_app
  with check ((select platform.scope()) = 'reference');
grant select, insert on duties.entschiedene_regel to leitwerk_app;

do $$
declare name text;
begin
  foreach name in array array['regel_vorschlag', 'regel_notiz'] loop
    execute format('alter table duties.%I enable row level security', name);
    execute format('alter table duties.%I force row level security', name);
    execute format('create policy own on duties.%I for select to leitwerk_app
      using (tenant_id = (select platform.tenant()))', name);
    execute format('create policy addressed on duties.%I for select to leitwerk_app
      using (recipient_id = (select platform.tenant()))', name);
    execute format('grant select, insert on duties.%I to leitwerk_app', name);
  end loop;
end $$;

create policy propose on duties.regel_vorschlag for insert to leitwerk_app
  with check (tenant_id = (select platform.tenant()) and entscheidung is null);
create policy decide on duties.regel_vorschlag for update to leitwerk_app
  using (recipient_id = (select platform.tenant()) and entscheidung is null)
  with check (recipient_id = (select platform.tenant()) and entscheidung is not null);
grant update (entscheidung, entschieden_am, entschieden_von, antwort) on duties.regel_vorschlag to leitwerk_app;
create policy write on duties.regel_notiz for insert to leitwerk_app
  with check (tenant_id = (select platform.tenant()));
