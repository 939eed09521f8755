-- An applicant's door (link), draft, submitted Antrag, messages and receipt. The organisation is the Kommune whose portal it is.
-- What somebody answered is sealed under a key that is derived from the applicant's token; of the token only its hash is here.
create schema applications;
grant usage on schema applications to leitwerk_app;

-- The door: found by the hash of its token. Messages to the applicant are sealed to public_key; the private key is sealed
-- under the token's key. It goes, and with it the last way to read anything, on its deletion day.
create table applications.zugang (
  tenant_id uuid not null,
  id uuid not null,
  token_hash bytea not null unique check (length(token_hash) = 32),
  dienst text not null check (dienst ~ '^[a-z][a-z0-9-]{1,59}$'),
  public_key bytea not null,
  private_key_sealed bytea not null,
  angelegt_am timestamptz not null,
  loeschen_am date not null,
  primary key (tenant_id, id)
);
comment on table applications.zugang is 'class: tenant';
create index zugang_due on applications.zugang (tenant_id, loeschen_am);

-- In clear only the draft's shape. `version` counts the saves, so that of two tabs the second learns of the first.
create table applications.entwurf (
  tenant_id uuid not null,
  id uuid not null,
  fassung text not null,
  version integer not null check (version > 0),
  inhalt_sealed bytea not null,
  felder text[] not null,
  zeilen jsonb not null,
  seite text not null,
  bearbeitet_am timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references applications.zugang (tenant_id, id) on delete cascade
);
comment on table applications.entwurf is 'class: tenant';

-- A submitted Antrag under the id of its draft, so that one draft becomes one Antrag. The row stays after the deletion as
-- its proof, without the own copy.
create table applications.antrag (
  tenant_id uuid not null,
  id uuid not null,
  nummer text not null unique check (nummer ~ '^LW-\d{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  dienst text not null,
  fassung text not null,
  titel text not null,
  kommune text not null,
  leistungen text[] not null,
  zustand text not null check (zustand in ('eingereicht', 'in-bearbeitung', 'rueckfrage', 'entschieden',
    'zurueckgezogen', 'unzustaendig', 'weitergeleitet', 'geloescht')),
  zahlung text not null check (zahlung in ('keine', 'nach-bescheid')),
  eingegangen_am timestamptz not null,
  eingangstag date not null,
  frist_ab text not null check (frist_ab in ('eingang', 'abschluss')),
  frist_tage integer not null check (frist_tage > 0),
  frist_grundlage text not null,
  loeschen_am date not null,
  empfaenger uuid not null,
  submission_id uuid not null,
  case_id uuid not null,
  content_hash text not null,
  kopie_sealed bytea,
  geloescht_am timestamptz,
  primary key (tenant_id, id),
  check ((zustand = 'geloescht') = (kopie_sealed is null) and (kopie_sealed is null) = (geloescht_am is not null))
);
comment on table applications.antrag is 'class: tenant';
create index antrag_by_dienst on applications.antrag (tenant_id, dienst, eingangstag);

-- What applicant and authority wrote to each other, sealed to the applicant's public key.
create table applications.nachricht (
  tenant_id uuid not null,
  id uuid not null,
  antrag_id uuid not null,
  von text not null check (von in ('behoerde', 'antragsteller')),
  art text not null check (art in ('mitteilung', 'rueckfrage', 'nachricht', 'kontakt', 'ruecknahme')),
  text_sealed bytea not null,
  gesendet_am timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, antrag_id) references applications.antrag (tenant_id, id)
);
comment on table applications.nachricht is 'class: tenant';
create index nachricht_by_antrag on applications.nachricht (tenant_id, antrag_id, gesendet_am);

-- The receipt as PDF, made by the worker on demand: number, service, Kommune, days; nothing of the person.
create table applications.quittung (
  tenant_id uuid not null,
  antrag_id uuid not null,
  pdf bytea not null,
  erstellt_am timestamptz not null,
  primary key (tenant_id, antrag_id),
  foreign key (tenant_id, antrag_id) references applications.antrag (tenant_id, id)
);
comment on table applications.quittung is 'class: tenant';

do $$
declare name text;
begin
  foreach name in array array['zugang', 'entwurf', 'antrag', 'nachricht', 'quittung'] loop
    execute format('alter table applications.%I enable row level security', name);
    execute format('alter table applications.%I force row level security', name);
    execute format('create policy own on applications.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
end $$;

grant select, insert, delete, update (loeschen_am) on applications.zugang to leitwerk_app;
grant select, insert, delete, update (fassung, version, inhalt_sealed, felder, zeilen, seite, bearbeitet_am)
  on applications.entwurf to leitwerk_app;
grant select, insert, update (zustand, loeschen_am, kopie_sealed, geloescht_am) on applications.antrag to leitwerk_app;
grant select, insert, delete on applications.nachricht, applications.quittung to leitwerk_app;
