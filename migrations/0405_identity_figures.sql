-- Figures over many Kommunen are computed in memory by the process itself. It reads for that, in a scope of its own that
-- can only read, who cares for whom and who consents; consent is then applied to every question that somebody asks.
create policy figures on identity.organisation for select to leitwerk_app
  using ((select platform.scope()) = 'figures' and kind = 'kommune');
create policy figures on identity.betreuung for select to leitwerk_app
  using ((select platform.scope()) = 'figures');

-- All Kommunen in scope figures, nobody elsewhere: policies compare with it, so that an index on the tenant stays of use.
create function identity.counted() returns uuid[] language sql stable
  return array(select id from identity.organisation
    where (select platform.scope()) = 'figures' and (select platform.tenant()) is null and kind = 'kommune');

create policy figures on identity.einwilligung for select to leitwerk_app
  using (tenant_id = any ((select identity.counted())::uuid[]));
