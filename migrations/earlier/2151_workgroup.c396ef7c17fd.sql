do $$
declare name text;
begin
  foreach name in array array['gruppe', 'sitz', 'sitzung', 'punkt', 'material', 'anmeldung', 'anwesenheit', 'notiz',
      'beschluss', 'beschluss_ziel', 'stimme', 'aufgabe', 'aufgabe_schritt', 'frage_zuteilung', 'sitzung_frage',
      'neuerungsblatt'] loop
    execute format('create index %I on workgroup.%I (provider_id)', name || '_by_provider', name);
  end loop;
end $$;
