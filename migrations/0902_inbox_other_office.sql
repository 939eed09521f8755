-- A case can go to another office of the same authority.
grant update (stelle) on inbox.eingang to leitwerk_app;
