import type { LocalDate } from '#kernel';
import { type Gewichtung, gesamtgewicht } from './gewichtung.ts';
import { type Beleg, ersatzwert, type Kriterium, kriterien, skala } from './kriterium.ts';

/** A Leistung as a ranking names it. */
export interface Bewertet {
  readonly id: string;
  readonly leika: string | null;
  readonly name: string;
  readonly ozgId: number | null;
  readonly ozgName: string | null;
  readonly themenfeld: string | null;
}

/** All Leistungen with what is known of each, on a day. Immutable; a ranking depends on it and the weights alone. */
export interface Bewertungswelt {
  readonly stichtag: LocalDate;
  readonly leistungen: readonly Bewertet[];
  /** For each Leistung, in the order of `kriterien`. */
  readonly belege: readonly (readonly Beleg[])[];
  /** The same values in a row, -1 where nobody knows: what ranking reads. */
  readonly werte: Int16Array;
}

export const anzahlKriterien = kriterien.length;

/** Makes a world of its parts. */
export function weltOf(
  stichtag: LocalDate,
  leistungen: readonly Bewertet[],
  belege: readonly (readonly Beleg[])[],
): Bewertungswelt {
  const werte = new Int16Array(leistungen.length * anzahlKriterien).fill(-1);
  for (const [row, each] of belege.entries())
    for (const [column, { wert }] of each.entries()) werte[row * anzahlKriterien + column] = wert ?? -1;
  return { stichtag, leistungen, belege, werte };
}

/** Every Leistung with its place. Sums are whole numbers; a score is the sum divided by all weights. */
export interface Rangliste {
  readonly gesamt: number;
  /** By position in the world. */
  readonly summen: Int32Array;
  /** Equal sums share a place; the next one is skipped (1, 2, 2, 4). */
  readonly raenge: Int32Array;
  /** Positions in the world, best first; equal ones as the catalogue has them. */
  readonly reihenfolge: Int32Array;
}

/** Weights and substitutes in the order of `kriterien`. */
export function spalten({ gewichte, unbekannt }: Gewichtung) {
  return {
    gewichte: kriterien.map((kriterium) => gewichte[kriterium]),
    ersatz: kriterien.map((kriterium) => ersatzwert[unbekannt[kriterium]]),
  };
}

/** Ranks all Leistungen. The weights must have passed `checkGewichtung`. */
export function rangliste(welt: Pick<Bewertungswelt, 'werte'>, gewichtung: Gewichtung): Rangliste {
  const summen = summenOf(welt.werte, gewichtung);
  const count = summen.length;
  // One number holds sum and position, so that the engine's own sort of numbers does it all.
  const keys = new Float64Array(count);
  const top = anzahlKriterien * 100 * skala;
  for (let row = 0; row < count; row += 1) keys[row] = (top - (summen[row] ?? 0)) * count + row;
  keys.sort();
  const reihenfolge = new Int32Array(count);
  const raenge = new Int32Array(count);
  let before = -1;
  let rang = 0;
  for (let place = 0; place < count; place += 1) {
    const row = (keys[place] ?? 0) % count;
    const summe = summen[row] ?? 0;
    if (summe !== before) rang = place + 1;
    before = summe;
    reihenfolge[place] = row;
    raenge[row] = rang;
  }
  return { gesamt: gesamtgewicht(gewichtung), summen, raenge, reihenfolge };
}

function summenOf(werte: Int16Array, gewichtung: Gewichtung): Int32Array {
  const { gewichte, ersatz } = spalten(gewichtung);
  const summen = new Int32Array(werte.length / anzahlKriterien);
  for (let column = 0; column < anzahlKriterien; column += 1) {
    const gewicht = gewichte[column] ?? 0;
    if (gewicht === 0) continue;
    const instead = ersatz[column] ?? 0;
    for (let row = 0, at = column; row < summen.length; row += 1, at += anzahlKriterien) {
      const wert = werte[at] ?? -1;
      summen[row] = (summen[row] ?? 0) + gewicht * (wert < 0 ? instead : wert);
    }
  }
  return summen;
}

/** What one criterion adds to a sum. */
export interface Beitrag {
  readonly kriterium: Kriterium;
  /** 0 … 1000, as it counts. */
  readonly wert: number;
  readonly bekannt: boolean;
  readonly gewicht: number;
  /** Weight × value. */
  readonly beitrag: number;
  readonly satz: string;
}

/** What each criterion adds to the sum of one Leistung; together they are its sum. */
export function beitraegeOf(welt: Bewertungswelt, gewichtung: Gewichtung, row: number): readonly Beitrag[] {
  return beitraegeIn(welt, spalten(gewichtung), row);
}

function beitraegeIn(
  { belege }: Bewertungswelt,
  { gewichte, ersatz }: ReturnType<typeof spalten>,
  row: number,
): readonly Beitrag[] {
  const known = belege[row] ?? [];
  return kriterien.map((kriterium, column) => {
    const beleg = known[column];
    const gewicht = gewichte[column] ?? 0;
    const wert = beleg?.wert ?? ersatz[column] ?? 0;
    const bekannt = beleg !== undefined && beleg.wert !== null;
    return { kriterium, wert, bekannt, gewicht, beitrag: gewicht * wert, satz: beleg?.satz ?? '' };
  });
}

/** A Leistung at its place. */
export interface Rang {
  readonly leistungId: string;
  readonly rang: number;
  /** 0 … 1000: the sum divided by all weights, rounded down. */
  readonly punkte: number;
  readonly beitraege: readonly Beitrag[];
}

/** All Leistungen, best first, each with what every criterion adds. */
export function rankLeistungen(welt: Bewertungswelt, gewichtung: Gewichtung): readonly Rang[] {
  const { gesamt, summen, raenge, reihenfolge } = rangliste(welt, gewichtung);
  const columns = spalten(gewichtung);
  return Array.from(reihenfolge, (row) => ({
    leistungId: welt.leistungen[row]?.id ?? '',
    rang: raenge[row] ?? 0,
    punkte: punkteOf(summen[row] ?? 0, gesamt),
    beitraege: beitraegeIn(welt, columns, row),
  }));
}

/** A sum as points of 1,000, rounded down: for people, never for the order. */
export function punkteOf(summe: number, gesamt: number): number {
  return gesamt === 0 ? 0 : Math.floor(summe / gesamt);
}

/** How many criteria are known of a Leistung. */
export function bekannteKriterien({ belege }: Pick<Bewertungswelt, 'belege'>, row: number): number {
  return (belege[row] ?? []).filter(({ wert }) => wert !== null).length;
}
