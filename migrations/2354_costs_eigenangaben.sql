-- What a Kommune says of itself for bills: name, address, e-mail, Leitweg-ID, each time as a new Fassung. The houses that
-- billed it read it, and the IT-Dienstleister that cares for it.
create table costs.eigenangaben (
  tenant_id uuid not null,
  kennung text not null check (kennung ~ '^\d{5}(\d{3})?$'),
  fassung integer not null check (fassung > 0),
  inhalt jsonb not null,
  angegeben_am timestamptz not null,
  angegeben_von text not null default (platform.actor()),
  primary key (tenant_id, fassung)
);
comment on table costs.eigenangaben is 'class: tenant';

alter table costs.eigenangaben enable row level security;
alter table costs.eigenangaben force row level security;
grant select, insert on costs.eigenangaben to leitwerk_app;
create policy own on costs.eigenangaben to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
create policy rechnet_ab on costs.eigenangaben for select to leitwerk_app
  using (tenant_id = any (array(select distinct n.recipient_id from costs.anteil n
    where n.tenant_id = (select platform.tenant()))));
create policy betreut on costs.eigenangaben for select to leitwerk_app
  using (tenant_id = any ((select identity.betreute())::uuid[]));
create trigger append_only before update or delete on costs.eigenangaben
  for each row execute function platform.refuse_change();
