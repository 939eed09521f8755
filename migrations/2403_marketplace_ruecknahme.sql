-- A provider takes a document of an offer back, with its reason. The document stays for those who ordered while it held.
create table marketplace.dokument_ruecknahme (
  dokument_id uuid primary key references marketplace.dokument (id),
  tenant_id uuid not null,
  grund text not null check (length(grund) between 5 and 500),
  zurueckgenommen_am timestamptz not null,
  zurueckgenommen_von text not null default (platform.actor())
);
comment on table marketplace.dokument_ruecknahme is 'class: public';

alter table marketplace.dokument_ruecknahme enable row level security;
alter table marketplace.dokument_ruecknahme force row level security;
grant select, insert on marketplace.dokument_ruecknahme to leitwerk_app;
create policy read on marketplace.dokument_ruecknahme for select to leitwerk_app using (true);
create policy write on marketplace.dokument_ruecknahme for insert to leitwerk_app
  with check ((select platform.scope()) = 'reference' and tenant_id = (select platform.tenant()));
create trigger append_only before update or delete on marketplace.dokument_ruecknahme
  for each row execute function platform.refuse_change();
