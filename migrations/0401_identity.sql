-- Organisations, the circle of an IT-Dienstleister, members and how they prove who they are.
create schema identity;
grant usage on schema identity to leitwerk_app;

create function identity.today() returns date language sql stable
  return (now() at time zone 'Europe/Berlin')::date;

create table identity.organisation (
  id uuid primary key,
  kind text not null check (kind in ('kommune', 'it-dienstleister', 'betreiber')),
  name text not null check (length(name) between 2 and 200),
  body_key text unique check (body_key ~ '^[0-9]{5}([0-9]{3})?$'),
  erfunden boolean not null default false,
  created_at timestamptz not null default now(),
  check ((kind = 'kommune') = (body_key is not null))
);
comment on table identity.organisation is 'class: circle';

create table identity.betreuung (
  kommune_id uuid not null references identity.organisation (id),
  provider_id uuid not null references identity.organisation (id),
  valid_from date not null,
  valid_to date,
  primary key (kommune_id, provider_id, valid_from),
  check (kommune_id <> provider_id),
  check (valid_to >= valid_from)
);
comment on table identity.betreuung is 'class: circle';
create unique index betreuung_open on identity.betreuung (kommune_id, provider_id) where valid_to is null;
create index betreuung_by_provider on identity.betreuung (provider_id);

-- The Kommune's dated consent to share circle data with its IT-Dienstleister. Only the Kommune writes it. Consent that
-- is withdrawn on its first day ends on the day before: it never held a day.
create table identity.einwilligung (
  tenant_id uuid not null references identity.organisation (id),
  provider_id uuid not null references identity.organisation (id),
  valid_from date not null,
  valid_to date,
  stated_by text not null,
  primary key (tenant_id, provider_id, valid_from),
  check (valid_to >= valid_from - 1)
);
comment on table identity.einwilligung is 'class: circle';
create index einwilligung_by_provider on identity.einwilligung (provider_id);

-- The moment at which a Kommune took over its organisation from the IT-Dienstleister that set it up.
create table identity.uebergabe (
  tenant_id uuid not null references identity.organisation (id),
  provider_id uuid not null references identity.organisation (id),
  handed_over_at timestamptz not null,
  primary key (tenant_id, provider_id)
);
comment on table identity.uebergabe is 'class: circle';

create table identity.member (
  tenant_id uuid not null references identity.organisation (id),
  id uuid not null unique,
  state text not null check (state in ('invited', 'active', 'suspended', 'removed')),
  roles text[] not null,
  name_sealed bytea not null,
  email_sealed bytea,
  email_index bytea,
  password_hash text,
  totp_sealed bytea,
  totp_last_step bigint,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  check (state <> 'removed' or (email_sealed is null and email_index is null and password_hash is null and totp_sealed is null))
);
comment on table identity.member is 'class: tenant';
create unique index member_by_email on identity.member (email_index);

create table identity.session (
  tenant_id uuid not null,
  id uuid not null,
  key_hash bytea not null unique,
  member_id uuid not null,
  stage text not null check (stage in ('code', 'enrol', 'complete')),
  second_factor boolean not null,
  acting_for uuid,
  totp_draft_sealed bytea,
  holder_sealed bytea,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references identity.member (tenant_id, id),
  foreign key (tenant_id, acting_for) references identity.member (tenant_id, id)
);
comment on table identity.session is 'class: tenant';
create index session_by_member on identity.session (tenant_id, member_id);
create index session_by_expiry on identity.session (expires_at);

-- Links sent by mail: invitation and password reset. Only the hash of the secret is kept.
create table identity.mail_link (
  tenant_id uuid not null,
  id uuid not null,
  key_hash bytea not null unique,
  member_id uuid not null,
  purpose text not null check (purpose in ('invitation', 'password-reset')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references identity.member (tenant_id, id)
);
comment on table identity.mail_link is 'class: tenant';
create index mail_link_by_member on identity.mail_link (tenant_id, member_id);

create table identity.recovery_code (
  tenant_id uuid not null,
  member_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (tenant_id, member_id, code_hash),
  foreign key (tenant_id, member_id) references identity.member (tenant_id, id)
);
comment on table identity.recovery_code is 'class: tenant';

create table identity.passkey (
  tenant_id uuid not null,
  id uuid not null,
  key_hash bytea not null unique,
  member_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  label text not null,
  created_at timestamptz not null,
  last_used_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references identity.member (tenant_id, id)
);
comment on table identity.passkey is 'class: tenant';
create index passkey_by_member on identity.passkey (tenant_id, member_id);

create table identity.vertretung (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  deputy_id uuid not null,
  valid_from date not null,
  valid_to date not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references identity.member (tenant_id, id),
  foreign key (tenant_id, deputy_id) references identity.member (tenant_id, id),
  check (member_id <> deputy_id),
  check (valid_to >= valid_from)
);
comment on table identity.vertretung is 'class: tenant';
create index vertretung_by_deputy on identity.vertretung (tenant_id, deputy_id);

create table identity.machine_token (
  tenant_id uuid not null,
  id uuid not null,
  key_hash bytea not null unique,
  prefix text not null,
  label text not null check (length(label) between 1 and 100),
  scopes text[] not null,
  issued_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_on date,
  primary key (tenant_id, id),
  foreign key (tenant_id) references identity.organisation (id),
  check (expires_at <= created_at + interval '366 days')
);
comment on table identity.machine_token is 'class: tenant';

-- Attempts by account or address; the key is a keyed hash, so that no address stands here.
create table identity.throttle (
  key_hash bytea primary key,
  attempts integer not null,
  window_ends_at timestamptz not null,
  blocked_until timestamptz
);
comment on table identity.throttle is 'class: technical';

-- Challenges of passkeys that were answered; each counts once.
create table identity.used_challenge (
  key_hash bytea primary key,
  expires_at timestamptz not null
);
comment on table identity.used_challenge is 'class: technical';

alter table identity.organisation enable row level security;
alter table identity.organisation force row level security;
alter table identity.betreuung enable row level security;
alter table identity.betreuung force row level security;
alter table identity.einwilligung enable row level security;
alter table identity.einwilligung force row level security;
alter table identity.uebergabe enable row level security;
alter table identity.uebergabe force row level security;
alter table identity.member enable row level security;
alter table identity.member force row level security;
alter table identity.session enable row level security;
alter table identity.session force row level security;
alter table identity.mail_link enable row level security;
alter table identity.mail_link force row level security;
alter table identity.recovery_code enable row level security;
alter table identity.recovery_code force row level security;
alter table identity.passkey enable row level security;
alter table identity.passkey force row level security;
alter table identity.vertretung enable row level security;
alter table identity.vertretung force row level security;
alter table identity.machine_token enable row level security;
alter table identity.machine_token force row level security;
alter table identity.throttle enable row level security;
alter table identity.throttle force row level security;
alter table identity.used_challenge enable row level security;
alter table identity.used_challenge force row level security;

-- Who cares for whom: both sides see it, either side may end it, only a set-up (scope reference) begins it.
create policy read on identity.betreuung for select to leitwerk_app
  using (kommune_id = (select platform.tenant()) or provider_id = (select platform.tenant())
    or (select platform.scope()) = 'reference');
create policy begin on identity.betreuung for insert to leitwerk_app
  with check ((select platform.scope()) = 'reference');
create policy ending on identity.betreuung for update to leitwerk_app
  using (kommune_id = (select platform.tenant()) or provider_id = (select platform.tenant()))
  with check (kommune_id = (select platform.tenant()) or provider_id = (select platform.tenant()));
grant select, insert, update (valid_to) on identity.betreuung to leitwerk_app;

create policy read on identity.einwilligung for select to leitwerk_app
  using (tenant_id = (select platform.tenant()) or provider_id = (select platform.tenant()));
create policy state on identity.einwilligung for insert to leitwerk_app
  with check (tenant_id = (select platform.tenant()));
create policy withdraw on identity.einwilligung for update to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
grant select, insert, update (valid_to) on identity.einwilligung to leitwerk_app;

create policy read on identity.uebergabe for select to leitwerk_app
  using (tenant_id = (select platform.tenant()) or provider_id = (select platform.tenant()));
create policy take_over on identity.uebergabe for insert to leitwerk_app
  with check (tenant_id = (select platform.tenant()));
grant select, insert on identity.uebergabe to leitwerk_app;

-- The Kommunen that an IT-Dienstleister cares for today; empty outside its circle scope.
create function identity.betreute() returns uuid[] language sql stable
  return array(select b.kommune_id from identity.betreuung b
    where (select platform.scope()) = 'circle' and b.provider_id = (select platform.tenant())
      and b.valid_from <= identity.today() and coalesce(b.valid_to, 'infinity') >= identity.today());

-- Those of them that consent to share circle data today. Policies of circle tables use it as
-- tenant_id = any ((select identity.circle())::uuid[]).
create function identity.circle() returns uuid[] language sql stable
  return array(select e.tenant_id from identity.einwilligung e
    where e.provider_id = (select platform.tenant()) and e.tenant_id = any (identity.betreute())
      and e.valid_from <= identity.today() and coalesce(e.valid_to, 'infinity') >= identity.today());

-- The IT-Dienstleister of the current Kommune.
create function identity.providers() returns uuid[] language sql stable
  return array(select b.provider_id from identity.betreuung b where b.kommune_id = (select platform.tenant()));

-- Whom the presented session belongs to, and whom its holder acts for.
create function identity.session_members() returns uuid[] language sql stable
  return (select array[s.member_id, s.acting_for] from identity.session s
    where s.key_hash = (select platform.presented_key()));
create function identity.session_tenant() returns uuid language sql stable
  return (select s.tenant_id from identity.session s where s.key_hash = (select platform.presented_key()));

create policy read on identity.organisation for select to leitwerk_app
  using (id = (select platform.tenant())
    or id = any ((select identity.betreute())::uuid[])
    or id = any ((select identity.providers())::uuid[])
    or id = (select identity.session_tenant())
    or (select platform.scope()) = 'reference');
create policy found on identity.organisation for insert to leitwerk_app
  with check ((select platform.scope()) = 'reference' and id = (select platform.tenant()));
grant select, insert on identity.organisation to leitwerk_app;

create policy own on identity.member to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
create policy by_email on identity.member for select to leitwerk_app
  using (email_index = (select platform.presented_key()));
create policy by_session on identity.member for select to leitwerk_app
  using (id = any ((select identity.session_members())::uuid[]));
grant select, insert, update on identity.member to leitwerk_app;

create policy own on identity.session to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
create policy by_key on identity.session for select to leitwerk_app
  using (key_hash = (select platform.presented_key()));
create policy touch_by_key on identity.session for update to leitwerk_app
  using (key_hash = (select platform.presented_key())) with check (key_hash = (select platform.presented_key()));
create policy end_by_key on identity.session for delete to leitwerk_app
  using (key_hash = (select platform.presented_key()));
create policy expired_seen on identity.session for select to leitwerk_app
  using ((select platform.scope()) = 'reference' and expires_at < now());
create policy expired on identity.session for delete to leitwerk_app
  using ((select platform.scope()) = 'reference' and expires_at < now());
grant select, insert, update, delete on identity.session to leitwerk_app;

create policy own on identity.mail_link to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
create policy by_key on identity.mail_link for select to leitwerk_app
  using (key_hash = (select platform.presented_key()));
grant select, insert, update, delete on identity.mail_link to leitwerk_app;

create policy own on identity.recovery_code to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
grant select, insert, update, delete on identity.recovery_code to leitwerk_app;

create policy own on identity.passkey to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
create policy by_key on identity.passkey for select to leitwerk_app
  using (key_hash = (select platform.presented_key()));
grant select, insert, update, delete on identity.passkey to leitwerk_app;

create policy own on identity.vertretung to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
create policy by_session on identity.vertretung for select to leitwerk_app
  using (deputy_id = ((select identity.session_members())::uuid[])[1]);
grant select, insert, update (ended_at) on identity.vertretung to leitwerk_app;

create policy own on identity.machine_token to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
create policy by_key on identity.machine_token for select to leitwerk_app
  using (key_hash = (select platform.presented_key()));
create policy touch_by_key on identity.machine_token for update to leitwerk_app
  using (key_hash = (select platform.presented_key())) with check (key_hash = (select platform.presented_key()));
grant select, insert, update (revoked_at, last_used_on) on identity.machine_token to leitwerk_app;

create policy by_key on identity.throttle to leitwerk_app
  using (key_hash = (select platform.presented_key())) with check (key_hash = (select platform.presented_key()));
create policy expired_seen on identity.throttle for select to leitwerk_app
  using ((select platform.scope()) = 'reference' and window_ends_at < now());
create policy expired on identity.throttle for delete to leitwerk_app
  using ((select platform.scope()) = 'reference' and window_ends_at < now());
grant select, insert, update, delete on identity.throttle to leitwerk_app;

create policy by_key on identity.used_challenge to leitwerk_app
  using (key_hash = (select platform.presented_key())) with check (key_hash = (select platform.presented_key()));
create policy expired_seen on identity.used_challenge for select to leitwerk_app
  using ((select platform.scope()) = 'reference' and expires_at < now());
create policy expired on identity.used_challenge for delete to leitwerk_app
  using ((select platform.scope()) = 'reference' and expires_at < now());
grant select, insert, delete on identity.used_challenge to leitwerk_app;
