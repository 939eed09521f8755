import { isValidOn, type LocalDate } from '#kernel';
import type { Fall, Kandidat } from './fall.ts';
import { ebeneOfNorm } from './norm-ebene.ts';
import { normlageOn } from './normlage.ts';
import type { Regel } from './regel.ts';
import { type Rang, rang } from './reichweite.ts';

export const herkunftArten = [
  'geerbt',
  'geerbt-eingeengt',
  'objekt',
  'objekt-eingeengt',
  'eigene',
  'keine',
] as const;

/** Where the deciding rule of a Leistung comes from: its OZG-Leistung, its object, or a rule of its own. */
export type HerkunftArt = (typeof herkunftArten)[number];

export interface Herkunft {
  readonly art: HerkunftArt;
  /** The rules in force that decide; several where equally special ones agree or contradict. */
  readonly regeln: readonly Regel[];
  /** Broader rules that would hold if these did not: what an own rule narrows. */
  readonly verdraengt: readonly Regel[];
}

const artOfRang: Readonly<Record<Rang, HerkunftArt>> = {
  [rang.keine]: 'keine',
  [rang.ozgLeistung]: 'geerbt',
  [rang.ozgLeistungVerrichtung]: 'geerbt-eingeengt',
  [rang.objekt]: 'objekt',
  [rang.objektVerrichtung]: 'objekt-eingeengt',
  [rang.leistung]: 'eigene',
};

/** Whether a Leistung inherits its rule from the OZG-Leistung, or has one that adds or narrows. */
export function herkunftOf(fall: Fall, land: string, date: LocalDate): Herkunft {
  const lage = normlageOn(fall, land, date);
  const deciding = lage.art === 'gilt' ? lage.kandidaten : lage.art === 'keine' ? [] : [lage.kandidat];
  const first = deciding[0];
  if (first === undefined) return { art: 'keine', regeln: [], verdraengt: [] };
  const broader = fall.kandidaten.filter(
    (kandidat) => kandidat.rang < first.rang && holds(kandidat, land, date),
  );
  return {
    art: artOfRang[first.rang],
    regeln: deciding.map(({ regel }) => regel),
    verdraengt: broader.map(({ regel }) => regel),
  };
}

function holds({ regel }: Kandidat, land: string, date: LocalDate): boolean {
  return regel.land === land && !regel.ausserKraft && isValidOn(regel, date);
}

/** „geerbt von OZG-Leistung 10513“, „eigene Regel“: in words, with what it narrows. */
export function herkunftText({ art, verdraengt }: Herkunft, ozgId: number | null): string {
  const ozg = `OZG-Leistung ${ozgId ?? 'ohne Nummer'}`;
  switch (art) {
    case 'geerbt':
      return `geerbt von ${ozg}`;
    case 'geerbt-eingeengt':
      return `geerbt von ${ozg}, nur für diese Verrichtung${statt(verdraengt)}`;
    case 'objekt':
      return `eigene Regel des Leistungsobjekts${zusatz(verdraengt, ozg)}`;
    case 'objekt-eingeengt':
      return `eigene Regel des Leistungsobjekts, nur für diese Verrichtung${zusatz(verdraengt, ozg)}`;
    case 'eigene':
      return `eigene Regel${zusatz(verdraengt, ozg)}`;
    default:
      return 'keine Regel';
  }
}

function statt(verdraengt: readonly Regel[]): string {
  return verdraengt.length === 0 ? '' : '; sie geht der allgemeineren Regel vor';
}

function zusatz(verdraengt: readonly Regel[], ozg: string): string {
  return verdraengt.length === 0
    ? `; für ${ozg} als Ganzes gibt es keine Regel`
    : `; sie engt die allgemeinere Regel ein`;
}

/**
 * A doubt about who regulates: the Typisierung names one level, and the norm of the deciding rules is plainly the law of a
 * lower one. Null where they do not contradict.
 */
export function regelungZweifel(regelung: string | null, { regeln }: Herkunft): string | null {
  for (const { norm } of regeln) {
    const ebene = ebeneOfNorm(norm);
    if (ebene !== null && regelung !== null && isLower(ebene, regelung))
      return `Die Typisierung nennt „${regelung}“, die Norm „${norm}“ ist aber Recht der Ebene „${ebene}“.`;
  }
  return null;
}

const ebenen = ['Bund', 'Land', 'Kommune'];

function isLower(ebene: string, than: string): boolean {
  return ebenen.indexOf(ebene) > ebenen.indexOf(than) && ebenen.includes(than);
}
