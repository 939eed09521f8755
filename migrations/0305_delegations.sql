-- The register of delegations: what people state about transferred tasks, and what a second person has confirmed.

-- A statement, addressed to the IT-Dienstleister that confirms; its own members address it to their own house.
create table duties.delegation_angabe (
  tenant_id uuid not null,
  id uuid not null unique,
  recipient_id uuid not null,
  art text not null check (art in ('eintragen', 'beenden')),
  form text check (form in ('vereinbarung', 'zweckverband', 'heranziehung', 'gesetz')),
  uebertragung jsonb,
  -- Which transfer ends, and its last day.
  ziel_id text check (ziel_id ~ '^[a-z0-9-]+$'),
  letzter_tag date,
  begruendung text not null,
  -- The name of the organisation, not of the person: who it was stands in its audit trail.
  haus text not null,
  angegeben_am timestamptz not null default now(),
  angegeben_von text not null default (platform.actor()),
  entscheidung text check (entscheidung in ('bestaetigt', 'abgelehnt')),
  entschieden_am timestamptz,
  entschieden_von text,
  antwort text,
  primary key (tenant_id, id),
  check ((art = 'eintragen') = (uebertragung is not null and form is not null)),
  check ((art = 'beenden') = (ziel_id is not null and letzter_tag is not null)),
  check ((entscheidung is null) = (entschieden_am is null)),
  constraint delegation_four_eyes check (entschieden_von <> angegeben_von)
);
comment on table duties.delegation_angabe is 'class: tenant';
create index delegation_angabe_by_recipient on duties.delegation_angabe (recipient_id, angegeben_am);

-- What was confirmed: facts, append-only, kept over every import of a rule set.
create table duties.bestaetigte_delegation (
  nummer integer generated always as identity primary key,
  id uuid not null unique,
  art text not null check (art in ('eintragen', 'beenden')),
  form text check (form in ('vereinbarung', 'zweckverband', 'heranziehung', 'gesetz')),
  uebertragung jsonb,
  ziel_id text,
  letzter_tag date,
  begruendung text not null,
  angegeben_haus text not null,
  angegeben_von text not null,
  bestaetigt_haus text not null,
  bestaetigt_am timestamptz not null default now(),
  bestaetigt_von text not null default (platform.actor()),
  check (bestaetigt_von <> angegeben_von)
);
comment on table duties.bestaetigte_delegation is 'class: public';

alter table duties.bestaetigte_delegation enable row level security;
alter table duties.bestaetigte_delegation force row level security;
create policy read on duties.bestaetigte_delegation for select to leitwerk_app using (true);
create policy write on duties.bestaetigte_delegation for insert to leitwerk_app
  with check ((select platform.scope()) = 'reference');
grant select, insert on duties.bestaetigte_delegation to leitwerk_app;

alter table duties.delegation_angabe enable row level security;
alter table duties.delegation_angabe force row level security;
create policy own on duties.delegation_angabe for select to leitwerk_app
  using (tenant_id = (select platform.tenant()));
create policy addressed on duties.delegation_angabe for select to leitwerk_app
  using (recipient_id = (select platform.tenant()));
create policy state on duties.delegation_angabe for insert to leitwerk_app
  with check (tenant_id = (select platform.tenant()) and entscheidung is null);
create policy decide on duties.delegation_angabe for update to leitwerk_app
  using (recipient_id = (select platform.tenant()) and entscheidung is null)
  with check (recipient_id = (select platform.tenant()) and entscheidung is not null);
grant select, insert on duties.delegation_angabe to leitwerk_app;
grant update (entscheidung, entschieden_am, entschieden_von, antwort) on duties.delegation_angabe to leitwerk_app;
