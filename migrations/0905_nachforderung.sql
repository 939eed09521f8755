-- What an office asked of an applicant once more, by field, and what came of it. Days and state are in clear, so that the
-- worker can remind without opening anything; fields, reason and the words of the answer are sealed.
create table inbox.nachforderung (
  tenant_id uuid not null,
  id uuid not null,
  eingang_id uuid not null,
  zustand text not null default 'offen' check (zustand in ('offen', 'beantwortet', 'zurueckgenommen')),
  frist date not null,
  erinnern_am date not null,
  gestellt_am timestamptz not null,
  erinnert_am timestamptz,
  erledigt_am timestamptz,
  verspaetet boolean,
  inhalt bytea not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, eingang_id) references inbox.eingang (tenant_id, id),
  check ((zustand = 'offen') = (erledigt_am is null))
);
comment on table inbox.nachforderung is 'class: tenant';
-- One at a time: the applicant always knows what is still wanted.
create unique index nachforderung_open on inbox.nachforderung (tenant_id, eingang_id) where zustand = 'offen';
create index nachforderung_to_remind on inbox.nachforderung (tenant_id, erinnern_am)
  where zustand = 'offen' and erinnert_am is null;

-- The versions of a case's content after the first one, which stays as it came. id is the submission that brought it.
create table inbox.inhaltsfassung (
  tenant_id uuid not null,
  eingang_id uuid not null,
  nr integer not null check (nr > 1),
  submission_id uuid not null,
  am timestamptz not null,
  inhalt bytea not null,
  primary key (tenant_id, eingang_id, nr),
  unique (tenant_id, submission_id),
  foreign key (tenant_id, eingang_id) references inbox.eingang (tenant_id, id)
);
comment on table inbox.inhaltsfassung is 'class: tenant';

do $$
declare name text;
begin
  foreach name in array array['nachforderung', 'inhaltsfassung'] loop
    execute format('alter table inbox.%I enable row level security', name);
    execute format('alter table inbox.%I force row level security', name);
    execute format('create policy own on inbox.%I to leitwerk_app
      using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()))', name);
  end loop;
end $$;

grant select, insert, delete, update (zustand, erinnert_am, erledigt_am, verspaetet) on inbox.nachforderung
  to leitwerk_app;
grant select, insert, delete on inbox.inhaltsfassung to leitwerk_app;
