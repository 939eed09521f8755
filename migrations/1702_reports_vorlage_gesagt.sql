-- Which members were mailed that a report waits for their release: once each time it was presented.
create table reports.vorlage_gesagt (
  tenant_id uuid not null,
  bericht_id uuid not null,
  schritt integer not null,
  mitglied_id uuid not null,
  gesagt_am timestamptz not null,
  primary key (tenant_id, bericht_id, schritt, mitglied_id),
  foreign key (tenant_id, bericht_id, schritt) references reports.schritt (tenant_id, bericht_id, nummer)
);
comment on table reports.vorlage_gesagt is 'class: tenant';
alter table reports.vorlage_gesagt enable row level security;
alter table reports.vorlage_gesagt force row level security;
grant select, insert on reports.vorlage_gesagt to leitwerk_app;
create policy own on reports.vorlage_gesagt to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
create trigger append_only before update or delete on reports.vorlage_gesagt
  for each row execute function platform.refuse_change();
