-- Access data of others' systems (payment, certificates, accounts), sealed on entry with the house's own key. What stands
-- in clear is what the person needs in order to replace it: name, purpose, who entered it, when, until when it holds.
-- Nobody but the house's own transaction sees a row, and no door reads the value.
create table platform.secret (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (length(name) between 2 and 100),
  purpose text not null check (purpose ~ '^[a-z][a-z-]{1,40}$'),
  subject text not null default '' check (length(subject) <= 60),
  version integer not null check (version > 0),
  sealed bytea not null,
  valid_until date,
  entered_at timestamptz not null,
  entered_by text not null default (platform.actor()),
  primary key (tenant_id, id)
);
comment on table platform.secret is 'class: tenant';
create unique index secret_by_name on platform.secret (tenant_id, lower(name));

alter table platform.secret enable row level security;
alter table platform.secret force row level security;
create policy own on platform.secret to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
grant select, insert, delete on platform.secret to leitwerk_app;
grant update (version, sealed, valid_until, entered_at, entered_by) on platform.secret to leitwerk_app;
