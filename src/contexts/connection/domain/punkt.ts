import type { LocalDate } from '#kernel';

/** Who can have the ball. */
export const parteien = ['kommune', 'dienstleister', 'buendler', 'betreiber'] as const;
export type Partei = (typeof parteien)[number];

/** The groups of the checklist, in the order in which an Anbindung usually walks them. */
export const gruppen = [
  'vereinbarung',
  'auftrag',
  'parameter',
  'technik',
  'test',
  'abnahme',
  'start',
  'ende',
] as const;
export type Gruppe = (typeof gruppen)[number];

/** What the go-live gate looks at for a line of the checklist. */
export const pruefungen = [
  'parameter',
  'gebuehren',
  'datenschutz',
  'texte',
  'zustellung',
  'postfach',
  'zugangsdaten',
  'menschen',
  'probelauf',
] as const;
export type Pruefung = (typeof pruefungen)[number];

/** What only some services need: a way of transport, say. A line with one counts where a service names it. */
export const bausteine = ['osci'] as const;
export type Baustein = (typeof bausteine)[number];

/** When a line is due: days after what it depends on is done, or days before the planned start. */
export type Fristregel =
  | { readonly art: 'nach-voraussetzung'; readonly tage: number }
  | { readonly art: 'vor-start'; readonly tage: number };

/** One line of the checklist. */
export interface Punkt {
  readonly id: string;
  readonly titel: string;
  readonly wer: Partei;
  readonly gruppe: Gruppe;
  readonly was: string;
  readonly wie: string;
  /** Path where it is done; `{dienst}` stands for the Onlinedienst. */
  readonly wo: string;
  readonly haengtAb: readonly string[];
  readonly frist: Fristregel | null;
  readonly nachweis: 'pflicht' | 'freiwillig';
  /** Whether what proves it can run out, or must have a last day. */
  readonly ablauf: 'keiner' | 'moeglich' | 'pflicht';
  readonly pflicht: boolean;
  /** Whether it may be marked as not applicable. */
  readonly verzichtbar: boolean;
  readonly quelle: string | null;
  /** Nobody's word but ours. */
  readonly annahme: boolean;
  readonly pruefung: Pruefung | null;
  /** For whom it counts: for all, or for services that need this. */
  readonly baustein: Baustein | null;
}

export const faktArten = ['erledigt', 'wieder-offen', 'entfaellt'] as const;
export type FaktArt = (typeof faktArten)[number];

/** What somebody said of a line. Facts are only added; the newest number of a line counts. */
export interface Fakt {
  readonly punkt: string;
  readonly nummer: number;
  readonly art: FaktArt;
  readonly nachweis: string | null;
  readonly grund: string | null;
  readonly gueltigBis: LocalDate | null;
  readonly am: Date;
  readonly von: string;
  /** The organisation for which it was said. */
  readonly haus: string;
}

/** The newest fact of each line. */
export type Lage = ReadonlyMap<string, Fakt>;

/** The newest fact of each line, whatever the order of `fakten`. */
export function lageOf(fakten: readonly Fakt[]): Lage {
  const lage = new Map<string, Fakt>();
  for (const fakt of fakten)
    if ((lage.get(fakt.punkt)?.nummer ?? 0) < fakt.nummer) lage.set(fakt.punkt, fakt);
  return lage;
}
