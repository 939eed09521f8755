-- Of a session only its last use and its draft of a second factor change: whoever presents its key could otherwise move
-- it to another member, another organisation or another stage.
revoke update on identity.session from leitwerk_app;
grant update (last_seen_at, totp_draft_sealed) on identity.session to leitwerk_app;

-- A Betreuung that has ended stays ended: a provider could otherwise begin it again without the Kommune.
drop policy ending on identity.betreuung;
create policy ending on identity.betreuung for update to leitwerk_app
  using (valid_to is null
    and (kommune_id = (select platform.tenant()) or provider_id = (select platform.tenant())))
  with check (valid_to is not null
    and (kommune_id = (select platform.tenant()) or provider_id = (select platform.tenant())));

-- A token that was revoked stays revoked, whoever presents it.
drop policy touch_by_key on identity.machine_token;
create policy touch_by_key on identity.machine_token for update to leitwerk_app
  using (key_hash = (select platform.presented_key()) and revoked_at is null)
  with check (key_hash = (select platform.presented_key()));
