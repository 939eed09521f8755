import type { Quartal } from '#kernel';
import type { Massnahme } from './massnahme.ts';
import type { Zehntel } from './tage.ts';
import { kapazitaetIn, type Team } from './team.ts';
import type { Aufwandszeile, Vorlage } from './vorlage.ts';

/** Finds a team for each part of the work: the one chosen by hand, else the least busy one that has the skill. */
export interface Verteiler {
  /** `null` where no team of the house has the skill. */
  readonly fuerDienstleister: (massnahme: Massnahme, zeile: Aufwandszeile, tage: Zehntel) => string | null;
  /** A Fachbereich with the skill, else any of the Kommune; `null` where it stated none. */
  readonly fuerKommune: (ags: string, zeile: Aufwandszeile, tage: Zehntel) => string | null;
}

/** Makes a `Verteiler` that remembers what it gave to whom. */
export function verteiler(teams: readonly Team[], quartale: readonly Quartal[]): Verteiler {
  const open = teams.filter(({ beendet }) => !beendet);
  const haves = new Map(
    open.map((team) => [team.id, quartale.reduce((sum, quartal) => sum + kapazitaetIn(team, quartal), 0)]),
  );
  const given = new Map<string, Zehntel>();
  const take = (candidates: readonly Team[], tage: Zehntel): string | null => {
    const rated = candidates.map(({ id }) => ({
      id,
      share: ((given.get(id) ?? 0) + tage) / Math.max(1, haves.get(id) ?? 0),
    }));
    rated.sort((a, b) => a.share - b.share || (a.id < b.id ? -1 : 1));
    const best = rated[0]?.id ?? null;
    if (best !== null) given.set(best, (given.get(best) ?? 0) + tage);
    return best;
  };
  const skilled = (list: readonly Team[], faehigkeit: string) =>
    list.filter(({ faehigkeiten }) => faehigkeiten.includes(faehigkeit));
  const own = open.filter(({ ags }) => ags === null);
  const byKommune = Map.groupBy(open, ({ ags }) => ags ?? '');
  return {
    fuerDienstleister: ({ inhalt }, { faehigkeit }, tage) => {
      const chosen = own.filter(({ id }) => id === inhalt.teams[faehigkeit]);
      return take(chosen.length > 0 ? chosen : skilled(own, faehigkeit), tage);
    },
    fuerKommune: (ags, { faehigkeit }, tage) => {
      const all = byKommune.get(ags) ?? [];
      const able = skilled(all, faehigkeit);
      return take(able.length > 0 ? able : all, tage);
    },
  };
}

/** The days of the IT-Dienstleister for a Massnahme as a whole, which say whose turn it is first. */
export function gesamtaufwand({ inhalt }: Massnahme, { zeilen }: Vorlage): Zehntel {
  return zeilen
    .filter(({ seite }) => seite === 'dienstleister')
    .reduce((sum, { einmalig, jeKommune }) => sum + einmalig + jeKommune * inhalt.kommunen.length, 0);
}
