-- Figures over many Kommunen are computed in memory by the process itself. It reads for that, in a scope of its own that
-- can only read, who cares for whom and who consents; consent is then applied to every question that somebody asks.
create policy figures on identity.organisation for select to leitwerk_app
  using ((select platform.scope()) = 'figures' and kind = 'kommune');
create policy figures on identity.betreuung for select to leitwerk_app
  using ((select platform.scope()) = 'figures');
create policy figures on identity.einwilligung for select to leitwerk_app
  using ((select platform.scope()) = 'figures');
