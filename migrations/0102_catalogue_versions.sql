-- That a Leistung continues in others: said by a Fassung, never changed. A mere rename keeps the id and stands nowhere here.
create table catalogue.nachfolge (
  von text not null check (von ~ '^L\d{5}$'),
  nach text not null check (nach ~ '^L\d{5}$'),
  fassung integer not null references catalogue.fassung,
  art text not null check (art in ('teilung', 'zusammenlegung')),
  primary key (von, nach, fassung),
  check (von <> nach)
);
comment on table catalogue.nachfolge is 'class: public';

-- A Fassung that was taken back: its rows stay, and count no more.
create table catalogue.ruecknahme (
  fassung integer primary key references catalogue.fassung,
  grund text not null check (grund <> ''),
  zurueckgenommen_am timestamptz not null default now(),
  zurueckgenommen_von text not null default (platform.actor())
);
comment on table catalogue.ruecknahme is 'class: public';

do $$
declare name text;
begin
  foreach name in array array['nachfolge', 'ruecknahme'] loop
    execute format('alter table catalogue.%I enable row level security', name);
    execute format('alter table catalogue.%I force row level security', name);
    execute format('create policy read on catalogue.%I for select to leitwerk_app using (true)', name);
    execute format('create policy write on catalogue.%I for all to leitwerk_app
      using ((select platform.scope()) = ''reference'') with check ((select platform.scope()) = ''reference'')', name);
    execute format('grant select, insert on catalogue.%I to leitwerk_app', name);
  end loop;
end $$;
