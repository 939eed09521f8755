-- What Onlinedienste cost and who pays which share: keys, plans, bills, payments, metered use, funding programmes.
-- Everything is added as a new Fassung; a bill that was issued is never changed, another one corrects it.
create schema costs;
grant usage on schema costs to leitwerk_app;

-- A table of weights by which costs are apportioned, of a day, with its source.
create table costs.schluessel (
  tenant_id uuid not null,
  id text not null check (id ~ '^[a-z0-9][a-z0-9-]{1,79}$'),
  fassung integer not null check (fassung > 0),
  inhalt jsonb not null,
  angegeben_am timestamptz not null,
  angegeben_von text not null default (platform.actor()),
  primary key (tenant_id, id, fassung)
);
comment on table costs.schluessel is 'class: tenant';

-- What a service costs in a year, by which keys, who pays: the plan of whoever offers the service.
create table costs.kostenplan (
  tenant_id uuid not null,
  dienst text not null check (dienst ~ '^[a-z][a-z0-9-]{1,59}$'),
  jahr integer not null check (jahr between 2000 and 2100),
  -- What was planned, or what it really cost.
  art text not null check (art in ('plan', 'ist')),
  fassung integer not null check (fassung > 0),
  inhalt jsonb not null,
  angegeben_am timestamptz not null,
  angegeben_von text not null default (platform.actor()),
  primary key (tenant_id, dienst, jahr, art, fassung)
);
comment on table costs.kostenplan is 'class: tenant';

-- A computed bill with all that it rests on, frozen. Not issued before it has a number in costs.rechnung.
create table costs.abrechnung (
  tenant_id uuid not null,
  id uuid not null,
  dienst text not null,
  jahr integer not null,
  art text not null,
  plan_fassung integer not null,
  titel text not null check (length(titel) between 3 and 300),
  plan jsonb not null,
  -- The bill that this one takes the place of.
  korrigiert uuid,
  grund text not null check (length(grund) <= 1000),
  erstellt_am timestamptz not null,
  erstellt_von text not null default (platform.actor()),
  primary key (tenant_id, id),
  foreign key (tenant_id, dienst, jahr, art, plan_fassung)
    references costs.kostenplan (tenant_id, dienst, jahr, art, fassung),
  foreign key (tenant_id, korrigiert) references costs.abrechnung (tenant_id, id),
  check ((korrigiert is null) = (grund = ''))
);
comment on table costs.abrechnung is 'class: tenant';
create index abrechnung_by_dienst on costs.abrechnung (tenant_id, dienst, jahr);

-- A draft was checked or thrown away: each once.
create table costs.abrechnung_schritt (
  tenant_id uuid not null,
  abrechnung_id uuid not null,
  schritt text not null check (schritt in ('geprueft', 'verworfen')),
  bemerkung text not null check (length(bemerkung) <= 1000),
  gegangen_am timestamptz not null,
  gegangen_von text not null default (platform.actor()),
  primary key (tenant_id, abrechnung_id, schritt),
  foreign key (tenant_id, abrechnung_id) references costs.abrechnung (tenant_id, id)
);
comment on table costs.abrechnung_schritt is 'class: tenant';

-- A bill was issued under the next number of its year. One bill has one number; a service and a year have one bill, or
-- after it one that corrects it.
create table costs.rechnung (
  tenant_id uuid not null,
  nummernjahr integer not null,
  nummer integer not null check (nummer > 0),
  abrechnung_id uuid not null,
  dienst text not null,
  jahr integer not null,
  korrigiert uuid,
  gestellt_am timestamptz not null,
  faellig_am date not null,
  gestellt_von text not null default (platform.actor()),
  primary key (tenant_id, nummernjahr, nummer),
  unique (tenant_id, abrechnung_id),
  unique nulls not distinct (tenant_id, dienst, jahr, korrigiert),
  foreign key (tenant_id, abrechnung_id) references costs.abrechnung (tenant_id, id)
);
comment on table costs.rechnung is 'class: tenant';

-- The share of one payer in an issued bill, with every step that led to it. recipient_id is the Kommune that pays, where
-- it has an organisation here: it reads its own share and nobody else's.
create table costs.anteil (
  tenant_id uuid not null,
  abrechnung_id uuid not null,
  zahler text not null check (length(zahler) between 1 and 20),
  recipient_id uuid,
  name text not null,
  rechnungsnummer text not null,
  dienst text not null,
  titel text not null,
  haus text not null,
  jahr integer not null,
  brutto bigint not null,
  -- Of the bill as a whole and of this payer; no other payer's name or amount.
  blatt jsonb not null,
  gestellt_am timestamptz not null,
  faellig_am date not null,
  korrigiert uuid,
  primary key (tenant_id, abrechnung_id, zahler),
  foreign key (tenant_id, abrechnung_id) references costs.rechnung (tenant_id, abrechnung_id)
);
comment on table costs.anteil is 'class: tenant';
create index anteil_by_recipient on costs.anteil (recipient_id, dienst, jahr);

-- A payer has paid. What was entered by mistake is entered again with the opposite sign.
create table costs.zahlung (
  tenant_id uuid not null,
  abrechnung_id uuid not null,
  zahler text not null,
  nummer integer not null check (nummer > 0),
  recipient_id uuid,
  cent bigint not null check (cent <> 0),
  am date not null,
  bemerkung text not null check (length(bemerkung) <= 300),
  eingetragen_am timestamptz not null,
  eingetragen_von text not null default (platform.actor()),
  primary key (tenant_id, abrechnung_id, zahler, nummer),
  foreign key (tenant_id, abrechnung_id, zahler) references costs.anteil (tenant_id, abrechnung_id, zahler)
);
comment on table costs.zahlung is 'class: tenant';
create index zahlung_by_recipient on costs.zahlung (recipient_id, abrechnung_id);

-- How many cases came to a Kommune by a service in a month, counted from the ledger: numbers only. recipient_id is who
-- offers the service and reads them for its bills.
create table costs.nutzung (
  tenant_id uuid not null,
  dienst text not null,
  monat date not null check (extract(day from monat) = 1),
  ags text not null check (ags ~ '^\d{5}(\d{3})?$'),
  recipient_id uuid not null,
  anzahl integer not null check (anzahl >= 0),
  gezaehlt_am timestamptz not null,
  primary key (tenant_id, dienst, monat)
);
comment on table costs.nutzung is 'class: tenant';
create index nutzung_by_recipient on costs.nutzung (recipient_id, dienst, monat);

-- The price label of a service: what everybody may know of a plan, so that a Kommune can estimate its share.
create table costs.preis (
  tenant_id uuid not null,
  dienst text not null,
  jahr integer not null,
  fassung integer not null check (fassung > 0),
  haus text not null,
  inhalt jsonb not null,
  veroeffentlicht_am timestamptz not null,
  primary key (dienst, jahr, tenant_id, fassung)
);
comment on table costs.preis is 'class: public';

-- A funding programme: from when to when, for what, with its source.
create table costs.foerderprogramm (
  tenant_id uuid not null,
  id text not null check (id ~ '^[a-z0-9][a-z0-9-]{1,79}$'),
  fassung integer not null check (fassung > 0),
  haus text not null,
  inhalt jsonb not null,
  angegeben_am timestamptz not null,
  primary key (tenant_id, id, fassung)
);
comment on table costs.foerderprogramm is 'class: public';

-- A table between its preview and its confirmation.
create table costs.einlesung (
  tenant_id uuid not null,
  id uuid not null,
  dateiname text not null,
  zeilen jsonb not null,
  angelegt_am timestamptz not null,
  primary key (tenant_id, id)
);
comment on table costs.einlesung is 'class: tenant';

do $$
declare name text;
begin
  foreach name in array array['schluessel', 'kostenplan', 'abrechnung', 'abrechnung_schritt', 'rechnung', 'anteil',
      'zahlung', 'nutzung', 'preis', 'foerderprogramm', 'einlesung'] loop
    execute format('alter table costs.%I enable row level security', name);
    execute format('alter table costs.%I force row level security', name);
    execute format('grant select, insert on costs.%I to leitwerk_app', name);
  end loop;
  foreach name in array array['schluessel', 'kostenplan', 'abrechnung', 'abrechnung_schritt', 'rechnung', 'anteil',
      'zahlung', 'nutzung', 'einlesung'] loop
    execute format('create policy own on costs.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['anteil', 'zahlung', 'nutzung'] loop
    execute format('create policy addressed on costs.%I for select to leitwerk_app
      using (recipient_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['preis', 'foerderprogramm'] loop
    execute format('create policy read on costs.%I for select to leitwerk_app using (true)', name);
    execute format('create policy write on costs.%I for insert to leitwerk_app
      with check ((select platform.scope()) = ''reference'' and tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['schluessel', 'kostenplan', 'abrechnung', 'abrechnung_schritt', 'rechnung', 'anteil',
      'zahlung', 'preis', 'foerderprogramm'] loop
    execute format('create trigger append_only before update or delete on costs.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
end $$;

grant update (anzahl, gezaehlt_am) on costs.nutzung to leitwerk_app;
grant delete on costs.einlesung to leitwerk_app;
