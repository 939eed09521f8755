/** One line of the go-live check, as efa gives it. */
export interface Zeile {
  readonly id: string;
  readonly what: string;
  readonly ok: boolean;
  readonly required: boolean;
  readonly who: string;
  readonly how: string;
  readonly href: string | null;
}

/** What the lines of the gate are about, in the order in which they are shown. */
export const themen = [
  'checkliste',
  'parameter',
  'gebuehren',
  'texte',
  'datenschutz',
  'zustellung',
  'bezirke',
  'menschen',
  'zustaendigkeit',
  'sonstiges',
] as const;
export type Thema = (typeof themen)[number];

const prefixes: readonly (readonly [string, Thema])[] = [
  ['checkliste', 'checkliste'],
  ['gebuehren', 'gebuehren'],
  ['parameter', 'parameter'],
  ['formular', 'parameter'],
  ['stelle', 'parameter'],
  ['texte', 'texte'],
  ['datenschutz', 'datenschutz'],
  ['adressat', 'bezirke'],
  ['zustellpunkt', 'zustellung'],
  ['schluessel', 'zustellung'],
  ['postfach', 'zustellung'],
  ['zugangsdaten', 'zustellung'],
  ['sachbearbeitung', 'menschen'],
  ['zustaendigkeit', 'zustaendigkeit'],
  ['land', 'zustaendigkeit'],
];

/** What a line is about, by its id. */
export function themaOf({ id }: Pick<Zeile, 'id'>): Thema {
  return prefixes.find(([prefix]) => id === prefix || id.startsWith(`${prefix}-`))?.[1] ?? 'sonstiges';
}

export interface Gruppe {
  readonly thema: Thema;
  readonly zeilen: readonly Zeile[];
  /** How many required lines are not fulfilled. */
  readonly fehlen: number;
}

/** The lines of the gate by what they are about; what holds the start up comes first in each group. */
export function gruppiert(zeilen: readonly Zeile[]): readonly Gruppe[] {
  const byThema = Map.groupBy(zeilen, themaOf);
  return themen.flatMap((thema) => {
    const own = byThema.get(thema);
    if (own === undefined) return [];
    const sorted = own.toSorted((a, b) => rank(a) - rank(b));
    return [{ thema, zeilen: sorted, fehlen: sorted.filter(haeltAuf).length }];
  });
}

/** Whether a line holds the start up. */
export function haeltAuf({ ok, required }: Pick<Zeile, 'ok' | 'required'>): boolean {
  return required && !ok;
}

function rank(zeile: Zeile): number {
  return haeltAuf(zeile) ? 0 : zeile.ok ? 2 : 1;
}
