import type { LeistungId } from '../catalogue.ts';
import { factsText, type LeistungFacts, type RawLeistung } from './raw-leistung.ts';

/**
 * Where a table says exactly what a former Fassung said, row for row, its rows are the Leistungen of that Fassung: no
 * decision that was made in between can exchange two of them. The youngest such Fassung counts; null where there is none.
 */
export function asFormerFassung(
  former: readonly (readonly LeistungFacts[])[],
  rows: readonly RawLeistung[],
): ReadonlyMap<number, LeistungId> | null {
  const [first] = rows;
  if (!first) return null;
  const textOf = (row: RawLeistung | LeistungFacts) => factsText(row, first);
  const names = new Set(rows.map(({ name }) => name));
  for (const leistungen of former.toReversed()) {
    // Most Fassungen are told apart by their names alone.
    const alike = leistungen.length === rows.length && leistungen.every(({ name }) => names.has(name));
    const found = alike ? idsOf(leistungen, rows, textOf) : null;
    if (found) return found;
  }
  return null;
}

function idsOf(
  leistungen: readonly LeistungFacts[],
  rows: readonly RawLeistung[],
  textOf: (row: RawLeistung | LeistungFacts) => string,
): ReadonlyMap<number, LeistungId> | null {
  const ids = new Map<string, LeistungId[]>();
  for (const one of leistungen.toReversed()) {
    const text = textOf(one);
    ids.set(text, [...(ids.get(text) ?? []), one.id]);
  }
  const idByLine = new Map<number, LeistungId>();
  for (const row of rows) {
    const id = ids.get(textOf(row))?.pop();
    if (id === undefined) return null;
    idByLine.set(row.line, id);
  }
  return idByLine;
}
