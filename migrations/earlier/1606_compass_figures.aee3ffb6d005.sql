drop policy figures on compass.stand;
create policy figures on compass.stand for select to leitwerk_app
  using (tenant_id = any ((select identity.counted())::uuid[]));
