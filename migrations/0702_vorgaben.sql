-- Values that a Land or a Kreis states for all Kommunen below it, each with the day from which it counts and the moment at
-- which it became known. Whoever offers the service states them for a Land, a Kreis for its own Gemeinden. Never changed.
create table efa.vorgabe (
  tenant_id uuid not null,
  dienst text not null check (dienst ~ '^[a-z][a-z0-9-]{1,59}$'),
  gebiet text not null check (gebiet ~ '^(\d{2}|\d{5})$'),
  name text not null check (length(name) between 1 and 60),
  nummer integer generated always as identity,
  wert jsonb not null,
  verbindlich boolean not null,
  grundlage text not null check (length(grundlage) between 3 and 500),
  sagt text not null check (length(sagt) between 1 and 200),
  gilt_ab date not null,
  erfasst_am timestamptz not null,
  erfasst_von text not null default (platform.actor()),
  primary key (dienst, gebiet, name, nummer)
);
comment on table efa.vorgabe is 'class: public';
alter table efa.vorgabe enable row level security;
alter table efa.vorgabe force row level security;
grant select, insert on efa.vorgabe to leitwerk_app;
create policy read on efa.vorgabe for select to leitwerk_app using (true);
create policy state on efa.vorgabe for insert to leitwerk_app
  with check ((select platform.scope()) = 'reference' and tenant_id = (select platform.tenant()));
create trigger append_only before update or delete on efa.vorgabe
  for each row execute function platform.refuse_change();

-- A Kommune that consents shares its Anbindungen and values with its IT-Dienstleister, to compare them.
comment on table efa.anbindung is 'class: circle';
comment on table efa.parameter is 'class: circle';
create policy shared on efa.anbindung for select to leitwerk_app
  using (tenant_id = any ((select identity.circle())::uuid[]));
create policy shared on efa.parameter for select to leitwerk_app
  using (tenant_id = any ((select identity.circle())::uuid[]));
