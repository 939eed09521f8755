-- What Leitwerk tells on its own: Rundmails of an IT-Dienstleister, summaries for one person, and calls to other systems.
create schema notices;
grant usage on schema notices to leitwerk_app;

-- A named group of Kommunen of the circle, to write to them again.
create table notices.verteiler (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  kommunen uuid[] not null,
  geaendert_am timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
comment on table notices.verteiler is 'class: tenant';

create table notices.rundmail (
  tenant_id uuid not null,
  id uuid not null,
  fassung integer not null,
  betreff text not null check (length(betreff) between 1 and 200),
  text text not null check (length(text) between 1 and 20000),
  -- About running the system: nobody can unsubscribe from it.
  betrieblich boolean not null,
  auswahl jsonb not null,
  geplant_fuer timestamptz,
  zustand text not null check (zustand in
    ('entwurf', 'geplant', 'laeuft', 'angehalten', 'abgebrochen', 'abgeschlossen')),
  angelegt_am timestamptz not null,
  angelegt_von text not null,
  freigegeben_am timestamptz,
  freigegeben_von text,
  begonnen_am timestamptz,
  beendet_am timestamptz,
  primary key (tenant_id, id)
);
comment on table notices.rundmail is 'class: tenant';

-- One person who gets a Rundmail, by id only: name and address are read where they stand, at the moment of sending.
create table notices.empfaenger (
  tenant_id uuid not null,
  rundmail_id uuid not null,
  member_id uuid not null,
  kommune_id uuid not null,
  kommune text not null,
  rollen text[] not null,
  zustand text not null check (zustand in ('wartet', 'gesendet', 'fehlgeschlagen', 'aufgegeben')),
  versuche integer not null default 0,
  naechster_versuch timestamptz not null,
  letzter_versuch timestamptz,
  gesendet_am timestamptz,
  -- Our own words; what a mail server says may hold an address.
  grund text,
  primary key (tenant_id, rundmail_id, member_id),
  foreign key (tenant_id, rundmail_id) references notices.rundmail (tenant_id, id),
  check ((zustand = 'gesendet') = (gesendet_am is not null)),
  check ((zustand in ('fehlgeschlagen', 'aufgegeben')) = (grund is not null))
);
comment on table notices.empfaenger is 'class: tenant';
create index empfaenger_offen on notices.empfaenger (tenant_id, naechster_versuch)
  where zustand in ('wartet', 'fehlgeschlagen');
create index empfaenger_by_attempt on notices.empfaenger (tenant_id, letzter_versuch);

-- A Rundmail is over only when every single recipient is: no code can say otherwise.
create function notices.refuse_early_end() returns trigger language plpgsql as $$
begin
  if new.zustand = 'abgeschlossen' and exists (select from notices.empfaenger e
      where e.tenant_id = new.tenant_id and e.rundmail_id = new.id
        and e.zustand in ('wartet', 'fehlgeschlagen')) then
    raise exception 'notices.rundmail %: recipients still wait', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger rundmail_end before update of zustand on notices.rundmail
  for each row execute function notices.refuse_early_end();

-- What a person wants to be told by mail. No row: no summary, and Rundmails as they come.
create table notices.einstellung (
  tenant_id uuid not null,
  member_id uuid not null,
  zusammenfassung text not null check (zusammenfassung in ('taeglich', 'woechentlich', 'nie')),
  rundmails boolean not null,
  -- From when on the next summary counts what is new.
  zuletzt_am timestamptz not null,
  -- Not before: after a mail that could not be sent.
  naechster_versuch timestamptz,
  primary key (tenant_id, member_id)
);
comment on table notices.einstellung is 'class: tenant';

create table notices.webhook (
  tenant_id uuid not null,
  id uuid not null,
  bezeichnung text not null check (length(bezeichnung) between 1 and 100),
  url text not null check (length(url) between 8 and 2000),
  ereignisse text[] not null,
  secret_sealed bytea not null,
  zustand text not null check (zustand in ('aktiv', 'abgeschaltet')),
  grund text,
  -- Since when every call has failed; null after a call that went well.
  fehler_seit timestamptz,
  angelegt_am timestamptz not null,
  angelegt_von text not null,
  primary key (tenant_id, id)
);
comment on table notices.webhook is 'class: tenant';

-- One event for one webhook: the delivery log, and what is still to be sent. The payload holds ids only.
create table notices.zustellung (
  tenant_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  ereignis text not null,
  -- What tells the event apart, so that one that comes twice is entered once.
  ereignis_key text not null,
  daten jsonb not null,
  zustand text not null check (zustand in ('wartet', 'zugestellt', 'aufgegeben')),
  versuche integer not null default 0,
  naechster_versuch timestamptz not null,
  frist timestamptz not null,
  antwort integer,
  grund text,
  angelegt_am timestamptz not null,
  zugestellt_am timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, webhook_id, ereignis_key),
  foreign key (tenant_id, webhook_id) references notices.webhook (tenant_id, id) on delete cascade
);
comment on table notices.zustellung is 'class: tenant';
create index zustellung_offen on notices.zustellung (tenant_id, naechster_versuch) where zustand = 'wartet';
create index zustellung_by_webhook on notices.zustellung (tenant_id, webhook_id, angelegt_am desc);

alter table notices.verteiler enable row level security;
alter table notices.verteiler force row level security;
alter table notices.rundmail enable row level security;
alter table notices.rundmail force row level security;
alter table notices.empfaenger enable row level security;
alter table notices.empfaenger force row level security;
alter table notices.einstellung enable row level security;
alter table notices.einstellung force row level security;
alter table notices.webhook enable row level security;
alter table notices.webhook force row level security;
alter table notices.zustellung enable row level security;
alter table notices.zustellung force row level security;

create policy own on notices.verteiler to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
grant select, insert, update, delete on notices.verteiler to leitwerk_app;
create policy own on notices.rundmail to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
grant select, insert, update on notices.rundmail to leitwerk_app;
create policy own on notices.empfaenger to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
-- Who gets it stands fast with the release; only what became of it changes.
grant select, insert, update (zustand, versuche, naechster_versuch, letzter_versuch, gesendet_am, grund)
  on notices.empfaenger to leitwerk_app;
create policy own on notices.einstellung to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
grant select, insert, update on notices.einstellung to leitwerk_app;
create policy own on notices.webhook to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
grant select, insert, update, delete on notices.webhook to leitwerk_app;
create policy own on notices.zustellung to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
grant select, insert, update, delete on notices.zustellung to leitwerk_app;
