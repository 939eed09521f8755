-- Code lists that stand outside of data schemas, as they were read from a table: public reference data. Reading the same list in
-- the same version again makes a further Einlesung; the last one counts.
create table fim.codeliste (
  urn text not null check (length(urn) between 3 and 300),
  version text not null check (length(version) <= 60),
  einlesung integer not null check (einlesung > 0),
  titel text not null check (length(titel) between 1 and 300),
  quelle text not null check (length(quelle) between 1 and 500),
  lizenz text not null check (length(lizenz) between 1 and 200),
  anzahl integer not null check (anzahl between 1 and 10000),
  eintraege jsonb not null,
  eingelesen_am timestamptz not null,
  primary key (urn, version, einlesung)
);
comment on table fim.codeliste is 'class: public';
alter table fim.codeliste enable row level security;
alter table fim.codeliste force row level security;
grant select, insert on fim.codeliste to leitwerk_app;
create policy read on fim.codeliste for select to leitwerk_app using (true);
create policy write on fim.codeliste for insert to leitwerk_app
  with check ((select platform.scope()) = 'reference');
create trigger append_only before update or delete on fim.codeliste
  for each row execute function platform.refuse_change();
