/** The eight groups of the EfA minimum requirements (docs.fitko.de, „EfA-Mindestanforderungen“), each judged by itself. */
export const efaKriterien = [
  'oberflaeche',
  'fachlogik',
  'nutzerkonto',
  'bezahlen',
  'datenaustausch',
  'transport',
  'recht',
  'organisation',
] as const;

export type EfaKriterium = (typeof efaKriterien)[number];
export const efaUrteile = ['erfuellt', 'nicht-erfuellt'] as const;
export type EfaUrteil = (typeof efaUrteile)[number];

/** What was judged; a criterion without an entry is unknown, never counted as not met. */
export type EfaUrteile = Readonly<Partial<Record<EfaKriterium, EfaUrteil>>>;

export interface EfaStand {
  readonly erfuellt: number;
  readonly nichtErfuellt: number;
  readonly unbekannt: number;
  readonly von: number;
}

/** Counts the criteria; the share is `erfuellt / von`, exact. */
export function efaStand(urteile: EfaUrteile): EfaStand {
  const count = (wanted: EfaUrteil) => efaKriterien.filter((each) => urteile[each] === wanted).length;
  const erfuellt = count('erfuellt');
  const nichtErfuellt = count('nicht-erfuellt');
  const von = efaKriterien.length;
  return { erfuellt, nichtErfuellt, unbekannt: von - erfuellt - nichtErfuellt, von };
}

export const efaBereitschaften = ['erfuellt', 'teilweise', 'nicht-erfuellt', 'keine-angabe'] as const;
export type EfaBereitschaft = (typeof efaBereitschaften)[number];

/** `erfuellt` only where every single criterion is met. */
export function efaBereitschaft(urteile: EfaUrteile): EfaBereitschaft {
  const { erfuellt, unbekannt, von } = efaStand(urteile);
  if (erfuellt === von) return 'erfuellt';
  if (unbekannt === von) return 'keine-angabe';
  return erfuellt > 0 ? 'teilweise' : 'nicht-erfuellt';
}
