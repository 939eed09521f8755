drop policy counted on marketplace.interesse;
create policy counted on marketplace.interesse for select to leitwerk_app
  using (tenant_id = any ((select identity.counted())::uuid[]));
