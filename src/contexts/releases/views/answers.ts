import type { Ausrollung, Zug } from '../domain/ausrollung.ts';
import { lageOf, type Meldung } from '../domain/meldung.ts';
import { regelText } from '../domain/regel.ts';
import type { Dienststand, Dienstzeile, Kommunenzeile } from '../use-cases/read-fassungen.ts';
import type { Vorschau } from '../use-cases/vorschau.ts';

/** One service on the list, for machines. */
export function dienstzeileAnswer({ ausrollung, ...zeile }: Dienstzeile) {
  return { ...zeile, ausrollung: ausrollung && ausrollungAnswer(ausrollung) };
}

function ausrollungAnswer(one: Ausrollung) {
  return {
    id: one.id,
    fassung: one.fassung,
    zustand: one.zustand,
    version: one.version,
    sicherheit: one.sicherheit,
    grund: one.grund,
    regel: regelText(one.regel),
    ringe: one.ringe.map(({ name, ab, kommunen }) => ({ name, ab, kommunen })),
  };
}

function zugAnswer({ ags, kommune, ring, ab, zustand, vonFassung, fehlt }: Zug) {
  return { ags, kommune, ring, ab, zustand, vonFassung, fehlt: [...fehlt] };
}

/** A service with its versions, for machines. */
export function standAnswer(stand: Dienststand) {
  return {
    dienst: stand.dienst,
    titel: stand.titel,
    anbieter: stand.anbieter,
    eigeneFassung: stand.eigene?.fassung ?? null,
    fassungen: stand.fassungen.map(({ angebot, notiz, gegen, zeilen, kommunen }) => ({
      fassung: angebot.fassung,
      angebotenAm: angebot.angebotenAm.toISOString(),
      zurueckgezogen: angebot.zurueckgezogen,
      notiz: notiz?.text ?? null,
      sicherheit: notiz?.sicherheit ?? false,
      festhaltenBis: notiz?.festhaltenBis ?? null,
      gegen,
      aenderungen: zeilen.map((zeile) => ({ ...zeile })),
      kommunen,
    })),
    ausrollung: stand.ausrollung && ausrollungAnswer(stand.ausrollung),
    kommunen: stand.zuege.map(zugAnswer),
    beobachtung: stand.beobachtung && {
      ...stand.beobachtung,
      am: stand.beobachtung.am.toISOString(),
    },
    festgehaltenBis: stand.festhaltung?.bis ?? null,
  };
}

/** What a rollout would do, for machines. */
export function vorschauAnswer({ zeilen, ringe, unterschiede, ...rest }: Vorschau) {
  return {
    ...rest,
    ringe: ringe.map(({ name, ab, kommunen }) => ({ name, ab, kommunen })),
    kommunen: zeilen.map(({ ags, kommune, vonFassung, ring, ab, ergebnis, fehlt, ruht }) => ({
      ...{ ags, kommune, vonFassung, ring, ab, ergebnis, ruht },
      fehlt: [...fehlt],
    })),
    unterschiede: unterschiede.map(({ von, zeilen: lines }) => ({
      von,
      aenderungen: lines.map((zeile) => ({ ...zeile })),
    })),
  };
}

export function kommuneAnswer({ fehlt, ...zeile }: Kommunenzeile) {
  return { ...zeile, fehlt: [...fehlt] };
}

export function meldungAnswer(meldung: Meldung, jetzt: string) {
  const { id, fassung, art, titel, text, sichtbarAb, von, bis, dienste, kommunen } = meldung;
  return {
    ...{ id, fassung, art, titel, text, sichtbarAb, von, bis },
    dienste: [...dienste],
    kommunen: [...kommunen],
    lage: lageOf(meldung, jetzt),
  };
}
