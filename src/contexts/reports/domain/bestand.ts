import type { LocalDate } from '#kernel';

/** The Zustaende of the compass, in their order. */
export const standZustaende = [
  'nicht-begonnen',
  'vorgemerkt',
  'geplant',
  'in-umsetzung',
  'in-erprobung',
  'online',
  'abgeschaltet',
  'nicht-anwendbar',
] as const;

export type Zustand = (typeof standZustaende)[number];

/** One duty of the Kommune as it stood on the day of the report. */
export interface BestandZeile {
  readonly id: string;
  readonly name: string;
  readonly themenfeld: string | null;
  readonly fachbereich: string | null;
  /** `null` is „keine Angabe“. */
  readonly zustand: Zustand | null;
  readonly reifegrad11: number | null;
  readonly reifegrad20: number | null;
  readonly fallzahl: number | null;
  readonly fallzahlArt: 'gezaehlt' | 'geschaetzt' | null;
  readonly geplantFuer: LocalDate | null;
  readonly umgesetztAm: LocalDate | null;
  readonly loesung: string | null;
  /** The day on which it was said. */
  readonly angegebenAm: LocalDate | null;
}

/** How many duties were online, under way or unspoken of at the end of a month. */
export interface Monat {
  readonly tag: LocalDate;
  readonly online: number;
  readonly unterwegs: number;
  readonly ohneAngabe: number;
  readonly gesamt: number;
}

/** A day or duty of OZG 2.0 that concerns the Kommune. */
export interface BestandFrist {
  readonly titel: string;
  readonly norm: string;
  readonly faelligAm: LocalDate | null;
  readonly stand: string;
  readonly tun: string;
  readonly leistungen: number;
  readonly quelle: string;
}

/** Everything that a report counts, taken once: its figures follow from nothing else. */
export interface Bestand {
  readonly stichtag: LocalDate;
  readonly ags: string;
  readonly kommune: string;
  readonly einwohner: { readonly zahl: number; readonly stichtag: LocalDate; readonly quelle: string } | null;
  readonly katalog: { readonly titel: string; readonly stand: LocalDate };
  readonly fristenStand: LocalDate | null;
  readonly pflichten: readonly BestandZeile[];
  readonly verlauf: readonly Monat[];
  readonly fristen: readonly BestandFrist[];
}
