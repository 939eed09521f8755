-- The last day on which a member may sign in; null: without end. Sign-in and every page look at it.
alter table identity.member add column gueltig_bis date;
grant update (gueltig_bis) on identity.member to leitwerk_app;

-- A token ends at the latest with the access of the member who issued it, so its end may be brought forward, never put off.
grant update (expires_at) on identity.machine_token to leitwerk_app;
create function identity.token_end_comes_only_nearer() returns trigger language plpgsql as $$
begin
  if new.expires_at > old.expires_at then
    raise exception 'a token never lives longer than it was issued for' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger token_end before update of expires_at on identity.machine_token
  for each row execute function identity.token_end_comes_only_nearer();
