/** What a Leistung is judged by: the six official criteria, the demand, and the day by which a law wants it. */
export const kriterien = [
  'ozg-prioritaet',
  'fallzahlen',
  'komplexitaet',
  'digitalisierungspotenzial',
  'kosten-zeit',
  'relevanz',
  'bedarf',
  'frist',
] as const;

export type Kriterium = (typeof kriterien)[number];

/** The top of every scale: values are whole thousandths, so that sums and ranks are exact. */
export const skala = 1000;

/** Where a value comes from; `unbekannt` is no value. */
export const herkuenfte = [
  'angabe',
  'angabe-ozg',
  'katalog',
  'stand',
  'loesungen',
  'gesetz',
  'bedarfsabfrage',
  'unbekannt',
] as const;

export type Herkunft = (typeof herkuenfte)[number];

/** What is known of one Leistung by one criterion, with the sentence that says where from. */
export interface Beleg {
  /** 0 … 1000; `null` where nobody knows. */
  readonly wert: number | null;
  readonly herkunft: Herkunft;
  readonly satz: string;
}

/** How a value that nobody knows counts: as half of the scale, as nothing, or in full. */
export const unbekanntRegeln = ['mitte', 'null', 'voll'] as const;

export type UnbekanntRegel = (typeof unbekanntRegeln)[number];

export const ersatzwert: Readonly<Record<UnbekanntRegel, number>> = { mitte: 500, null: 0, voll: 1000 };

/** A record over all criteria. */
export function jeKriterium<T>(
  make: (kriterium: Kriterium, index: number) => T,
): Readonly<Record<Kriterium, T>> {
  return Object.fromEntries(
    kriterien.map((kriterium, index) => [kriterium, make(kriterium, index)]),
  ) as Record<Kriterium, T>;
}
