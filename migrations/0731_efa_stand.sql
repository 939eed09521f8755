-- What a Kommune, or a Land or a Kreis above it, states of a service is kept in memory until its mark is another one.
create function efa.renew_werte() returns trigger language plpgsql as $$
begin
  insert into platform.stand (tenant_id, thema)
    select distinct tenant_id, 'efa.werte ' || dienst from neu order by 1, 2
    on conflict (tenant_id, thema) do update set marke = excluded.marke;
  return null;
end $$;
create trigger renew_werte after insert on efa.parameter
  referencing new table as neu for each statement execute function efa.renew_werte();
-- Its key decides which Land and which Kreis speak for it.
create trigger renew_werte after insert on efa.anbindung
  referencing new table as neu for each statement execute function efa.renew_werte();

create function efa.renew_vorgaben() returns trigger language plpgsql as $$
begin
  insert into platform.stand_fuer_alle (thema) select distinct 'efa.vorgaben ' || dienst from neu order by 1
    on conflict (thema) do update set marke = excluded.marke;
  return null;
end $$;
create trigger renew_vorgaben after insert on efa.vorgabe
  referencing new table as neu for each statement execute function efa.renew_vorgaben();
