-- What an office asks of an applicant once more, by field. What is asked and why is sealed to the applicant's public key;
-- draft and answer are sealed under the key of the applicant's link. In clear stand ids, days, state and version.
create table applications.nachforderung (
  tenant_id uuid not null,
  id uuid not null,
  antrag_id uuid not null,
  sendung integer not null,
  zustand text not null default 'offen' check (zustand in ('offen', 'beantwortet', 'zurueckgenommen')),
  frist date not null,
  gestellt_am timestamptz not null,
  inhalt_sealed bytea not null,
  -- How often the draft of the answer was saved; a save names the one it stands on.
  version integer not null default 0,
  entwurf_sealed bytea,
  antwort_sealed bytea,
  beantwortet_am timestamptz,
  verspaetet boolean,
  primary key (tenant_id, id),
  foreign key (tenant_id, antrag_id) references applications.antrag (tenant_id, id),
  check ((zustand = 'beantwortet') = (antwort_sealed is not null)),
  check ((antwort_sealed is null) = (beantwortet_am is null) and (antwort_sealed is null) = (verspaetet is null))
);
comment on table applications.nachforderung is 'class: tenant';
create index nachforderung_by_antrag on applications.nachforderung (tenant_id, antrag_id, gestellt_am);

alter table applications.nachforderung enable row level security;
alter table applications.nachforderung force row level security;
create policy own on applications.nachforderung to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
grant select, insert, delete, update (zustand, version, entwurf_sealed, antwort_sealed, beantwortet_am, verspaetet)
  on applications.nachforderung to leitwerk_app;
