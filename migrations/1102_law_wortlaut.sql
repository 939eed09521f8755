-- What norms say, word for word, on a day: a third extent of the law beside Akteure and registers.
alter table law.fassung drop constraint fassung_umfang_check;
alter table law.fassung add constraint fassung_umfang_check check (umfang in ('akteure', 'ozg2', 'recht'));

create table law.wortlaut (
  id text not null check (id ~ '^[a-z0-9-]+$'),
  fassung integer not null references law.fassung,
  entfallen boolean not null default false,
  gesetz text not null,
  paragraf text not null,
  absatz text,
  text text not null check (length(text) <= 600),
  stand_am date not null,
  quelle jsonb not null,
  evidenz text not null check (evidenz in ('norm-gelesen', 'sekundaerquelle', 'einschaetzung')),
  primary key (id, fassung)
);
comment on table law.wortlaut is 'class: public';

alter table law.wortlaut enable row level security;
alter table law.wortlaut force row level security;
create policy read on law.wortlaut for select to leitwerk_app using (true);
create policy write on law.wortlaut for all to leitwerk_app
  using ((select platform.scope()) = 'reference') with check ((select platform.scope()) = 'reference');
grant select, insert on law.wortlaut to leitwerk_app;
