-- Words that may stand for one another in any Leistung; imported with the thesaurus, rows are never changed.
create table finder.synonym (
  id text not null check (id ~ '^[a-z0-9]{1,20}$'),
  fassung integer not null references finder.fassung,
  entfallen boolean not null default false,
  woerter jsonb not null,
  primary key (id, fassung)
);
comment on table finder.synonym is 'class: public';
alter table finder.synonym enable row level security;
alter table finder.synonym force row level security;
grant select, insert on finder.synonym to leitwerk_app;
create policy read on finder.synonym for select to leitwerk_app using (true);
create policy write on finder.synonym for insert to leitwerk_app
  with check ((select platform.scope()) = 'reference');
create trigger append_only before update or delete on finder.synonym
  for each row execute function platform.refuse_change();
