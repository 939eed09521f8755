-- What layers make of a service is kept in memory until its mark is another one.
create function overlays.renew_schichten() returns trigger language plpgsql as $$
begin
  insert into platform.stand_fuer_alle (thema) select distinct 'overlays.schichten ' || dienst from neu order by 1
    on conflict (thema) do update set marke = excluded.marke;
  return null;
end $$;
create trigger renew_schichten after insert on overlays.schicht
  referencing new table as neu for each statement execute function overlays.renew_schichten();
