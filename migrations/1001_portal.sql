-- The public site of each Kommune and its offices.
create schema portal;
grant usage on schema portal to leitwerk_app;

-- Everybody reads it; a Kommune writes its own row. `slug` is the host name; it follows from name and key, never from
-- what somebody types. `version` counts the changes.
create table portal.site (
  tenant_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{0,59}$'),
  ags text not null unique check (ags ~ '^\d{5}(\d{3})?$'),
  name text not null check (length(name) between 1 and 200),
  anschrift text not null,
  telefon text not null,
  email text not null,
  vertretung text not null,
  datenschutz_email text not null,
  oeffnungszeiten jsonb not null,
  veroeffentlicht_ab date,
  barrierefreiheit_geprueft_am date,
  version integer not null check (version > 0)
);
comment on table portal.site is 'class: public';

create table portal.office (
  tenant_id uuid not null references portal.site (tenant_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  anschrift text not null,
  telefon text not null,
  email text not null,
  oeffnungszeiten jsonb not null,
  leistungen text[] not null,
  version integer not null check (version > 0),
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
comment on table portal.office is 'class: public';

do $$
declare name text;
begin
  foreach name in array array['site', 'office'] loop
    execute format('alter table portal.%I enable row level security', name);
    execute format('alter table portal.%I force row level security', name);
    execute format('grant select, insert on portal.%I to leitwerk_app', name);
    execute format('create policy read on portal.%I for select to leitwerk_app using (true)', name);
    execute format('create policy write on portal.%I to leitwerk_app
      using ((select platform.scope()) = ''reference'' and tenant_id = (select platform.tenant()))
      with check ((select platform.scope()) = ''reference'' and tenant_id = (select platform.tenant()))', name);
  end loop;
end $$;

grant update (name, anschrift, telefon, email, vertretung, datenschutz_email, oeffnungszeiten, veroeffentlicht_ab,
  barrierefreiheit_geprueft_am, version) on portal.site to leitwerk_app;
grant update (name, anschrift, telefon, email, oeffnungszeiten, leistungen, version), delete on portal.office
  to leitwerk_app;
