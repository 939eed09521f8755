-- When an order was changed last, so that people and systems can be told what became new since a moment.
alter table marketplace.bestellung add column geaendert_am timestamptz;
grant update (geaendert_am) on marketplace.bestellung to leitwerk_app;

-- A provider's word to a Kommune that showed interest: now you can order. The newest number counts.
create table marketplace.einladung (
  tenant_id uuid not null,
  dienst text not null,
  recipient_id uuid not null,
  nummer integer not null check (nummer > 0),
  haus text not null,
  titel text not null,
  ags text not null check (ags ~ '^\d{5}(\d{3})?$'),
  kommune text not null,
  nachricht text not null check (length(nachricht) <= 1000),
  stand date not null,
  eingeladen_am timestamptz not null,
  eingeladen_von text not null default (platform.actor()),
  primary key (tenant_id, dienst, recipient_id, nummer)
);
comment on table marketplace.einladung is 'class: tenant';
create index einladung_by_recipient on marketplace.einladung (recipient_id, dienst);

alter table marketplace.einladung enable row level security;
alter table marketplace.einladung force row level security;
grant select, insert on marketplace.einladung to leitwerk_app;
create policy own on marketplace.einladung for select to leitwerk_app
  using (tenant_id = (select platform.tenant()));
create policy addressed on marketplace.einladung for select to leitwerk_app
  using (recipient_id = (select platform.tenant()));
create policy state on marketplace.einladung for insert to leitwerk_app
  with check (tenant_id = (select platform.tenant()));
create trigger append_only before update or delete on marketplace.einladung
  for each row execute function platform.refuse_change();
