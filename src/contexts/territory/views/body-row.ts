import type { LocalDate } from '#kernel';
import { groessenklasseOn } from '../domain/groessenklasse-on.ts';
import type { Body, Einwohner, GroessenklasseOn, Land, Territory } from '../domain/territory.ts';

/** One line of the list of bodies, as of a day. */
export interface BodyRow {
  readonly body: Body;
  readonly klasse: GroessenklasseOn | null;
  readonly kreis: Body | null;
  readonly land: Land | null;
  /** The newest figure on or before the day. */
  readonly einwohner: Einwohner | null;
  readonly plz: readonly string[];
}

/** The newest figure on or before a day; what came later is not known then. */
export function einwohnerOn(territory: Territory, ags: string, date: LocalDate): Einwohner | null {
  return territory.einwohnerByAgs.get(ags)?.find(({ stichtag }) => stichtag <= date) ?? null;
}

/** All bodies as rows. */
export function bodyRows(territory: Territory, date: LocalDate): readonly BodyRow[] {
  const laender = new Map(territory.laender.map((land) => [land.code, land]));
  return territory.bodies.map((body) => ({
    body,
    klasse: groessenklasseOn(territory, body.ags, date),
    kreis: (body.kreisAgs !== null && territory.bodyByAgs.get(body.kreisAgs)) || null,
    land: laender.get(body.land) ?? null,
    einwohner: einwohnerOn(territory, body.ags, date),
    plz: territory.plzByAgs.get(body.ags) ?? [],
  }));
}
