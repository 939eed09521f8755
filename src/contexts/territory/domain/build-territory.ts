import type { LocalDate, Source } from '#kernel';
import { indexNames, isKreis } from './body-names.ts';
import type { Lagepunkt } from './ort.ts';
import type { Schwelle } from './schwelle.ts';
import type { Bestand, Body, Einwohner, GroessenklasseFact, Land, Territory } from './territory.ts';

/** The number of people in a Gemeinde on a day. */
export interface EinwohnerFact extends Einwohner {
  readonly ags: string;
}

/** The parts of which a territory is made. */
export interface TerritoryParts {
  readonly version: number;
  readonly bestaende: readonly Bestand[];
  readonly laender: readonly Land[];
  readonly bodies: readonly Body[];
  readonly klassen: readonly GroessenklasseFact[];
  /** Of several facts about the same day the last one counts. */
  readonly einwohner: readonly EinwohnerFact[];
  readonly schwellen: readonly Schwelle[];
  readonly plz: readonly { readonly plz: string; readonly ags: string }[];
  readonly lagepunkte: ReadonlyMap<string, Lagepunkt>;
}

/** Puts the parts together: indexes by key, name, Kreis and PLZ, and the population of each Kreis as a sum. */
export function buildTerritory(parts: TerritoryParts): Territory {
  const gemeindenByKreis = gemeindenOfKreise(parts.bodies);
  const klassenByAgs = Map.groupBy(parts.klassen, ({ ags }): string => ags);
  return {
    version: parts.version,
    bestaende: parts.bestaende,
    laender: parts.laender,
    bodies: parts.bodies,
    bodyByAgs: new Map(parts.bodies.map((body) => [body.ags, body])),
    bodiesByName: indexNames(parts.bodies),
    gemeindenByKreis,
    klassenByAgs,
    schwellen: parts.schwellen,
    einwohnerByAgs: einwohnerByAgs(parts.einwohner, gemeindenByKreis),
    plzByAgs: listsBy(parts.plz, 'ags', 'plz'),
    agsByPlz: listsBy(parts.plz, 'plz', 'ags'),
    lagepunktByAgs: parts.lagepunkte,
  };
}

function gemeindenOfKreise(bodies: readonly Body[]): ReadonlyMap<string, readonly Body[]> {
  const gemeinden = bodies.filter((body) => !isKreis(body) && body.kreisAgs !== null);
  return Map.groupBy(gemeinden, (body): string => body.kreisAgs ?? '');
}

function einwohnerByAgs(
  facts: readonly EinwohnerFact[],
  gemeindenByKreis: ReadonlyMap<string, readonly Body[]>,
): ReadonlyMap<string, readonly Einwohner[]> {
  const lastOfDay = new Map(facts.map((fact) => [`${fact.ags} ${fact.stichtag}`, fact]));
  const newestFirst = [...lastOfDay.values()].sort((a, b) => (a.stichtag < b.stichtag ? 1 : -1));
  const byAgs = new Map<string, readonly Einwohner[]>(
    [...Map.groupBy(newestFirst, ({ ags }) => ags)].map(([ags, rows]) => [ags, rows.map(withoutAgs)]),
  );
  for (const [kreis, gemeinden] of gemeindenByKreis) byAgs.set(kreis, sumOfKreis(gemeinden, byAgs));
  return byAgs;
}

function withoutAgs({ stichtag, zahl, source }: EinwohnerFact): Einwohner {
  return { stichtag, zahl, source };
}

/** The sums for the days on which every Gemeinde has a figure; a sum with a gap would be a false one. */
function sumOfKreis(
  gemeinden: readonly Body[],
  byAgs: ReadonlyMap<string, readonly Einwohner[]>,
): readonly Einwohner[] {
  const sums = new Map<LocalDate, { count: number; zahl: number; source: Source }>();
  for (const { ags } of gemeinden) {
    for (const { stichtag, zahl, source } of byAgs.get(ags) ?? []) {
      const sum = sums.get(stichtag) ?? { count: 0, zahl: 0, source };
      sums.set(stichtag, { count: sum.count + 1, zahl: sum.zahl + zahl, source });
    }
  }
  return [...sums]
    .filter(([, { count }]) => count === gemeinden.length)
    .map(([stichtag, { zahl, source }]) => ({ stichtag, zahl, source }))
    .toSorted((a, b) => (a.stichtag < b.stichtag ? 1 : -1));
}

function listsBy<K extends 'ags' | 'plz', V extends 'ags' | 'plz'>(
  rows: TerritoryParts['plz'],
  key: K,
  value: V,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    [...Map.groupBy(rows, (row) => row[key])].map(([name, group]) => [name, group.map((row) => row[value])]),
  );
}
