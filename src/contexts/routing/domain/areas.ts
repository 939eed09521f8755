import { foldGerman } from '#kernel';
import type { PlaceRow } from './place.ts';
import type { PlaceIndex } from './place-index.ts';
import { matchesWildcard, type WildcardPattern } from './wildcard.ts';

/** An area of the Routing API: a Land, a Kreis or a Gemeinde. */
export interface Area {
  /** 2, 5 or 12 digits. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** An area with what is searched in it. */
interface SearchedArea extends Area {
  readonly folded: string;
  readonly plz: readonly string[];
}

/** All areas of the country: Länder, Kreise, Gemeinden, each in the order of the alphabet. */
export function areasOf(index: PlaceIndex): readonly SearchedArea[] {
  const today = index.rows.filter(({ ags }) => !index.mergers.has(ags));
  const laender = new Map(today.map((row) => [row.landCode, row.land]));
  const kreise = new Map(
    today.flatMap((row) => (row.kreisAgs && row.kreis ? [[row.kreisAgs, row.kreis] as const] : [])),
  );
  return [
    ...[...laender].map(([id, name]) => area(id, name, 'Bundesland', [])),
    ...[...kreise].map(([id, name]) => area(id, name, kreisType(name), [])),
    ...today.map((row) => area(row.ars, row.name, row.bezeichnung, row.plz)),
  ].toSorted((a, b) => a.id.length - b.id.length || order(a.folded, b.folded) || order(a.id, b.id));
}

/** The areas that fit all expressions; an expression of digits is a Postleitzahl. */
export function searchAreas(
  areas: readonly SearchedArea[],
  patterns: readonly WildcardPattern[],
): readonly Area[] {
  return areas
    .filter(({ folded, plz }) =>
      patterns.every(
        (pattern) =>
          matchesWildcard(pattern, folded) ||
          (isDigits(pattern) && plz.some((each) => matchesWildcard(pattern, each))),
      ),
    )
    .map(({ id, name, type }) => ({ id, name, type }));
}

/**
 * The Gemeinden in an area, named by 2 digits (Land), 3 (Land and Regierungsbezirk), 5 (Kreis or kreisfreie Stadt), 8 (AGS),
 * 9 (Verband) or 12 (ARS). A former Gemeinde stands for its successor; an unknown key has none.
 */
export function rowsOfArea(index: PlaceIndex, key: string): readonly PlaceRow[] {
  if (!/^\d+$/.test(key)) return [];
  const exact =
    key.length === 8 ? index.byAgs.get(key) : key.length === 12 ? index.byArs.get(key) : undefined;
  if (exact) return [successorOf(index, exact)];
  if (key.length === 12) return key.endsWith('0000000') ? rowsOfArea(index, key.slice(0, 5)) : [];
  if (![2, 3, 5, 9].includes(key.length)) return [];
  return index.rows.filter(({ ags, ars }) => ars.startsWith(key) && !index.mergers.has(ags));
}

function successorOf(index: PlaceIndex, row: PlaceRow): PlaceRow {
  return index.byAgs.get(index.mergers.get(row.ags)?.nachAgs ?? row.ags) ?? row;
}

function area(id: string, name: string, type: string, plz: readonly string[]): SearchedArea {
  return { id, name, type, plz, folded: foldGerman(name) };
}

function kreisType(name: string): string {
  if (/region/i.test(name)) return 'Kommunalverband besonderer Art';
  return /^landkreis/i.test(name) ? 'Landkreis' : 'Kreis';
}

function isDigits({ parts }: WildcardPattern): boolean {
  return parts.every((part) => /^\d+$/.test(part));
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
