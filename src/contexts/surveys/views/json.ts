import { type Felder, felderOf } from '../domain/antwort.ts';
import type { Umfrage } from '../domain/umfrage.ts';
import type { Zustand } from '../domain/zustand.ts';
import type { Auswertung, Auswertungszeile, Leistungsauswertung } from '../use-cases/evaluate.ts';
import type { Beteiligung } from '../use-cases/participation.ts';
import type { Veroeffentlichtes } from '../use-cases/read-bedarf.ts';
import { type Bogen, felderIn } from '../use-cases/read-bogen.ts';
import type { Umfragezeile } from '../use-cases/read-umfragen.ts';
import type { Gespeichert } from '../use-cases/save-antwort.ts';

/** A survey in the JSON API, with the state that holds today. */
export function umfrageJson(umfrage: Umfrage, zustand: Zustand) {
  const { id, fassung, titel, beschreibung, umfang, zusatz, fragen, quorum, erinnerungen, frist, nachfrist } =
    umfrage;
  return {
    id,
    fassung,
    zustand,
    frist,
    nachfrist,
    erfunden: umfrage.erfunden,
    inhalt: { titel, beschreibung, umfang, zusatz, fragen, quorum, erinnerungen },
  };
}

export function zeileJson({ umfrage, zustand, gefragt, fertig, teilnahme }: Umfragezeile) {
  return { ...umfrageJson(umfrage, zustand), gefragt, fertig, abgabe: teilnahme?.zustand ?? null };
}

export function beteiligungJson({ umfrage, zustand, zeilen, zahlen, schritte }: Beteiligung) {
  return {
    umfrage: umfrageJson(umfrage, zustand),
    zahlen,
    kommunen: zeilen.map(({ ags, name, gefragt, teilt, teilnahme }) => ({
      ags,
      name,
      gefragt,
      teilt,
      zustand: teilt ? (teilnahme?.zustand ?? 'unbearbeitet') : null,
      beantwortet: teilnahme?.beantwortet ?? 0,
      spaet: teilnahme?.spaet ?? false,
      freigegebenAm: teilnahme?.freigegebenAm?.toISOString() ?? null,
    })),
    schritte: schritte.map(({ art, von, nach, grund, am }) => ({
      art,
      von,
      nach,
      grund,
      am: am.toISOString(),
    })),
  };
}

export function bogenJson({ umfrage, zustand, zeilen, verwahrt, teilnahme, abgaben, letzteRunde }: Bogen) {
  return {
    umfrage: umfrageJson(umfrage, zustand),
    abgabe: teilnahme?.zustand ?? 'unbearbeitet',
    schritt: abgaben.at(-1)?.nummer ?? 0,
    letzteRunde,
    leistungen: zeilen.map((zeile) => ({
      leistung: zeile.ort.id,
      name: zeile.ort.name,
      fokus: zeile.fokus,
      fassung: zeile.antwort?.fassung ?? 0,
      felder: felderIn(zeile),
      vorbelegt:
        zeile.antwort === null
          ? Object.keys(felderOf(zeile.vorbelegung.werte)).length > 0
          : zeile.antwort.vorbelegt,
      anlass: zeile.anlass,
      person: zeile.person?.id ?? null,
      spaet: zeile.antwort?.spaet ?? false,
    })),
    verwahrt: verwahrt.map(({ id, leistungId, art, felder, am }) => ({
      id,
      leistung: leistungId,
      art,
      felder,
      am: am.toISOString(),
    })),
  };
}

export function gespeichertJson({ antwort, neu, spaet, konflikte }: Gespeichert) {
  const felder: Felder = antwort ? felderOf(antwort) : {};
  return { fassung: antwort?.fassung ?? 0, felder, neu, spaet, konflikte };
}

export function auswertungszeileJson({ ort, fokus, leistungId, ...zahlen }: Auswertungszeile) {
  return { leistung: leistungId, name: ort.name, themenfeld: ort.themenfeld, fokus, ...zahlen };
}

export function auswertungJson({
  kommunen,
  beteiligt,
  zeilen,
}: Pick<Auswertung, 'kommunen' | 'beteiligt' | 'zeilen'>) {
  return { kommunen, beteiligt, leistungen: zeilen.map(auswertungszeileJson) };
}

export function ergebnisJson(ergebnis: Veroeffentlichtes) {
  return { ...auswertungJson(ergebnis), veroeffentlichtAm: ergebnis.veroeffentlichtAm.toISOString() };
}

export function leistungsauswertungJson({ ort, zeile, antworten, ohneAntwort }: Leistungsauswertung) {
  return {
    leistung: ort.id,
    name: ort.name,
    gefragt: zeile.gefragt,
    geantwortet: zeile.geantwortet,
    antworten: antworten.map(({ tenant: _tenant, leistungId: _leistungId, ...antwort }) => antwort),
    ohneAntwort,
  };
}
