-- Reports of a Kommune for its council. The figures of a report are taken once and never change; whoever needs newer ones
-- draws them anew, which makes a new version. What happened to a report is a list of steps, from which its state follows.
create schema reports;
grant usage on schema reports to leitwerk_app;

create table reports.bericht (
  tenant_id uuid not null,
  id uuid not null,
  -- Counts the reports of the Kommune.
  nummer integer not null check (nummer > 0),
  angelegt_am timestamptz not null,
  angelegt_von text not null default (platform.actor()),
  primary key (tenant_id, id),
  unique (tenant_id, nummer)
);
comment on table reports.bericht is 'class: tenant';

-- The figures as they were on a day, with every row that they count.
create table reports.bestand (
  tenant_id uuid not null,
  bericht_id uuid not null,
  nummer integer not null check (nummer > 0),
  stichtag date not null,
  gezogen_am timestamptz not null,
  inhalt jsonb not null,
  primary key (tenant_id, bericht_id, nummer),
  foreign key (tenant_id, bericht_id) references reports.bericht (tenant_id, id)
);
comment on table reports.bestand is 'class: tenant';

create table reports.fassung (
  tenant_id uuid not null,
  bericht_id uuid not null,
  fassung integer not null check (fassung > 0),
  bestand integer not null,
  titel text not null check (length(titel) between 3 and 200),
  einleitung text not null check (length(einleitung) <= 5000),
  -- In order: key of the section and the Kommune's own remark.
  abschnitte jsonb not null,
  geschrieben_am timestamptz not null,
  geschrieben_von text not null default (platform.actor()),
  primary key (tenant_id, bericht_id, fassung),
  foreign key (tenant_id, bericht_id, bestand) references reports.bestand (tenant_id, bericht_id, nummer)
);
comment on table reports.fassung is 'class: tenant';

create table reports.schritt (
  tenant_id uuid not null,
  bericht_id uuid not null,
  nummer integer not null check (nummer > 0),
  art text not null check (art in ('vorgelegt', 'zurueckgegeben', 'freigegeben', 'zurueckgezogen')),
  fassung integer not null,
  begruendung text check (length(begruendung) between 1 and 1000),
  gegangen_am timestamptz not null,
  gegangen_von text not null default (platform.actor()),
  -- Who had presented what is released here.
  vorgelegt_von text,
  primary key (tenant_id, bericht_id, nummer),
  foreign key (tenant_id, bericht_id, fassung) references reports.fassung (tenant_id, bericht_id, fassung),
  check (art not in ('zurueckgegeben', 'zurueckgezogen') or begruendung is not null),
  check ((art = 'freigegeben') = (vorgelegt_von is not null)),
  constraint schritt_four_eyes check (gegangen_von <> vorgelegt_von)
);
comment on table reports.schritt is 'class: tenant';

-- Files that the worker made, by version and by the number of steps gone until then.
create table reports.pdf (
  tenant_id uuid not null,
  bericht_id uuid not null,
  fassung integer not null,
  schritte integer not null,
  inhalt bytea not null,
  erstellt_am timestamptz not null,
  primary key (tenant_id, bericht_id, fassung, schritte),
  foreign key (tenant_id, bericht_id, fassung) references reports.fassung (tenant_id, bericht_id, fassung)
);
comment on table reports.pdf is 'class: tenant';

-- Every release of a Kommune's Stand to the public: which parts, until when, and when it ended.
create table reports.freigabe (
  tenant_id uuid not null,
  nummer integer not null check (nummer > 0),
  teile text[] not null check (cardinality(teile) > 0
    and teile <@ array['online', 'termine', 'anteil', 'reifegrad']),
  stichtag date not null,
  gilt_bis date not null,
  freigegeben_am timestamptz not null,
  freigegeben_von text not null default (platform.actor()),
  beendet_am timestamptz,
  primary key (tenant_id, nummer)
);
comment on table reports.freigabe is 'class: tenant';

-- What of it is public now, and nothing else: an ended release leaves nothing behind here.
create table reports.oeffentlich (
  tenant_id uuid primary key,
  nummer integer not null,
  ags text not null check (ags ~ '^\d{5}(\d{3})?$'),
  stichtag date not null,
  gilt_bis date not null,
  freigegeben_am timestamptz not null,
  inhalt jsonb not null
);
comment on table reports.oeffentlich is 'class: public';
create index oeffentlich_by_ags on reports.oeffentlich (ags);

do $$
declare name text;
begin
  foreach name in array array['bericht', 'bestand', 'fassung', 'schritt', 'pdf', 'freigabe'] loop
    execute format('alter table reports.%I enable row level security', name);
    execute format('alter table reports.%I force row level security', name);
    execute format('grant select, insert on reports.%I to leitwerk_app', name);
    execute format('create policy own on reports.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['bericht', 'bestand', 'fassung', 'schritt', 'pdf'] loop
    execute format('create trigger append_only before update or delete on reports.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
end $$;
alter table reports.oeffentlich enable row level security;
alter table reports.oeffentlich force row level security;
grant select, insert on reports.oeffentlich to leitwerk_app;
create policy read on reports.oeffentlich for select to leitwerk_app using (true);
create policy write on reports.oeffentlich to leitwerk_app
  using ((select platform.scope()) = 'reference' and tenant_id = (select platform.tenant()))
  with check ((select platform.scope()) = 'reference' and tenant_id = (select platform.tenant()));
grant update (beendet_am) on reports.freigabe to leitwerk_app;
grant update (nummer, stichtag, gilt_bis, freigegeben_am, inhalt), delete on reports.oeffentlich to leitwerk_app;
