-- For which offices a member works the inbox, by the ids of their Zustellpunkte; null: for all of the organisation. Who was
-- a member before keeps all; who comes new has none until somebody names them.
alter table identity.member add column stellen uuid[];
alter table identity.member alter column stellen set default '{}';
grant update (stellen) on identity.member to leitwerk_app;
