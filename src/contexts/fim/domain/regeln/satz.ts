import type { Zeichen } from './zeichen.ts';

/** The path of ids that names an element: the element last, groups around it before. */
export type Elementpfad = readonly string[];

/** A value that a rule compares with: a code, its words, or both. */
export interface Vergleichswert {
  readonly code: string | null;
  readonly label: string | null;
}

/** What a rule asks of one field. */
export type Bedingung =
  | {
      readonly art: 'einer-von' | 'keiner-von';
      readonly feld: Elementpfad;
      readonly werte: readonly Vergleichswert[];
    }
  | { readonly art: 'beantwortet'; readonly feld: Elementpfad };

export interface Wirkung {
  readonly art: 'pflicht' | 'zeigen' | 'verbergen';
  readonly ziele: readonly Elementpfad[];
}

/** A sentence that was understood to its last word. */
export type Satz =
  | {
      readonly art: 'wenn-dann';
      readonly bedingung: Bedingung;
      readonly wirkungen: readonly Wirkung[];
      readonly sonst: readonly Wirkung[];
    }
  | { readonly art: 'mindestens-eines'; readonly felder: readonly Elementpfad[] }
  | { readonly art: 'genau-eines'; readonly elemente: readonly Elementpfad[] }
  | { readonly art: 'tag-im-kalender'; readonly felder: readonly Elementpfad[] };

/** Words that add nothing to what a rule says. */
const fuellworte = new Set(
  'das die der den dem des in im feld felder datenfeld datenfelder feldgruppe datenfeldgruppe gruppe auswahl beim bei so auch als'.split(
    ' ',
  ),
);

/** A cursor over the pieces of a rule. */
export interface Leser {
  readonly zeichen: readonly Zeichen[];
  at: number;
}

/** A reader that skips words without meaning. */
export function leserVon(zeichen: readonly Zeichen[]): Leser {
  const kept = zeichen.filter((each) => each.art !== 'wort' || !fuellworte.has(each.wort.toLowerCase()));
  return { zeichen: kept, at: 0 };
}

export function amEnde({ zeichen, at }: Leser): boolean {
  return at >= zeichen.length;
}

/** Goes on where this word stands. */
export function nimmWort(leser: Leser, ...worte: readonly string[]): string | null {
  const next = leser.zeichen[leser.at];
  if (next?.art !== 'wort' || !worte.includes(next.wort.toLowerCase())) return null;
  leser.at += 1;
  return next.wort.toLowerCase();
}

/** Goes on where these words stand one after another; else nothing is taken. */
export function nimmFolge(leser: Leser, ...worte: readonly string[]): boolean {
  const start = leser.at;
  if (worte.every((wort) => nimmWort(leser, wort) !== null)) return true;
  leser.at = start;
  return false;
}

export function nimmSatzzeichen(leser: Leser, zeichen: string): boolean {
  const next = leser.zeichen[leser.at];
  if (next?.art !== 'satz' || next.zeichen !== zeichen) return false;
  leser.at += 1;
  return true;
}

export function nimmElement(leser: Leser): Elementpfad | null {
  const next = leser.zeichen[leser.at];
  if (next?.art !== 'element') return null;
  leser.at += 1;
  return next.pfad;
}

/** Elements one after another: `A, B oder C`, `A und B`. */
export function nimmElemente(leser: Leser, ...bindeworte: readonly string[]): readonly Elementpfad[] {
  const found: Elementpfad[] = [];
  for (;;) {
    const start = leser.at;
    if (found.length > 0 && !nimmSatzzeichen(leser, ',')) nimmWort(leser, ...bindeworte);
    const next = nimmElement(leser);
    if (next === null) {
      leser.at = start;
      return found;
    }
    found.push(next);
  }
}
