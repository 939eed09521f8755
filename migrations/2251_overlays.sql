-- Layers over the definitions of Onlinedienste, and how drafts come from one version to the next. Rows are never changed:
-- a newer version of a layer stands beside the older one.
create schema overlays;
grant usage on schema overlays to leitwerk_app;

create table overlays.schicht (
  tenant_id uuid not null,
  dienst text not null check (dienst ~ '^[a-z][a-z0-9-]{1,59}$'),
  ebene text not null check (ebene in ('land', 'kommune')),
  gebiet text not null check (gebiet ~ '^(\d{2}|\d{5}|\d{8})$'),
  version integer not null check (version > 0),
  inhalt jsonb not null,
  veroeffentlicht_am timestamptz not null,
  veroeffentlicht_von text not null default (platform.actor()),
  primary key (dienst, ebene, gebiet, version)
);
comment on table overlays.schicht is 'class: public';

create table overlays.uebergang (
  tenant_id uuid not null,
  dienst text not null check (dienst ~ '^[a-z][a-z0-9-]{1,59}$'),
  von integer not null check (von > 0),
  nummer integer generated always as identity,
  inhalt jsonb not null,
  veroeffentlicht_am timestamptz not null,
  veroeffentlicht_von text not null default (platform.actor()),
  primary key (dienst, von, nummer)
);
comment on table overlays.uebergang is 'class: public';

do $$
declare name text;
begin
  foreach name in array array['schicht', 'uebergang'] loop
    execute format('alter table overlays.%I enable row level security', name);
    execute format('alter table overlays.%I force row level security', name);
    execute format('grant select, insert on overlays.%I to leitwerk_app', name);
    execute format('create policy read on overlays.%I for select to leitwerk_app using (true)', name);
    execute format('create policy publish on overlays.%I for insert to leitwerk_app
      with check ((select platform.scope()) = ''reference'' and tenant_id = (select platform.tenant()))', name);
    execute format('create trigger append_only before update or delete on overlays.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
end $$;
