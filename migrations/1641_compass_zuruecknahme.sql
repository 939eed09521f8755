-- A statement can be taken back: a further Fassung says that nothing is said any more. It has no Zustand and no value at
-- all, so that whoever reads it by mistake finds nothing in it; who, when and why stand in `stand_intern`.
alter table compass.stand alter column zustand drop not null;
alter table compass.stand add constraint stand_zurueckgenommen_check check (zustand is not null
  or (fassung > 1 and num_nonnulls(grund, geplant_fuer, umgesetzt_am, abgeschaltet_am, reifegrad11, kriterien11,
    reifegrad20, kriterien20, fallzahl, fallzahl_jahr, fallzahl_art, loesung_id) = 0));
