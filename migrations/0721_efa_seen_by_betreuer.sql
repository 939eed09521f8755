-- The IT-Dienstleister that cares for a Kommune accompanies its Anbindungen: it sees where each stands and with which
-- values, in its circle scope, and changes neither. Consent to share the Umsetzungsstand has no part in that.
do $$
declare name text;
begin
  foreach name in array array['anbindung', 'parameter'] loop
    execute format('create policy betreut on efa.%I for select to leitwerk_app
      using (tenant_id = any ((select identity.betreute())::uuid[]))', name);
  end loop;
end $$;
