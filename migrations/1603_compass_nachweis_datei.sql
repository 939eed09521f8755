-- Evidence as a file: sealed under a key of its own, which is sealed under the Kommune's. A statement names it; what it
-- holds goes with its retention, and the row stays to say that there was one.
create table compass.nachweis_datei (
  tenant_id uuid not null,
  id uuid not null,
  leistung_id text not null,
  name_sealed bytea,
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  bytes integer not null check (bytes between 1 and 10000000),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  schluessel_sealed bytea,
  inhalt bytea,
  hochgeladen_am timestamptz not null,
  hochgeladen_von text not null default (platform.actor()),
  geloescht_am timestamptz,
  geloescht_grund text check (geloescht_grund in ('von-hand', 'ersetzt', 'nie-genannt')),
  primary key (tenant_id, id),
  check ((geloescht_am is null) = (inhalt is not null and schluessel_sealed is not null and name_sealed is not null)),
  check ((geloescht_am is null) = (geloescht_grund is null))
);
comment on table compass.nachweis_datei is 'class: tenant';
create index nachweis_datei_kept on compass.nachweis_datei (tenant_id) where geloescht_am is null;

alter table compass.nachweis_datei enable row level security;
alter table compass.nachweis_datei force row level security;
grant select, insert on compass.nachweis_datei to leitwerk_app;
grant update (name_sealed, schluessel_sealed, inhalt, geloescht_am, geloescht_grund) on compass.nachweis_datei
  to leitwerk_app;
create policy own on compass.nachweis_datei to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));

alter table compass.stand_intern drop constraint stand_intern_nachweis_art_check;
alter table compass.stand_intern add constraint stand_intern_nachweis_art_check
  check (nachweis_art in ('link', 'notiz', 'datei'));
alter table compass.stand_intern add column nachweis_datei uuid;
alter table compass.stand_intern add constraint stand_intern_nachweis_datei_check
  check ((nachweis_datei is not null) = (nachweis_art is not distinct from 'datei'));
create index stand_intern_by_datei on compass.stand_intern (tenant_id, nachweis_datei) where nachweis_datei is not null;
