import type { EvidenceGrade, LocalDate, Source } from '#kernel';

/** The six classes over which a rule spreads a task, in the order of the rule tables. */
export const groessenklassen = [
  'kreisfreie-stadt',
  'grosse-kreisangehoerige-stadt',
  'mittlere-kreisangehoerige-stadt',
  'kreisangehoerige-gemeinde',
  'kreis',
  'staedteregion',
] as const;

export type Groessenklasse = (typeof groessenklassen)[number];

export const groessenklasseLabel: Readonly<Record<Groessenklasse, string>> = {
  'kreisfreie-stadt': 'Kreisfreie Stadt',
  'grosse-kreisangehoerige-stadt': 'Große kreisangehörige Stadt',
  'mittlere-kreisangehoerige-stadt': 'Mittlere kreisangehörige Stadt',
  'kreisangehoerige-gemeinde': 'Kreisangehörige Gemeinde',
  kreis: 'Kreis',
  staedteregion: 'Städteregion',
};

/** The classes that a Gemeinde can have. */
export const gemeindeklassen: readonly Groessenklasse[] = groessenklassen.slice(0, 4);

export function isKreisklasse(klasse: Groessenklasse): boolean {
  return klasse === 'kreis' || klasse === 'staedteregion';
}

/** The class of a body on a day, as territory knows it. */
export interface KlasseOn {
  readonly klasse: Groessenklasse;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly source: Source;
  readonly grade: EvidenceGrade;
  readonly note: string | null;
}

export type KlasseLookup = (ags: string, date: LocalDate) => KlasseOn | null;

export const frueherNichtBelegt = 'früher nicht belegt';

/** A class counts for days before its list begins, but then only as an estimate that says so. */
export function klasseForDay(fact: KlasseOn, date: LocalDate): KlasseOn {
  if (fact.validFrom === null || fact.validFrom <= date) return fact;
  const note = fact.note?.includes(frueherNichtBelegt) ? fact.note : frueherNichtBelegt;
  return { ...fact, grade: 'einschaetzung', note };
}
