import type { Verdict } from '#duties';
import { bezirkKeyOf } from '#standards/regional-keys';
import type { Place } from '../domain/place.ts';
import type { Route } from '../domain/route.ts';
import type { RoutingWorld } from '../routing-world.ts';

/** The body that acts. */
export type Stelle = NonNullable<Route['stelle']>;

const landOfTheRules = 'Nordrhein-Westfalen';

/** The body that a verdict names, with its level and area; null where nobody is named. */
export function stelleOf(world: RoutingWorld, verdict: Verdict, place: Place): Stelle | null {
  const { stelle } = verdict;
  const laenderArs = `${place.ags.slice(0, 2)}0000000000`;
  switch (verdict.verdict) {
    case 'Bund':
      return {
        name: stelle?.name ?? 'eine Behörde des Bundes',
        ags: null,
        ars: '000000000000',
        art: 'bund',
      };
    case 'Land':
      return { name: stelle?.name ?? `Land ${place.land}`, ags: null, ars: laenderArs, art: 'land' };
    case 'nicht einschlägig':
    case 'offen':
      return null;
    case 'selbst':
    case 'Kreis':
    case 'andere Stelle':
      return stelle && bodyStelle(world, stelle.name, stelle.ags);
  }
}

/**
 * The key of the body whose Onlinedienst counts: the one that acts, for a Bezirksregierung its Regierungsbezirk, the
 * Gemeinde where nobody knows who acts. Null for bodies without a key.
 */
export function offeringBody(stelle: Stelle | null, place: Place): string | null {
  if (stelle === null) return place.ags;
  if (stelle.art === 'land' && stelle.name === 'Bezirksregierung') return bezirkKeyOf(place.ags);
  return stelle.ags;
}

function bodyStelle(world: RoutingWorld, name: string, ags: string | null): Stelle {
  if (ags === null) return { name, ags: null, ars: null, art: 'andere' };
  if (ags.length === 5) return { name, ags, ars: `${ags}0000000`, art: 'kreis' };
  return { name, ags, ars: world.places.byAgs.get(ags)?.ars ?? null, art: 'gemeinde' };
}

/** Why nobody can be named; outside Nordrhein-Westfalen it says that no rules are known there. */
export function offenText({ verdict, open }: Verdict, place: Place): string | null {
  if (verdict !== 'offen') return null;
  if (place.land !== landOfTheRules)
    return `Für ${place.land} sind keine Regeln der Zuständigkeit erfasst. Entschieden ist dort nur, was der Bund selbst ausführt.`;
  return open?.text ?? 'Die Zuständigkeit ist nicht entschieden.';
}
