import type { Catalogue } from '#catalogue';
import { resolveLeistung } from '#catalogue';
import { ok, type Result, refuse } from '#kernel';
import {
  type Beitrag,
  type Bewertungswelt,
  beitraegeOf,
  bekannteKriterien,
  punkteOf,
} from '../domain/rangfolge.ts';
import { type Gewichtsfolge, stabilitaetOf } from '../domain/stabilitaet.ts';
import { type Vergleich, vergleiche } from '../domain/vergleich.ts';
import { leistungNotRanked, sameLeistung } from '../errors.ts';
import { kriteriumText, tausendstel } from '../messages.ts';
import type { Rangfolge } from './read-rangfolge.ts';

/** Why a Leistung stands where it does, and how firmly. */
export interface Erklaerung {
  readonly row: number;
  readonly rang: number;
  readonly summe: number;
  readonly gesamt: number;
  readonly punkte: number;
  readonly bekannt: number;
  readonly beitraege: readonly Beitrag[];
  readonly stabilitaet: readonly Gewichtsfolge[];
}

/** The position of a Leistung in a ranking, by our own id, LeiKa key or exact name. */
export function rowOf(catalogue: Catalogue, { leistungen }: Bewertungswelt, text: string): Result<number> {
  const found = resolveLeistung(catalogue, text);
  if (!found.ok) return found;
  const row = leistungen.findIndex(({ id }) => id === found.value.id);
  return row < 0 ? refuse(leistungNotRanked(found.value.name)) : ok(row);
}

/** Explains one place of a ranking. */
export function explain({ welt, liste, gewichtung }: Rangfolge, row: number): Erklaerung {
  const summe = liste.summen[row] ?? 0;
  return {
    row,
    rang: liste.raenge[row] ?? 0,
    summe,
    gesamt: liste.gesamt,
    punkte: punkteOf(summe, liste.gesamt),
    bekannt: bekannteKriterien(welt, row),
    beitraege: beitraegeOf(welt, gewichtung, row),
    stabilitaet: stabilitaetOf(welt, gewichtung, row),
  };
}

/** Two Leistungen of a ranking side by side, with the sentence that says why one stands above the other. */
export interface Gegenueber extends Vergleich {
  readonly satz: string;
}

/** Compares two Leistungen; refuses the same one twice. */
export function compare(rangfolge: Rangfolge, a: number, b: number): Result<Gegenueber> {
  if (a === b) return refuse(sameLeistung);
  const { welt, liste, gewichtung } = rangfolge;
  const vergleich = vergleiche(welt, gewichtung, liste, [a, b]);
  return ok({ ...vergleich, satz: satzOf(rangfolge, vergleich) });
}

function satzOf(
  { welt, liste }: Rangfolge,
  { oben, unten, gleich, differenz, unterschiede }: Vergleich,
): string {
  const name = (row: number) => `„${welt.leistungen[row]?.name ?? ''}“`;
  const rang = (row: number) => `Platz ${(liste.raenge[row] ?? 0).toLocaleString('de-DE')}`;
  if (gleich)
    return `${name(oben)} und ${name(unten)} stehen gleich auf ${rang(oben)}: Was für die eine spricht, wiegt auf, was für die andere spricht.`;
  const part = ({ kriterium, oben: upper, unten: lower, unterschied }: Vergleich['unterschiede'][number]) =>
    `${kriteriumText[kriterium].label} (${tausendstel(upper.wert)}${upper.bekannt ? '' : ', unbekannt'} statt ${tausendstel(lower.wert)}${lower.bekannt ? '' : ', unbekannt'}; ${signed(unterschied)})`;
  const pro = unterschiede.filter(({ unterschied }) => unterschied > 0).map(part);
  const contra = unterschiede
    .filter(({ unterschied }) => unterschied < 0)
    .toReversed()
    .map(part);
  const against = contra.length > 0 ? ` Für ${name(unten)} spricht ${listed(contra)}.` : '';
  return `${name(oben)} (${rang(oben)}) steht über ${name(unten)} (${rang(unten)}) wegen ${listed(pro)}.${against} Zusammen ist das genau der Vorsprung von ${differenz.toLocaleString('de-DE')} Rechenpunkten.`;
}

/** „+1.200“ or „−300“, with a real minus. */
export function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toLocaleString('de-DE')}`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1)}`;
}

/** How firmly a place stands, in a sentence: the weight that may change least before the place does. */
export function festigkeitSatz(stabilitaet: readonly Gewichtsfolge[]): string {
  const tightest = stabilitaet.toSorted((a, b) => room(a) - room(b))[0];
  if (tightest === undefined) return '';
  const { kriterium, gewicht, rangHaelt } = tightest;
  const label = kriteriumText[kriterium].label;
  return rangHaelt.von === rangHaelt.bis
    ? `Am empfindlichsten ist das Gewicht ${label}: Schon ein Schritt weg von ${gewicht} ändert den Platz.`
    : `Am empfindlichsten ist das Gewicht ${label}: Der Platz hält von ${rangHaelt.von} bis ${rangHaelt.bis} (jetzt ${gewicht}).`;
}

function room({ gewicht, rangHaelt }: Gewichtsfolge): number {
  return Math.min(
    rangHaelt.von === 0 ? 200 : gewicht - rangHaelt.von,
    rangHaelt.bis === 100 ? 200 : rangHaelt.bis - gewicht,
  );
}
