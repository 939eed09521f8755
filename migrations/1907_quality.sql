-- Which links of published texts and Onlinedienste answer: nothing about persons, so everybody may read it.
create schema quality;
grant usage on schema quality to leitwerk_app;

-- A link as it stands in a text or an Onlinedienst, and what the last look at it gave; null where nobody looked yet.
create table quality.link (
  link text primary key check (length(link) <= 2000),
  ergebnis text check (ergebnis in ('erreichbar', 'fehler', 'antwortet-nicht', 'nicht-erlaubt')),
  status integer check (status between 100 and 599),
  geprueft_am timestamptz,
  check ((ergebnis is null) = (geprueft_am is null))
);
comment on table quality.link is 'class: public';
create index link_by_day on quality.link (geprueft_am nulls first);

-- Up to which change of its source something was gathered: `links` up to which change of the descriptions.
create table quality.abgleich (
  was text primary key check (was ~ '^[a-z-]{1,40}$'),
  wechsel integer not null,
  am timestamptz not null default now()
);
comment on table quality.abgleich is 'class: public';

do $$
declare name text;
begin
  foreach name in array array['link', 'abgleich'] loop
    execute format('alter table quality.%I enable row level security', name);
    execute format('alter table quality.%I force row level security', name);
    execute format('grant select, insert, delete on quality.%I to leitwerk_app', name);
    execute format('create policy read on quality.%I for select to leitwerk_app using (true)', name);
    execute format('create policy write on quality.%I to leitwerk_app
      using ((select platform.scope()) = ''reference'') with check ((select platform.scope()) = ''reference'')', name);
  end loop;
end $$;
grant update (ergebnis, status, geprueft_am) on quality.link to leitwerk_app;
grant update (wechsel, am) on quality.abgleich to leitwerk_app;
