import { foldGerman } from '#kernel';

/** An entry of `/v3/locations`: a Gemeinde, or (ours) a Kreis or Land as the area of a search. */
export interface Location {
  readonly ars: string;
  readonly ags: string;
  /** The Postleitzahl that was asked for, or the only one; null where there are several. */
  readonly zip: string | null;
  readonly name: string;
  /** The Gemeinde that the place lies in; null for a Kreis or Land. */
  readonly gemeinde: string | null;
  readonly kreis: string | null;
  readonly land: string;
  readonly art: 'ORT' | 'KREIS' | 'LAND';
}

/** What the list is made of. */
export interface Ort {
  readonly ags: string;
  readonly ars: string;
  readonly name: string;
  readonly kreis: string | null;
  readonly kreisAgs: string | null;
  readonly land: string;
  readonly landCode: string;
  readonly plz: readonly string[];
  readonly einwohner: number | null;
}

interface Entry {
  readonly location: Location;
  readonly folded: string;
  readonly plz: readonly string[];
  readonly einwohner: number;
}

export type LocationList = readonly Entry[];

/** All places by name, the largest first; Kreise and Länder behind them. */
export function locationList(orte: Iterable<Ort>): LocationList {
  const [gemeinden, kreise, laender] = [[], new Map(), new Map()] as [
    Entry[],
    Map<string, Entry>,
    Map<string, Entry>,
  ];
  for (const { ags, ars, name, kreis, kreisAgs, land, landCode, plz, einwohner } of orte) {
    const only = plz.length === 1 ? (plz[0] ?? null) : null;
    const base = { kreis, land };
    const ort = { ars, ags, zip: only, name, gemeinde: name, art: 'ORT', ...base } as const;
    gemeinden.push(entryOf(ort, plz, einwohner ?? 0));
    if (kreis !== null && kreisAgs !== null && !kreise.has(kreisAgs))
      kreise.set(kreisAgs, entryOf(areaOf(kreisAgs, kreis, { ...base, art: 'KREIS' })));
    if (!laender.has(landCode))
      laender.set(landCode, entryOf(areaOf(landCode, land, { kreis: null, land, art: 'LAND' })));
  }
  gemeinden.sort((a, b) => b.einwohner - a.einwohner);
  return [...gemeinden, ...kreise.values(), ...laender.values()];
}

function areaOf(key: string, name: string, more: Pick<Location, 'kreis' | 'land' | 'art'>): Location {
  return { ars: key.padEnd(12, '0'), ags: key, zip: null, name, gemeinde: null, ...more };
}

function entryOf(location: Location, plz: readonly string[] = [], einwohner = 0): Entry {
  return { location, folded: foldGerman(location.name), plz, einwohner };
}

/** The entries whose name, or one of its words, begins so, or whose Postleitzahl or key does; exact names first. */
export function locationsBeginning(list: LocationList, text: string): readonly Location[] {
  const wanted = foldGerman(text.trim()).replace(/\s+/g, ' ');
  if (wanted === '') return [];
  if (/^\d+$/.test(wanted)) return list.flatMap((entry) => byDigits(entry, wanted) ?? []);
  const [exact, begins, inside]: [Location[], Location[], Location[]] = [[], [], []];
  for (const { location, folded } of list) {
    if (folded === wanted) exact.push(location);
    else if (folded.startsWith(wanted)) begins.push(location);
    else if (folded.includes(` ${wanted}`) || folded.includes(`-${wanted}`)) inside.push(location);
  }
  return [...exact, ...begins, ...inside];
}

function byDigits({ location, plz }: Entry, digits: string): Location | null {
  const zip = digits.length <= 5 ? plz.find((each) => each.startsWith(digits)) : undefined;
  if (zip !== undefined) return { ...location, zip: digits.length === 5 ? zip : location.zip };
  return digits.length >= 8 && (location.ags === digits || location.ars === digits) ? location : null;
}
