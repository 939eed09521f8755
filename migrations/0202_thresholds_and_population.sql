-- The thresholds of § 4 GO NRW as dated versions of the rule, and population figures that people bring.
create table territory.schwelle (
  id text not null check (id ~ '^[a-z0-9-]+$'),
  fassung integer not null references territory.fassung,
  entfallen boolean not null default false,
  regelfassung text not null,
  gueltig_von date,
  gueltig_bis date,
  von jsonb not null,
  nach text not null,
  art text not null check (art in ('auf-antrag', 'von-amts-wegen')),
  vergleich text not null check (vergleich in ('ueber', 'unter')),
  einwohner integer not null check (einwohner > 0),
  stichtage integer not null check (stichtage > 0),
  zaehlt_ab date,
  tage jsonb not null,
  norm text not null,
  quelle jsonb not null,
  evidenz text not null check (evidenz in ('norm-gelesen', 'sekundaerquelle', 'einschaetzung')),
  hinweis text,
  primary key (id, fassung),
  check (gueltig_bis >= gueltig_von)
);
comment on table territory.schwelle is 'class: public';

-- Official figures by day, append-only: of several about the same day the last one counts.
create table territory.einwohner_meldung (
  nummer integer generated always as identity primary key,
  ags text not null check (ags ~ '^\d{8}$'),
  stichtag date not null,
  einwohner integer not null check (einwohner >= 0),
  quelle jsonb not null,
  gemeldet_am timestamptz not null default now(),
  gemeldet_von text not null default (platform.actor())
);
comment on table territory.einwohner_meldung is 'class: public';
create index einwohner_meldung_by_body on territory.einwohner_meldung (ags, stichtag, nummer);

do $$
declare name text;
begin
  foreach name in array array['schwelle', 'einwohner_meldung'] loop
    execute format('alter table territory.%I enable row level security', name);
    execute format('alter table territory.%I force row level security', name);
    execute format('create policy read on territory.%I for select to leitwerk_app using (true)', name);
    execute format('create policy write on territory.%I for insert to leitwerk_app
      with check ((select platform.scope()) = ''reference'')', name);
    execute format('grant select, insert on territory.%I to leitwerk_app', name);
  end loop;
end $$;
