-- How the site of a Kommune looks: Wappen, colours, the name above its pages, and what it adds to the legal pages. Every
-- saved state is a version; what citizens see is the version that was published last.
create table portal.aussehen (
  tenant_id uuid not null,
  nummer integer not null check (nummer > 0),
  inhalt jsonb not null,
  -- The Wappen as it was rebuilt from what was handed in, never the file itself.
  wappen bytea check (length(wappen) <= 300000),
  wappen_art text check (wappen_art in ('svg', 'png')),
  gespeichert_am timestamptz not null,
  gespeichert_von text not null default (platform.actor()),
  primary key (tenant_id, nummer),
  check ((wappen is null) = (wappen_art is null))
);
comment on table portal.aussehen is 'class: tenant';

create table portal.aussehen_veroeffentlicht (
  tenant_id uuid not null,
  lfd integer not null check (lfd > 0),
  -- The version; 0 for the neutral look.
  nummer integer not null check (nummer >= 0),
  inhalt jsonb not null,
  css text not null,
  css_hash text not null check (css_hash ~ '^[0-9a-f]{16}$'),
  wappen bytea,
  wappen_art text check (wappen_art in ('svg', 'png')),
  wappen_hash text check (wappen_hash ~ '^[0-9a-f]{16}$'),
  veroeffentlicht_am timestamptz not null,
  primary key (tenant_id, lfd)
);
comment on table portal.aussehen_veroeffentlicht is 'class: public';

do $$
declare name text;
begin
  foreach name in array array['aussehen', 'aussehen_veroeffentlicht'] loop
    execute format('alter table portal.%I enable row level security', name);
    execute format('alter table portal.%I force row level security', name);
    execute format('grant select, insert on portal.%I to leitwerk_app', name);
    execute format('create trigger append_only before update or delete on portal.%I
      for each row execute function platform.refuse_change()', name);
  end loop;
end $$;
create policy own on portal.aussehen to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
create policy read on portal.aussehen_veroeffentlicht for select to leitwerk_app using (true);
create policy write on portal.aussehen_veroeffentlicht to leitwerk_app
  using ((select platform.scope()) = 'reference' and tenant_id = (select platform.tenant()))
  with check ((select platform.scope()) = 'reference' and tenant_id = (select platform.tenant()));
