-- A mark for whatever processes keep in memory: another one after every change, seen by whoever begins after the commit.
-- A mark never returns, so that what was read in a transaction that rolled back is never taken for something else.
create table platform.stand (
  tenant_id uuid not null,
  thema text not null check (length(thema) between 1 and 200),
  marke uuid not null default gen_random_uuid(),
  primary key (tenant_id, thema)
);
comment on table platform.stand is 'class: tenant';
alter table platform.stand enable row level security;
alter table platform.stand force row level security;
grant select, insert, update (marke) on platform.stand to leitwerk_app;
create policy own on platform.stand to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));

create table platform.stand_fuer_alle (
  thema text primary key check (length(thema) between 1 and 200),
  marke uuid not null default gen_random_uuid()
);
comment on table platform.stand_fuer_alle is 'class: public';
alter table platform.stand_fuer_alle enable row level security;
alter table platform.stand_fuer_alle force row level security;
grant select, insert, update (marke) on platform.stand_fuer_alle to leitwerk_app;
create policy read on platform.stand_fuer_alle for select to leitwerk_app using (true);
create policy renew on platform.stand_fuer_alle for insert to leitwerk_app
  with check ((select platform.scope()) = 'reference');
create policy renew_again on platform.stand_fuer_alle for update to leitwerk_app
  using ((select platform.scope()) = 'reference');
