import { nearPlaces, rowsByAgs, rowsByArs, rowsByPosition } from './find-by-key.ts';
import { rowsByName, rowsByNameWithin, rowsOfWholeName } from './find-by-name.ts';
import type { Place, PlaceAnswer, PlaceQuestion, PlaceRow } from './place.ts';
import type { PlaceIndex } from './place-index.ts';
import { placeWords } from './place-words.ts';

/**
 * Finds a place by Postleitzahl, name, address line, AGS, ARS or position. Several Gemeinden of a Postleitzahl or a name
 * ask; a position is an estimate and always asks; a former Gemeinde leads to its successor. Never throws.
 */
export function placesOf(index: PlaceIndex, question: PlaceQuestion): PlaceAnswer {
  if (typeof question === 'string') return placesOfText(index, question.slice(0, 300));
  if ('plz' in question) return ofPlz(index, question.plz);
  if ('ags' in question) return answer(index, rowsByAgs(index, question.ags), severalOfKey);
  if ('ars' in question) return answer(index, rowsByArs(index, question.ars), severalOfKey);
  return ofPosition(index, question.lat, question.lon);
}

const severalOfKey = 'Dieser Schlüssel gehört zu mehreren Gemeinden. Welche meinen Sie?';
const severalOfName = 'Diesen Namen tragen mehrere Gemeinden. Welche meinen Sie?';
const contradicting = 'Postleitzahl und Ort passen nicht zusammen. Was ist richtig?';
const estimated =
  'Ihr Ort ist aus der Position geschätzt: Es sind die nächsten Gemeinden nach ihrem Mittelpunkt. Bitte wählen Sie Ihre.';

function placesOfText(index: PlaceIndex, text: string): PlaceAnswer {
  const digits = text.replace(/\s/g, '');
  if (/^\d{5}$/.test(digits)) return ofPlz(index, digits);
  if (/^\d{8}$/.test(digits)) return answer(index, rowsByAgs(index, digits), severalOfKey);
  if (/^\d{12}$/.test(digits)) return answer(index, rowsByArs(index, digits), severalOfKey);
  const point = /^(-?\d{1,3}\.\d+)[,;\s]+(-?\d{1,3}\.\d+)$/.exec(text.trim());
  if (point) return ofPosition(index, Number(point[1]), Number(point[2]));
  const plz = /(?<!\d)\d{5}(?!\d)/.exec(text);
  if (plz) return ofAddress(index, plz[0], text.slice(plz.index + 5), text.slice(0, plz.index));
  return ofWords(index, text);
}

function ofPlz(index: PlaceIndex, plz: string): PlaceAnswer {
  const frage = `Die Postleitzahl ${plz} gehört zu mehreren Gemeinden. In welcher wohnen Sie?`;
  const rows = index.byPlz.get(plz);
  // No Postleitzahl, but perhaps the key of a Kreis.
  if (rows === undefined) return answer(index, rowsByAgs(index, plz), severalOfKey);
  return answer(index, rows, frage, plz);
}

/** „Marktplatz 1, 32657 Lemgo“: the Postleitzahl decides, the name tells apart; where they contradict one asks. */
function ofAddress(index: PlaceIndex, plz: string, after: string, before: string): PlaceAnswer {
  const byPlz = index.byPlz.get(plz) ?? [];
  const named = namedIn(index, [...after.split(','), ...before.split(',').toReversed()]);
  if (byPlz.length === 0) return named.length > 0 ? answer(index, named, severalOfName) : none(index, after);
  const today = new Set(named.map((row) => successorOf(index, row).row));
  const both = byPlz.filter((row) => today.has(row));
  if (both.length > 0) return answer(index, both, `In welcher Gemeinde mit ${plz} wohnen Sie?`, plz);
  const contradicts = after.trim() !== '' && namedIn(index, [after]).length > 0;
  return contradicts ? answer(index, [...byPlz, ...today], contradicting) : ofPlz(index, plz);
}

/** The first part that names a Gemeinde; a part with a house number is a street. */
function namedIn(index: PlaceIndex, parts: readonly string[]): readonly PlaceRow[] {
  for (const part of parts) {
    if (/\d/.test(part)) continue;
    const words = placeWords(part);
    for (let length = words.length; length > 0; length -= 1) {
      const found = rowsByName(index, words.slice(0, length));
      if (found.length > 0) return found;
    }
  }
  return [];
}

function ofWords(index: PlaceIndex, text: string): PlaceAnswer {
  const parts = text.split(',');
  const [name = [], ...within] = parts.map(placeWords);
  const inside = rowsByNameWithin(index, name, within.flat());
  if (inside.length > 0) return answer(index, inside, severalOfName);
  const named = rowsByName(index, placeWords(text));
  if (named.length > 0) return answer(index, named, severalOfName);
  for (const part of parts.length > 1 ? parts.toReversed() : []) {
    const found = /\d/.test(part) ? [] : rowsByName(index, placeWords(part));
    if (found.length > 0) return answer(index, found, severalOfName);
  }
  const whole = rowsOfWholeName(index, placeWords(beforeHyphen(text)));
  return whole.length > 0 ? answer(index, whole, severalOfName) : none(index, text);
}

/** „Berlin“ of „Berlin-Mitte“: parts of a Gemeinde are not known, the Gemeinde is. */
function beforeHyphen(text: string): string {
  const parts = text.split(/[-–]/);
  return parts.length > 1 ? (parts[0] ?? '') : '';
}

/** The answer where the name is known already. */
export function answerOfRows(index: PlaceIndex, rows: readonly PlaceRow[]): PlaceAnswer {
  return answer(index, rows, severalOfName);
}

function ofPosition(index: PlaceIndex, lat: number, lon: number): PlaceAnswer {
  const rows = rowsByPosition(index, lat, lon);
  if (rows.length === 0) return { kind: 'none', near: [] };
  return { kind: 'several', places: rows.map((row) => placeOf(row)), frage: estimated };
}

function none(index: PlaceIndex, text: string): PlaceAnswer {
  const rows = nearPlaces(index, text).map((row) => successorOf(index, row).row);
  return { kind: 'none', near: [...new Set(rows)].map((row) => placeOf(row)) };
}

function answer(
  index: PlaceIndex,
  rows: readonly PlaceRow[],
  frage: string,
  plz: string | null = null,
): PlaceAnswer {
  const found = new Map(rows.map((row) => successorOf(index, row)).map((each) => [each.row, each.via]));
  const [only] = found;
  if (only === undefined) return { kind: 'none', near: [] };
  if (found.size === 1) return { kind: 'one', place: placeOf(only[0], plz), via: only[1] };
  const places = [...found.keys()].map((row) => placeOf(row, plz));
  return { kind: 'several', places, frage };
}

/** Where a Gemeinde that was merged belongs today, and a sentence about it. */
function successorOf(
  index: PlaceIndex,
  row: PlaceRow,
): { readonly row: PlaceRow; readonly via: string | null } {
  const merger = index.mergers.get(row.ags);
  const successor = merger && index.byAgs.get(merger.nachAgs);
  if (merger === undefined || successor === undefined) return { row, via: null };
  const since = merger.seit.split('-').toReversed().join('.');
  const same = merger.name === merger.nachName;
  const via = same
    ? `${row.name} hat seit dem ${since} den Schlüssel ${merger.nachAgs} (${successor.kreis ?? successor.land}).`
    : `${merger.name} gehört seit dem ${since} zu ${merger.nachName}.`;
  return { row: successor, via };
}

/** A Gemeinde as answers name it; `plz` where one was asked for. */
export function placeOf(row: PlaceRow, plz: string | null = null): Place {
  const only = row.plz.length === 1 ? (row.plz[0] ?? null) : null;
  return {
    ags: row.ags,
    ars: row.ars,
    name: row.name,
    kreis: row.kreis,
    land: row.land,
    plz: plz ?? only,
  };
}
