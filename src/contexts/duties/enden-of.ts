import type { Leistungsende } from '#catalogue';
import type { Enden } from './domain/ende.ts';

/** The ends that verdicts rest on: what the catalogue knows to have ended; where no end is proven, none. */
export function endenOf(facts: readonly Leistungsende[]): Enden {
  return new Map(
    facts.flatMap(({ leistungId, endetAm, grund, quelle, quelleUrl, evidenz, hinweis }) => {
      if (endetAm === null) return [];
      const source = { title: quelle, url: quelleUrl };
      return [[leistungId, { leistungId, letzterTag: endetAm, grund, source, evidenz, note: hinweis }]];
    }),
  );
}
