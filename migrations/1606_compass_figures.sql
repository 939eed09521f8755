-- The Umsetzungsstand of all Kommunen, for the process that counts; see 0404.
create policy figures on compass.stand for select to leitwerk_app
  using ((select platform.scope()) = 'figures');
