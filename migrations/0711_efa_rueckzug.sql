-- A version that turned out badly is taken back: nobody begins with it and nobody is moved to it, but it stays, for whoever
-- is still there and for what was made with it. The newest line of a version counts.
create table efa.rueckzug (
  anbieter_id uuid not null,
  dienst text not null,
  fassung text not null,
  nummer integer generated always as identity,
  zurueckgezogen boolean not null,
  grund text not null check (length(grund) between 3 and 1000),
  am timestamptz not null,
  primary key (dienst, fassung, nummer),
  foreign key (dienst, fassung) references efa.angebot (dienst, fassung)
);
comment on table efa.rueckzug is 'class: public';

alter table efa.rueckzug enable row level security;
alter table efa.rueckzug force row level security;
grant select, insert on efa.rueckzug to leitwerk_app;
create policy read on efa.rueckzug for select to leitwerk_app using (true);
create policy offer on efa.rueckzug for insert to leitwerk_app
  with check ((select platform.scope()) = 'reference' and anbieter_id = (select platform.tenant()));
create trigger append_only before update or delete on efa.rueckzug
  for each row execute function platform.refuse_change();
