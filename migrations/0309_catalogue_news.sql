-- What a Kommune did with a consequence that a Fassung of the catalogue has for it. No row means: new. The consequence
-- itself is computed from the catalogue and the rules.
create table duties.neuerung_stand (
  tenant_id uuid not null,
  fassung integer not null,
  leistung_id text not null check (leistung_id ~ '^L\d{5}$'),
  stand text not null check (stand in ('neu', 'gelesen', 'erledigt')),
  geaendert_am timestamptz not null default now(),
  geaendert_von text not null default (platform.actor()),
  primary key (tenant_id, fassung, leistung_id)
);
comment on table duties.neuerung_stand is 'class: tenant';
alter table duties.neuerung_stand enable row level security;
alter table duties.neuerung_stand force row level security;
create policy own on duties.neuerung_stand to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
grant select, insert on duties.neuerung_stand to leitwerk_app;
grant update (stand, geaendert_am, geaendert_von) on duties.neuerung_stand to leitwerk_app;
