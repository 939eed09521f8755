-- Rückfragen on any record: threads between organisations, what each person has read, and answers published for all.
create schema discussion;
grant usage on schema discussion to leitwerk_app;

-- The IT-Dienstleister that care for the current Kommune today.
create function discussion.betreuer() returns uuid[] language sql stable
  return array(select b.provider_id from identity.betreuung b
    where b.kommune_id = (select platform.tenant())
      and b.valid_from <= identity.today() and coalesce(b.valid_to, 'infinity') >= identity.today());

-- Those, and the Kommunen that the current organisation cares for today: whom it may address.
create function discussion.partner() returns uuid[] language sql stable
  return discussion.betreuer() || array(select b.kommune_id from identity.betreuung b
    where b.provider_id = (select platform.tenant())
      and b.valid_from <= identity.today() and coalesce(b.valid_to, 'infinity') >= identity.today());

-- The circles in which the current organisation takes part: its own, and those of the IT-Dienstleister that care for it
-- and with which it consents to share today. A circle is named by its IT-Dienstleister.
create function discussion.verbuende() returns uuid[] language sql stable
  return array(select (select platform.tenant())) || array(select e.provider_id from identity.einwilligung e
    where e.tenant_id = (select platform.tenant()) and e.provider_id = any (discussion.betreuer())
      and e.valid_from <= identity.today() and coalesce(e.valid_to, 'infinity') >= identity.today());

-- A question. recipient_id is who answers: the asking house itself, another one, or the IT-Dienstleister of a circle.
-- verbund_id is the circle that reads along; where none does it is the question's own id, which no organisation has.
create table discussion.rueckfrage (
  tenant_id uuid not null,
  id uuid not null unique,
  recipient_id uuid not null,
  verbund_id uuid not null,
  adressat text not null check (adressat in ('eigene', 'dienstleister', 'kommune', 'verbund')),
  art text not null check (art ~ '^[a-z][a-z-]{1,30}$'),
  datensatz text not null check (length(datensatz) between 1 and 200),
  datensatz_name text not null check (length(datensatz_name) between 1 and 500),
  href text not null check (href ~ '^/[^/]' and length(href) <= 500),
  -- Where a published answer stands for all, where the record itself belongs to one Kommune.
  allgemein_art text not null,
  allgemein_datensatz text not null,
  allgemein_name text not null check (length(allgemein_name) between 1 and 500),
  betreff text not null check (length(betreff) between 3 and 200),
  -- Names of the organisations, as the others read them; who asked stands with the contribution.
  haus text not null,
  empfaenger text not null,
  gestellt_am timestamptz not null,
  primary key (tenant_id, id),
  unique (id, tenant_id, recipient_id, verbund_id),
  check ((adressat = 'eigene') = (recipient_id = tenant_id and verbund_id = id)),
  check (verbund_id = case adressat when 'verbund' then recipient_id else id end)
);
comment on table discussion.rueckfrage is 'class: tenant';
create index rueckfrage_by_recipient on discussion.rueckfrage (recipient_id, art, datensatz);
create index rueckfrage_by_verbund on discussion.rueckfrage (verbund_id, art, datensatz);

-- What was said in a thread, one row for each version of its text; fassung 1 is the contribution itself. The state of a
-- thread is read off its contributions. Whose thread it is stands here too, so that the policy needs no other table.
create table discussion.beitrag (
  tenant_id uuid not null,
  rueckfrage_id uuid not null,
  nr integer not null check (nr > 0),
  fassung integer not null check (fassung > 0),
  fragende_id uuid not null,
  recipient_id uuid not null,
  verbund_id uuid not null,
  art text not null check (art in ('frage', 'antwort', 'ergaenzung', 'wieder-offen', 'zurueckgezogen')),
  text text not null check (length(text) between 1 and 6000),
  haus text not null,
  -- Who wrote, without the one that they stood in for.
  person text not null,
  geschrieben_von text not null default (platform.actor()),
  geschrieben_am timestamptz not null,
  erwaehnte_personen text[] not null default '{}',
  erwaehnte_haeuser uuid[] not null default '{}',
  primary key (tenant_id, rueckfrage_id, nr, fassung),
  unique (rueckfrage_id, nr, fassung),
  check ((art = 'frage') = (nr = 1)),
  foreign key (rueckfrage_id, fragende_id, recipient_id, verbund_id)
    references discussion.rueckfrage (id, tenant_id, recipient_id, verbund_id)
);
comment on table discussion.beitrag is 'class: tenant';
create index beitrag_by_fragende on discussion.beitrag (fragende_id);
create index beitrag_by_recipient on discussion.beitrag (recipient_id);
create index beitrag_by_verbund on discussion.beitrag (verbund_id);

-- What one person has read of a thread, whether they follow it, and up to where a mail told them.
create table discussion.teilnahme (
  tenant_id uuid not null,
  person text not null,
  rueckfrage_id uuid not null references discussion.rueckfrage (id),
  gelesen_bis integer not null default 0,
  gemeldet_bis integer not null default 0,
  folgt boolean,
  primary key (tenant_id, person, rueckfrage_id)
);
comment on table discussion.teilnahme is 'class: tenant';

-- An answered question that an IT-Dienstleister has published for the Kommunen that it cares for, in words of its own.
create table discussion.gemeinsame_antwort (
  tenant_id uuid not null,
  id uuid not null unique,
  rueckfrage_id uuid not null references discussion.rueckfrage (id),
  art text not null,
  datensatz text not null,
  datensatz_name text not null,
  frage text not null check (length(frage) between 3 and 500),
  antwort text not null check (length(antwort) between 1 and 6000),
  haus text not null,
  veroeffentlicht_am timestamptz not null,
  veroeffentlicht_von text not null default (platform.actor()),
  zurueckgenommen_am timestamptz,
  zurueckgenommen_von text,
  primary key (tenant_id, id),
  check ((zurueckgenommen_am is null) = (zurueckgenommen_von is null))
);
comment on table discussion.gemeinsame_antwort is 'class: tenant';
create unique index gemeinsame_antwort_once on discussion.gemeinsame_antwort (tenant_id, rueckfrage_id)
  where zurueckgenommen_am is null;

do $$
declare name text;
begin
  foreach name in array array['rueckfrage', 'beitrag', 'teilnahme', 'gemeinsame_antwort'] loop
    execute format('alter table discussion.%I enable row level security', name);
    execute format('alter table discussion.%I force row level security', name);
    execute format('create policy own on discussion.%I for select to leitwerk_app
      using (tenant_id = (select platform.tenant()))', name);
  end loop;
  foreach name in array array['rueckfrage', 'beitrag'] loop
    execute format('create policy addressed on discussion.%I for select to leitwerk_app
      using (recipient_id = (select platform.tenant()))', name);
    execute format('create policy circle on discussion.%I for select to leitwerk_app
      using (verbund_id = any ((select discussion.verbuende())::uuid[]))', name);
    execute format('grant select, insert on discussion.%I to leitwerk_app', name);
  end loop;
end $$;

create policy asked on discussion.beitrag for select to leitwerk_app
  using (fragende_id = (select platform.tenant()));
create policy ask on discussion.rueckfrage for insert to leitwerk_app
  with check (tenant_id = (select platform.tenant()) and case adressat
    when 'eigene' then true
    when 'verbund' then verbund_id = any ((select discussion.verbuende())::uuid[])
    else recipient_id = any ((select discussion.partner())::uuid[]) end);
create policy contribute on discussion.beitrag for insert to leitwerk_app
  with check (tenant_id = (select platform.tenant()) and (fragende_id = (select platform.tenant())
    or recipient_id = (select platform.tenant()) or verbund_id = any ((select discussion.verbuende())::uuid[])));

create policy keep on discussion.teilnahme for insert to leitwerk_app
  with check (tenant_id = (select platform.tenant()));
create policy change on discussion.teilnahme for update to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
grant select, insert, update (gelesen_bis, gemeldet_bis, folgt) on discussion.teilnahme to leitwerk_app;

create policy circle on discussion.gemeinsame_antwort for select to leitwerk_app
  using (tenant_id = any ((select discussion.betreuer())::uuid[]) and zurueckgenommen_am is null);
create policy publish on discussion.gemeinsame_antwort for insert to leitwerk_app
  with check (tenant_id = (select platform.tenant()) and zurueckgenommen_am is null);
create policy take_back on discussion.gemeinsame_antwort for update to leitwerk_app
  using (tenant_id = (select platform.tenant())) with check (tenant_id = (select platform.tenant()));
grant select, insert, update (zurueckgenommen_am, zurueckgenommen_von) on discussion.gemeinsame_antwort to leitwerk_app;
