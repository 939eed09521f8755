-- The Umsetzungsstand of all Kommunen, for the process that counts; see 0405.
create policy figures on compass.stand for select to leitwerk_app
  using (tenant_id = any ((select identity.counted())::uuid[]));
