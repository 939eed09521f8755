-- The checklist of an Anbindung: what was said of its lines, by whom, when; what a rehearsal found; which notices of an
-- expiry went out. Progress, phase and clocks are computed from it, never stored.
create schema connection;
grant usage on schema connection to leitwerk_app;

-- Facts are only added. `nummer` counts those of one line of one Anbindung, so that of two people the second learns of the
-- first. A Kommune and the IT-Dienstleister that cares for it both write, each fact names the house that spoke.
create table connection.fakt (
  tenant_id uuid not null,
  dienst text not null,
  punkt text not null,
  nummer integer not null check (nummer > 0),
  art text not null check (art in ('erledigt', 'wieder-offen', 'entfaellt')),
  nachweis text check (length(nachweis) between 1 and 1000),
  grund text check (length(grund) between 3 and 1000),
  gueltig_bis date,
  am timestamptz not null,
  von text not null default (platform.actor()),
  haus text not null check (length(haus) between 1 and 200),
  primary key (tenant_id, dienst, punkt, nummer),
  check (art = 'erledigt' or (nachweis is null and gueltig_bis is null)),
  check (art = 'erledigt' or grund is not null)
);
comment on table connection.fakt is 'class: tenant';
create index fakt_by_dienst on connection.fakt (dienst, tenant_id);
create index fakt_by_ablauf on connection.fakt (gueltig_bis, tenant_id) where gueltig_bis is not null;

-- A rehearsal: what a test Antrag found on its way. Nothing of the Antrag itself stands anywhere.
create table connection.probelauf (
  tenant_id uuid not null,
  dienst text not null,
  nummer integer not null check (nummer > 0),
  fassung text not null,
  bestanden boolean not null,
  schritte jsonb not null,
  am timestamptz not null,
  von text not null default (platform.actor()),
  haus text not null check (length(haus) between 1 and 200),
  primary key (tenant_id, dienst, nummer)
);
comment on table connection.probelauf is 'class: tenant';

-- Which notice of an expiry a member was mailed: of each thing and day, at most one a stage.
create table connection.hinweis (
  tenant_id uuid not null,
  mitglied_id uuid not null,
  was text not null check (length(was) between 1 and 300),
  ablauf date not null,
  stufe integer not null check (stufe >= 0),
  am timestamptz not null,
  primary key (tenant_id, mitglied_id, was, ablauf, stufe)
);
comment on table connection.hinweis is 'class: tenant';

do $$
declare name text;
begin
  foreach name in array array['fakt', 'probelauf', 'hinweis'] loop
    execute format('alter table connection.%I enable row level security', name);
    execute format('alter table connection.%I force row level security', name);
    execute format('grant select, insert on connection.%I to leitwerk_app', name);
    execute format('create policy own on connection.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['fakt', 'probelauf'] loop
    execute format('create policy betreut on connection.%I for select to leitwerk_app
      using (tenant_id = any ((select identity.betreute())::uuid[]))', name);
    execute format('create policy begleitet on connection.%I for insert to leitwerk_app
      with check (tenant_id = any ((select identity.betreute())::uuid[]))', name);
    execute format('create trigger append_only before update or delete on connection.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
end $$;
