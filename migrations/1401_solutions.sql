-- The register of Lösungen: what the product ships, what Kommunen and the IT-Dienstleister contribute, and what a second
-- person took over. Onlinedienste that efa offers stand in the register by themselves and are not copied here.
create schema solutions;
grant usage on schema solutions to leitwerk_app;

-- Imports of the shipped reference data; as in the catalogue, rows are never changed.
create table solutions.fassung (
  nummer integer generated always as identity primary key,
  stand text not null,
  hash text not null,
  saetze jsonb not null,
  aenderungen jsonb not null,
  eingelesen_am timestamptz not null default now(),
  eingelesen_von text not null default (platform.actor())
);
comment on table solutions.fassung is 'class: public';

create table solutions.referenz (
  id text not null check (id ~ '^[a-z0-9-]{1,80}$'),
  fassung integer not null references solutions.fassung,
  entfallen boolean not null default false,
  inhalt jsonb not null,
  primary key (id, fassung)
);
comment on table solutions.referenz is 'class: public';

-- A version of a Lösung that a second person took over. `aufgegangen_in` says that it was a duplicate of another one.
create table solutions.loesung_fassung (
  nummer integer generated always as identity primary key,
  id text not null check (id ~ '^[a-z0-9-]{1,80}$'),
  art text not null check (art in ('neu', 'aendern', 'beenden', 'zusammenfuehren')),
  inhalt jsonb,
  aufgegangen_in text check (aufgegangen_in ~ '^[a-z0-9-]{1,80}$'),
  gilt_ab date not null,
  beitrag_id uuid not null,
  beigetragen_haus text not null,
  beigetragen_von text not null,
  uebernommen_haus text not null,
  uebernommen_am timestamptz not null default now(),
  uebernommen_von text not null default (platform.actor()),
  check ((inhalt is null) = (aufgegangen_in is not null)),
  check (aufgegangen_in <> id),
  check (uebernommen_von <> beigetragen_von)
);
comment on table solutions.loesung_fassung is 'class: public';
create index loesung_fassung_by_id on solutions.loesung_fassung (id, nummer);

-- A contribution, addressed to the IT-Dienstleister that decides; a draft until it is sent. `version` counts its own
-- changes, so that nobody decides on something else than was read.
create table solutions.beitrag (
  tenant_id uuid not null,
  id uuid not null unique,
  recipient_id uuid not null,
  art text not null check (art in ('neu', 'aendern', 'beenden', 'zusammenfuehren')),
  loesung_id text not null check (loesung_id ~ '^[a-z0-9-]{1,80}$'),
  -- The hash of the Lösung as whoever contributes has read it; null for a new one.
  grundlage text,
  inhalt jsonb,
  in_id text check (in_id ~ '^[a-z0-9-]{1,80}$'),
  gilt_ab date not null,
  begruendung text not null check (length(begruendung) <= 1000),
  version integer not null default 1 check (version > 0),
  -- The name of the organisation, not of the person: who it was stands in its audit trail.
  haus text not null,
  beigetragen_am timestamptz not null default now(),
  beigetragen_von text not null default (platform.actor()),
  eingereicht_am timestamptz,
  entscheidung text check (entscheidung in ('uebernommen', 'abgelehnt', 'zurueckgezogen')),
  entschieden_am timestamptz,
  entschieden_von text,
  antwort text check (length(antwort) <= 1000),
  primary key (tenant_id, id),
  check ((art = 'zusammenfuehren') = (in_id is not null)),
  check ((art = 'zusammenfuehren') = (inhalt is null)),
  check ((art = 'neu') = (grundlage is null)),
  check ((entscheidung is null) = (entschieden_am is null)),
  constraint beitrag_four_eyes check (entscheidung = 'zurueckgezogen' or entschieden_von <> beigetragen_von)
);
comment on table solutions.beitrag is 'class: tenant';
create index beitrag_by_recipient on solutions.beitrag (recipient_id, eingereicht_am);

-- Questions of the moderation about a contribution, and the answers.
create table solutions.beitrag_nachricht (
  tenant_id uuid not null,
  id uuid not null unique,
  beitrag_id uuid not null,
  recipient_id uuid not null,
  von_moderation boolean not null,
  text text not null check (length(text) between 1 and 2000),
  haus text not null,
  geschrieben_am timestamptz not null default clock_timestamp(),
  geschrieben_von text not null default (platform.actor()),
  primary key (tenant_id, id),
  foreign key (tenant_id, beitrag_id) references solutions.beitrag (tenant_id, id)
);
comment on table solutions.beitrag_nachricht is 'class: tenant';
create index beitrag_nachricht_by_recipient on solutions.beitrag_nachricht (recipient_id, beitrag_id);

-- A table that somebody uploaded and looks at before its good rows become contributions.
create table solutions.einlesung (
  tenant_id uuid not null,
  id uuid not null,
  dateiname text not null check (length(dateiname) <= 200),
  blatt jsonb not null,
  angelegt_am timestamptz not null default now(),
  angelegt_von text not null default (platform.actor()),
  primary key (tenant_id, id)
);
comment on table solutions.einlesung is 'class: tenant';

do $$
declare name text;
begin
  foreach name in array array['fassung', 'referenz', 'loesung_fassung', 'beitrag', 'beitrag_nachricht', 'einlesung'] loop
    execute format('alter table solutions.%I enable row level security', name);
    execute format('alter table solutions.%I force row level security', name);
    execute format('grant select, insert on solutions.%I to leitwerk_app', name);
  end loop;
  foreach name in array array['fassung', 'referenz', 'loesung_fassung'] loop
    execute format('create policy read on solutions.%I for select to leitwerk_app using (true)', name);
    execute format('create policy write on solutions.%I for insert to leitwerk_app
      with check ((select platform.scope()) = ''reference'')', name);
    execute format('create trigger append_only before update or delete on solutions.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
end $$;

create policy own on solutions.beitrag for select to leitwerk_app
  using (tenant_id = (select platform.tenant()));
create policy addressed on solutions.beitrag for select to leitwerk_app
  using (recipient_id = (select platform.tenant()) and eingereicht_am is not null);
create policy contribute on solutions.beitrag for insert to leitwerk_app
  with check (tenant_id = (select platform.tenant()) and entscheidung is null);
create policy revise on solutions.beitrag for update to leitwerk_app
  using (tenant_id = (select platform.tenant()) and entscheidung is null)
  with check (tenant_id = (select platform.tenant()) and (entscheidung is null or entscheidung = 'zurueckgezogen'));
create policy decide on solutions.beitrag for update to leitwerk_app
  using (recipient_id = (select platform.tenant()) and eingereicht_am is not null and entscheidung is null)
  with check (recipient_id = (select platform.tenant()) and entscheidung in ('uebernommen', 'abgelehnt'));
grant update (inhalt, gilt_ab, begruendung, version, eingereicht_am, entscheidung, entschieden_am, entschieden_von,
  antwort) on solutions.beitrag to leitwerk_app;

create policy own on solutions.beitrag_nachricht for select to leitwerk_app
  using (tenant_id = (select platform.tenant()));
create policy addressed on solutions.beitrag_nachricht for select to leitwerk_app
  using (recipient_id = (select platform.tenant()));
create policy write_own on solutions.beitrag_nachricht for insert to leitwerk_app
  with check (tenant_id = (select platform.tenant()));
create policy write_addressed on solutions.beitrag_nachricht for insert to leitwerk_app
  with check (recipient_id = (select platform.tenant()) and exists (select from solutions.beitrag as b
    where b.id = beitrag_id and b.tenant_id = beitrag_nachricht.tenant_id
      and b.recipient_id = beitrag_nachricht.recipient_id));

create policy own on solutions.einlesung to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
grant delete on solutions.einlesung to leitwerk_app;
