-- An Antrag that concerns several offices goes to each of them as a submission of its own: own payload, case and state.
-- antrag.zustand is what follows from the states of its submissions.
create table applications.sendung (
  tenant_id uuid not null,
  antrag_id uuid not null,
  nr integer not null check (nr > 0),
  stelle text not null,
  titel text not null,
  leistungen text[] not null,
  zustand text not null check (zustand in ('eingereicht', 'in-bearbeitung', 'rueckfrage', 'entschieden',
    'zurueckgezogen', 'unzustaendig', 'weitergeleitet')),
  empfaenger uuid not null,
  submission_id uuid not null,
  case_id uuid not null,
  content_hash text not null,
  primary key (tenant_id, antrag_id, nr),
  unique (tenant_id, submission_id),
  foreign key (tenant_id, antrag_id) references applications.antrag (tenant_id, id)
);
comment on table applications.sendung is 'class: tenant';
create index sendung_by_case on applications.sendung (tenant_id, case_id);

-- Policies let nobody read without a tenant, the owner neither; the rows of before are copied without them.
alter table applications.antrag no force row level security;
insert into applications.sendung (tenant_id, antrag_id, nr, stelle, titel, leistungen, zustand, empfaenger, submission_id,
    case_id, content_hash)
  select tenant_id, id, 1, 'zuständige Stelle', titel, leistungen,
    case zustand when 'geloescht' then 'eingereicht' else zustand end, empfaenger, submission_id, case_id, content_hash
  from applications.antrag;
alter table applications.antrag force row level security;

alter table applications.antrag drop column empfaenger, drop column submission_id, drop column case_id,
  drop column content_hash;

-- Which of the submissions a message belongs to; of all of them where it is null.
alter table applications.nachricht add column sendung integer;

alter table applications.sendung enable row level security;
alter table applications.sendung force row level security;
create policy own on applications.sendung to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
grant select, insert, update (zustand) on applications.sendung to leitwerk_app;
