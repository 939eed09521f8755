-- What stands beside the values themselves: who may enter them for a Kommune, and tables that wait for their confirmation.
create schema parameters;
grant usage on schema parameters to leitwerk_app;

-- A Kommune lets its IT-Dienstleister enter values for it, or no longer. The last row for a provider counts. Never changed.
create table parameters.eintragungsrecht (
  tenant_id uuid not null,
  anbieter_id uuid not null,
  nummer integer generated always as identity,
  erteilt boolean not null,
  erfasst_am timestamptz not null,
  erfasst_von text not null default (platform.actor()),
  primary key (tenant_id, anbieter_id, nummer)
);
comment on table parameters.eintragungsrecht is 'class: tenant';

create table parameters.einlesung (
  tenant_id uuid not null,
  id uuid not null,
  dateiname text not null,
  zeilen jsonb not null,
  angelegt_am timestamptz not null,
  primary key (tenant_id, id)
);
comment on table parameters.einlesung is 'class: tenant';

do $$
declare name text;
begin
  foreach name in array array['eintragungsrecht', 'einlesung'] loop
    execute format('alter table parameters.%I enable row level security', name);
    execute format('alter table parameters.%I force row level security', name);
    execute format('grant select, insert on parameters.%I to leitwerk_app', name);
    execute format('create policy own on parameters.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
end $$;
create trigger append_only before update or delete on parameters.eintragungsrecht
  for each row execute function platform.refuse_change();
grant delete on parameters.einlesung to leitwerk_app;
