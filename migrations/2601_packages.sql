-- Onlinedienste as signed packages: the packages that this installation built or took over, the keys with which a house
-- signs, and the list of keys that are trusted here.
create schema packages;
grant usage on schema packages to leitwerk_app;

-- A package, as it was signed: everybody may read it, and none ever changes. The same content signed by two keys is two
-- packages of one content hash.
create table packages.paket (
  summe text not null check (summe ~ '^[0-9a-f]{64}$'),
  kid text not null check (kid ~ '^[A-Za-z0-9_-]{43}$'),
  herkunft text not null check (herkunft in ('gebaut', 'eingelesen')),
  format integer not null check (format > 0),
  dienst text not null check (dienst ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(dienst) <= 60),
  version integer not null check (version > 0),
  titel text not null,
  gezippt bytea not null,
  bytes integer not null,
  anbieter_id uuid not null,
  anbieter text not null,
  am timestamptz not null,
  primary key (summe, kid)
);
comment on table packages.paket is 'class: public';
create index on packages.paket (dienst, version);

-- What this installation thinks of a key: own, taken up, succeeding another, revoked. The last line of a key counts.
create table packages.vertrauen (
  kid text not null check (kid ~ '^[A-Za-z0-9_-]{43}$'),
  nummer integer not null check (nummer > 0),
  x text not null check (x ~ '^[A-Za-z0-9_-]{43}$'),
  inhaber text not null check (length(inhaber) between 1 and 200),
  art text not null check (art in ('eigen', 'aufgenommen', 'nachfolge', 'widerrufen')),
  grund text not null check (length(grund) <= 500),
  anbieter_id uuid not null,
  am timestamptz not null,
  von text not null default (platform.actor()),
  primary key (kid, nummer)
);
comment on table packages.vertrauen is 'class: public';

-- The private keys of a house, sealed with its data key. The newest one signs; `nachfolge` is the word of the one before
-- that this one follows it.
create table packages.signierschluessel (
  tenant_id uuid not null,
  nummer integer not null check (nummer > 0),
  kid text not null,
  x text not null,
  versiegelt bytea not null,
  nachfolge jsonb,
  angelegt_am timestamptz not null,
  primary key (tenant_id, nummer)
);
comment on table packages.signierschluessel is 'class: tenant';

-- A file between its preview and its confirmation.
create table packages.einlesung (
  tenant_id uuid not null,
  id uuid not null,
  dateiname text not null,
  gezippt bytea not null,
  angelegt_am timestamptz not null,
  primary key (tenant_id, id)
);
comment on table packages.einlesung is 'class: tenant';

do $$
declare name text;
begin
  foreach name in array array['paket', 'vertrauen', 'signierschluessel', 'einlesung'] loop
    execute format('alter table packages.%I enable row level security', name);
    execute format('alter table packages.%I force row level security', name);
    execute format('grant select, insert on packages.%I to leitwerk_app', name);
  end loop;
  foreach name in array array['paket', 'vertrauen'] loop
    execute format('create policy read on packages.%I for select to leitwerk_app using (true)', name);
    execute format('create policy write on packages.%I for insert to leitwerk_app
      with check ((select platform.scope()) = ''reference'' and anbieter_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['signierschluessel', 'einlesung'] loop
    execute format('create policy own on packages.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['paket', 'vertrauen', 'signierschluessel'] loop
    execute format('create trigger append_only before update or delete on packages.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
end $$;
grant delete on packages.einlesung to leitwerk_app;
