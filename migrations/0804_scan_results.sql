-- What the authority's scanner found in a file that an applicant sent: ids, day and finding, nothing of the file.
create table applications.pruefung (
  tenant_id uuid not null,
  antrag_id uuid not null,
  anlage_id uuid not null,
  am timestamptz not null,
  befund text not null check (befund in ('sauber', 'schadsoftware')),
  primary key (tenant_id, antrag_id, anlage_id),
  foreign key (tenant_id, antrag_id) references applications.antrag (tenant_id, id)
);
comment on table applications.pruefung is 'class: tenant';

alter table applications.pruefung enable row level security;
alter table applications.pruefung force row level security;
create policy own on applications.pruefung to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
grant select, insert, delete, update (am, befund) on applications.pruefung to leitwerk_app;
