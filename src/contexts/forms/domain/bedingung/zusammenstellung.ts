import type { ExprKind } from '../expression/types.ts';

/** In which entries of a group something holds. */
export type Quantor = 'einem' | 'jedem' | 'keinem';

/** What a line is about, as expressions write it: `umfang`, `count(baeume)`; of the group's entries where one is named. */
export interface Gegenstand {
  readonly art: ExprKind;
  readonly ausdruck: string;
  readonly gruppe: string | null;
}

/** „Frage – Vergleich – Wert“. */
export interface Zeile {
  readonly gegenstand: Gegenstand | null;
  readonly quantor: Quantor;
  readonly vergleich: Vergleich | null;
  readonly werte: readonly string[];
  /** Another name whose value counts instead of a fixed one: `today`, `row.groesse`. */
  readonly bezug: string | null;
}

/** Lines that belong together, where `gruppe` is set in the same entry of that group. */
export interface Block {
  readonly gruppe: string | null;
  readonly quantor: Quantor;
  readonly alle: boolean;
  readonly zeilen: readonly Zeile[];
}

/** A condition as people put it together: all of it must hold, or one part is enough. */
export interface Zusammenstellung {
  readonly alle: boolean;
  readonly teile: readonly (Zeile | Block)[];
}

/** So many lines stand in one row of them; longer conditions are text. */
export const meisteZeilen = 30;

export function istBlock(teil: Zeile | Block): teil is Block {
  return 'zeilen' in teil;
}

export const leereZeile: Zeile = {
  gegenstand: null,
  quantor: 'einem',
  vergleich: null,
  werte: [],
  bezug: null,
};

export const leererBlock: Block = {
  gruppe: null,
  quantor: 'einem',
  alle: false,
  zeilen: [leereZeile, leereZeile],
};

const ordnung = ['gleich', 'ungleich', 'groesser', 'mindestens', 'kleiner', 'hoechstens'] as const;
const beantwortet = ['beantwortet', 'unbeantwortet'] as const;

/** What can be asked of an answer, the most usual first. */
export const vergleiche = {
  boolean: ['ja', 'nein', 'nicht-ja', ...beantwortet],
  integer: [...ordnung, ...beantwortet],
  decimal: [...ordnung, ...beantwortet],
  money: [...ordnung, ...beantwortet],
  date: ['mindestens', 'groesser', 'hoechstens', 'kleiner', 'gleich', 'ungleich', ...beantwortet],
  text: [
    'gleich',
    'ungleich',
    'eine-von',
    'keine-von',
    'enthaelt',
    'enthaelt-nicht',
    'beginnt',
    ...beantwortet,
  ],
  texts: ['enthaelt', 'enthaelt-nicht', 'eine-von', 'alle-von', 'keine-von', ...beantwortet],
  unknown: beantwortet,
} as const satisfies Readonly<Record<ExprKind, readonly string[]>>;

export type Vergleich = (typeof vergleiche)[ExprKind][number];

/** Whether a comparison fits what a line is about. */
export function passtZu(vergleich: string, art: ExprKind): vergleich is Vergleich {
  const known: readonly string[] = vergleiche[art];
  return known.includes(vergleich);
}

const ohneWert: ReadonlySet<Vergleich> = new Set([...beantwortet, 'ja', 'nein', 'nicht-ja']);
const mehrereWerte: ReadonlySet<Vergleich> = new Set(['eine-von', 'keine-von', 'alle-von']);

/** How many values a comparison asks for. */
export function werteZahl(vergleich: Vergleich): 'keiner' | 'einer' | 'mehrere' {
  if (ohneWert.has(vergleich)) return 'keiner';
  return mehrereWerte.has(vergleich) ? 'mehrere' : 'einer';
}
