-- Which Fachverfahren a Kommune uses, from when to when: Lösungen that fit them come first, and the circle can ask each
-- other how it works.
create table compass.fachverfahren (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 2 and 120),
  hersteller text check (length(hersteller) between 2 and 120),
  -- By name: the Fachbereiche themselves are nobody else's business.
  fachbereich text check (length(fachbereich) between 2 and 120),
  von date,
  -- The last day; null as long as it is used.
  bis date,
  angegeben_am timestamptz not null,
  angegeben_von text not null default (platform.actor()),
  primary key (tenant_id, id),
  check (bis >= von)
);
comment on table compass.fachverfahren is 'class: circle';

-- The dated consent to be named to Kommunen with the same need: a purpose of its own beside that of the circle.
create table compass.buendel_einwilligung (
  tenant_id uuid not null,
  von date not null,
  -- Withdrawn on its first day it ends on the day before: it never held a day.
  bis date,
  angegeben_von text not null default (platform.actor()),
  primary key (tenant_id, von),
  check (bis >= von - 1)
);
comment on table compass.buendel_einwilligung is 'class: circle';
create unique index buendel_einwilligung_open on compass.buendel_einwilligung (tenant_id) where bis is null;

-- A Leistung that a Kommune wants to bring online in a quarter, together with others.
create table compass.interesse (
  tenant_id uuid not null,
  leistung_id text not null check (leistung_id ~ '^L\d{5}$'),
  quartal text not null check (quartal ~ '^\d{4}-Q[1-4]$'),
  seit timestamptz not null,
  angegeben_von text not null default (platform.actor()),
  primary key (tenant_id, leistung_id)
);
comment on table compass.interesse is 'class: circle';

do $$
declare name text;
begin
  foreach name in array array['fachverfahren', 'buendel_einwilligung', 'interesse'] loop
    execute format('alter table compass.%I enable row level security', name);
    execute format('alter table compass.%I force row level security', name);
    execute format('grant select, insert on compass.%I to leitwerk_app', name);
    execute format('create policy own on compass.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
end $$;
grant update (bis) on compass.fachverfahren to leitwerk_app;
grant update (bis) on compass.buendel_einwilligung to leitwerk_app;
grant update (quartal, seit, angegeben_von), delete on compass.interesse to leitwerk_app;

create policy shared on compass.fachverfahren for select to leitwerk_app
  using (tenant_id = any ((select identity.circle())::uuid[]));
create policy shared on compass.buendel_einwilligung for select to leitwerk_app
  using (tenant_id = any ((select identity.circle())::uuid[]));

-- The Kommunen of the circle that may be named in a bundle today; empty outside the circle scope.
create function compass.buendel_kreis() returns uuid[] language sql stable
  return array(select e.tenant_id from compass.buendel_einwilligung e
    where e.tenant_id = any ((select identity.circle())::uuid[])
      and e.von <= identity.today() and coalesce(e.bis, 'infinity') >= identity.today());

create policy shared on compass.interesse for select to leitwerk_app
  using (tenant_id = any ((select compass.buendel_kreis())::uuid[]));

-- Plans are few among the statements.
create index stand_by_plan on compass.stand (tenant_id, geplant_fuer) where geplant_fuer is not null;
