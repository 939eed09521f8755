-- Cases at the authority. In clear stand number, Leistung, office, state, dates and assignee; all else is sealed.
create schema inbox;
grant usage on schema inbox to leitwerk_app;

-- id is the submission's. stelle is the Zustellpunkt that received, bearbeiter a member. The row stays after deletion.
create table inbox.eingang (
  tenant_id uuid not null,
  id uuid not null,
  nummer text not null check (nummer ~ '^[A-Za-z0-9-]{3,48}$'),
  leistung text not null check (length(leistung) between 1 and 100),
  stelle uuid not null,
  zustand text not null default 'neu' check (zustand in ('neu', 'in-bearbeitung', 'rueckfrage', 'antwort-da',
    'entschieden', 'abgeschlossen', 'weitergeleitet', 'zurueckgezogen', 'geloescht')),
  bearbeiter uuid,
  version integer not null default 1,
  eingegangen_am timestamptz not null,
  geaendert_am timestamptz not null,
  abgeschlossen_am timestamptz,
  loeschen_am date,
  inhalt bytea,
  primary key (tenant_id, id),
  unique (tenant_id, nummer),
  check ((zustand = 'geloescht') = (inhalt is null)),
  check ((abgeschlossen_am is null) = (zustand in ('neu', 'in-bearbeitung', 'rueckfrage', 'antwort-da')))
);
comment on table inbox.eingang is 'class: tenant';
create index eingang_due on inbox.eingang (tenant_id, loeschen_am) where zustand <> 'geloescht';

-- What happened in a case: who, what and the words are sealed. Lines are only added, and go with the case.
create table inbox.eintrag (
  tenant_id uuid not null,
  eingang_id uuid not null,
  nr integer not null,
  am timestamptz not null,
  inhalt bytea not null,
  primary key (tenant_id, eingang_id, nr),
  foreign key (tenant_id, eingang_id) references inbox.eingang (tenant_id, id)
);
comment on table inbox.eintrag is 'class: tenant';

-- The applicant's letterbox: what came after the submission, sealed, until the worker lays it to the case. It needs no
-- case yet, as the submission itself may still wait.
create table inbox.post (
  tenant_id uuid not null,
  id uuid not null,
  submission_id uuid not null,
  nr bigint generated always as identity,
  am timestamptz not null,
  inhalt bytea not null,
  primary key (tenant_id, id)
);
comment on table inbox.post is 'class: tenant';
create index post_by_submission on inbox.post (tenant_id, submission_id, nr);

do $$
declare name text;
begin
  foreach name in array array['eingang', 'eintrag', 'post'] loop
    execute format('alter table inbox.%I enable row level security', name);
    execute format('alter table inbox.%I force row level security', name);
    execute format('create policy own on inbox.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
end $$;

grant select, insert on inbox.eingang to leitwerk_app;
grant update (zustand, bearbeiter, version, geaendert_am, abgeschlossen_am, loeschen_am, inhalt) on inbox.eingang
  to leitwerk_app;
grant select, insert, delete on inbox.eintrag to leitwerk_app;
grant select, insert, delete on inbox.post to leitwerk_app;
