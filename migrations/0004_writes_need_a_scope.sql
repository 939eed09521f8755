-- Without a tenant only scope reference writes lines, Vorgänge and events of the installation: whoever merely presents
-- a key, or nothing, cannot begin or clog the operator's chain, which it cannot read either.
alter policy own on platform.audit with check (tenant_id = (select platform.tenant())
  or ((select platform.scope()) = 'reference' and tenant_id = '00000000-0000-0000-0000-000000000000'));
alter policy own on platform.vorgang with check (tenant_id = (select platform.tenant())
  or ((select platform.scope()) = 'reference' and tenant_id = '00000000-0000-0000-0000-000000000000'));
alter policy write on platform.outbox with check (tenant_id = (select platform.tenant())
  or ((select platform.scope()) = 'reference' and tenant_id is null));
