-- How common a Leistung is: cases a year per million inhabitants, over counted numbers of at least five Kommunen that share
-- their Stand today. Nothing in it tells of one Kommune, so everybody may read it: search ranks by it, open data carries it.
create table compass.zaehlung (
  nummer integer generated always as identity primary key,
  stand date not null,
  gezaehlt_am timestamptz not null
);
comment on table compass.zaehlung is 'class: public';

create table compass.haeufigkeit (
  zaehlung integer not null references compass.zaehlung (nummer) on delete cascade,
  leistung_id text not null check (leistung_id ~ '^L\d{5}$'),
  -- The median over the Kommunen.
  je_million integer not null check (je_million >= 0),
  kommunen integer not null check (kommunen >= 5),
  primary key (zaehlung, leistung_id)
);
comment on table compass.haeufigkeit is 'class: public';

do $$
declare name text;
begin
  foreach name in array array['zaehlung', 'haeufigkeit'] loop
    execute format('alter table compass.%I enable row level security', name);
    execute format('alter table compass.%I force row level security', name);
    execute format('grant select, insert, delete on compass.%I to leitwerk_app', name);
    execute format('create policy read on compass.%I for select to leitwerk_app using (true)', name);
    execute format('create policy write on compass.%I to leitwerk_app
      using ((select platform.scope()) = ''reference'') with check ((select platform.scope()) = ''reference'')', name);
  end loop;
end $$;
