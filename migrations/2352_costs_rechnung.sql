-- What the pages of a bill show, kept beside it, so that nobody has to compute a whole bill to see one payer; billing
-- particulars for electronic bills; files that the worker makes; who was told of a bill.

-- A bill as a whole. Made from its frozen plan, and can be made from it again.
create table costs.rechnungsbild (
  tenant_id uuid not null,
  abrechnung_id uuid not null,
  von text not null,
  bis text not null,
  rundung text not null,
  finanzierung text not null,
  modell text not null,
  zahler integer not null,
  kosten bigint not null,
  netto bigint not null,
  steuer bigint not null,
  brutto bigint not null,
  rest bigint not null,
  aufrundung bigint not null,
  hinweise jsonb not null,
  primary key (tenant_id, abrechnung_id),
  foreign key (tenant_id, abrechnung_id) references costs.abrechnung (tenant_id, id)
);
comment on table costs.rechnungsbild is 'class: tenant';

-- One payer of a bill, in the order of names. The sheet with every step stands in costs.anteil once the bill is issued.
create table costs.rechnungszeile (
  tenant_id uuid not null,
  abrechnung_id uuid not null,
  zahler text not null,
  rang integer not null,
  name text not null,
  netto bigint not null,
  steuer bigint not null,
  brutto bigint not null,
  blatt jsonb,
  primary key (tenant_id, abrechnung_id, zahler),
  foreign key (tenant_id, abrechnung_id) references costs.rechnungsbild (tenant_id, abrechnung_id)
);
comment on table costs.rechnungszeile is 'class: tenant';
create index rechnungszeile_by_rang on costs.rechnungszeile (tenant_id, abrechnung_id, rang);

-- A payer of a replaced bill does not stand in the one that took its place: it owes nothing any more.
create table costs.aufhebung (
  tenant_id uuid not null,
  abrechnung_id uuid not null,
  zahler text not null,
  recipient_id uuid,
  durch uuid not null,
  aufgehoben_am timestamptz not null,
  primary key (tenant_id, abrechnung_id, zahler),
  foreign key (tenant_id, abrechnung_id, zahler) references costs.anteil (tenant_id, abrechnung_id, zahler)
);
comment on table costs.aufhebung is 'class: tenant';
create index aufhebung_by_recipient on costs.aufhebung (recipient_id, abrechnung_id);

-- Name, address, bank account and routing of the house ('HAUS') and of its payers, as electronic bills state them.
create table costs.rechnungsangaben (
  tenant_id uuid not null,
  kennung text not null check (kennung ~ '^(HAUS|BUND|\d{2}|\d{5}|\d{8})$'),
  fassung integer not null check (fassung > 0),
  inhalt jsonb not null,
  angegeben_am timestamptz not null,
  angegeben_von text not null default (platform.actor()),
  primary key (tenant_id, kennung, fassung)
);
comment on table costs.rechnungsangaben is 'class: tenant';

-- A file that the worker made of a bill ('' as zahler) or of one share. `stand` says on what it rests: the number of the
-- bill, the count of particulars.
create table costs.dokument (
  tenant_id uuid not null,
  abrechnung_id uuid not null,
  zahler text not null,
  art text not null check (art in ('pdf', 'xrechnung', 'xrechnungen')),
  teil integer not null check (teil >= 0),
  stand text not null,
  recipient_id uuid,
  inhalt bytea not null,
  erstellt_am timestamptz not null,
  primary key (tenant_id, abrechnung_id, zahler, art, teil, stand),
  foreign key (tenant_id, abrechnung_id) references costs.abrechnung (tenant_id, id)
);
comment on table costs.dokument is 'class: tenant';
create index dokument_by_recipient on costs.dokument (recipient_id, abrechnung_id);

-- Who of a Kommune was mailed what of a bill: each once.
create table costs.hinweis (
  tenant_id uuid not null,
  abrechnung_id uuid not null,
  member_id uuid not null,
  was text not null check (was in ('gestellt', 'korrigiert', 'aufgehoben')),
  gemeldet_am timestamptz not null,
  primary key (tenant_id, abrechnung_id, member_id, was)
);
comment on table costs.hinweis is 'class: tenant';

do $$
declare name text;
begin
  foreach name in array array['rechnungsbild', 'rechnungszeile', 'aufhebung', 'rechnungsangaben', 'dokument',
      'hinweis'] loop
    execute format('alter table costs.%I enable row level security', name);
    execute format('alter table costs.%I force row level security', name);
    execute format('grant select, insert on costs.%I to leitwerk_app', name);
    execute format('create policy own on costs.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['aufhebung', 'dokument'] loop
    execute format('create policy addressed on costs.%I for select to leitwerk_app
      using (recipient_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['aufhebung', 'rechnungsangaben', 'dokument', 'hinweis'] loop
    execute format('create trigger append_only before update or delete on costs.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
end $$;

grant update (blatt) on costs.rechnungszeile to leitwerk_app;
