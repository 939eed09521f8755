import type { LocalDate } from '#kernel';
import type { Befugnisart } from './befugnis.ts';
import type { ErsterZeitraum } from './erster-zeitraum.ts';

export const bestellzustaende = [
  'vorbereitet',
  'gezeichnet',
  'angenommen',
  'abgelehnt',
  'zurueckgezogen',
  'beendet',
] as const;
export type Bestellzustand = (typeof bestellzustaende)[number];

export const bestellschritte = ['zeichnen', 'annehmen', 'ablehnen', 'zurueckziehen', 'beenden'] as const;
export type Bestellschritt = (typeof bestellschritte)[number];

const folgt: Readonly<Record<Bestellzustand, Partial<Record<Bestellschritt, Bestellzustand>>>> = {
  vorbereitet: { zeichnen: 'gezeichnet', zurueckziehen: 'zurueckgezogen' },
  gezeichnet: { annehmen: 'angenommen', ablehnen: 'abgelehnt', zurueckziehen: 'zurueckgezogen' },
  angenommen: { beenden: 'beendet' },
  abgelehnt: {},
  zurueckgezogen: {},
  beendet: {},
};

/** The state after a step, or `null` where the step is not possible in that state. */
export function nachBestellschritt(zustand: Bestellzustand, schritt: Bestellschritt): Bestellzustand | null {
  return folgt[zustand][schritt] ?? null;
}

/** Of these a Kommune has at most one for a service. */
export const offeneZustaende: readonly Bestellzustand[] = ['vorbereitet', 'gezeichnet', 'angenommen'];

export const vergabearten = [
  'inhouse',
  'zusammenarbeit',
  'abruf',
  'direktauftrag',
  'wettbewerb',
  'sonstiges',
] as const;
/** On which ground the Kommune may give this contract. */
export type Vergabeart = (typeof vergabearten)[number];

/** Stands for the sheet where the price is a share of apportioned cost, which has none. */
export const ohnePreisblatt = 0;

/** What is ordered, as it stood when the order was prepared. */
export interface Bestellinhalt {
  readonly titel: string;
  readonly fassung: string;
  readonly haus: string;
  readonly preisblatt: number;
  readonly jahrCent: number;
  readonly ersteCent: number;
  readonly einmaligCent: number;
  readonly erlaeuterung: string;
  /** `null` for a contract without an end. */
  readonly laufzeitJahre: number | null;
  readonly wertCent: number;
  readonly laufendeVerwaltung: boolean;
  readonly laufendGrund: string;
  readonly vergabe: Vergabeart;
  readonly vergabeGrund: string;
  readonly beginn: LocalDate | null;
  readonly rahmen: { readonly id: string; readonly titel: string } | null;
  readonly leistungen: readonly { readonly leika: string; readonly name: string }[];
  readonly norm: string;
  readonly bemerkung: string;
}

/** Who signed, as whom, on what, and how. */
export interface Zeichnung {
  readonly am: LocalDate;
  readonly von: string;
  readonly als: Befugnisart;
  readonly befugnis: string;
  readonly wie: 'hier' | 'papier';
  /** The signed paper, where there is one. */
  readonly datei: string | null;
}

export interface Bestellung {
  readonly tenant: string;
  readonly id: string;
  readonly empfaenger: string;
  readonly dienst: string;
  readonly ags: string;
  readonly kommune: string;
  readonly zustand: Bestellzustand;
  /** Counts the changes; who changes names the one that was read. */
  readonly version: number;
  readonly inhalt: Bestellinhalt;
  readonly vorbereitetAm: Date;
  readonly zeichnung: Zeichnung | null;
  /** What the provider said, and when. */
  readonly entschiedenAm: LocalDate | null;
  readonly zeitraum: ErsterZeitraum | null;
  /** Why it was declined or withdrawn. */
  readonly grund: string | null;
  readonly beendetZum: LocalDate | null;
  /** When its state changed last. */
  readonly geaendertAm: Date;
}
