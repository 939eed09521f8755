import type {
  Beitrittsregel,
  Beschluss,
  Finanzierung,
  Kostenart,
  Rundung,
  Steuerzuordnung,
  Uebertrag,
  Zahler,
} from './domain/kostenplan.ts';
import type { Monat } from './domain/monat.ts';

/** Where a key of a plan takes its weights from. */
export type Schluesselbezug =
  /** A kept table, in its newest Fassung when the plan is composed. */
  | {
      readonly art: 'tabelle';
      readonly id: string;
      readonly tabelle: string;
      /** Shares of a hundred, related to those who take part. */
      readonly angepasst: boolean;
    }
  /** The cases that were counted in a year. */
  | { readonly art: 'nutzung'; readonly id: string; readonly jahr: number }
  /** Every payer alike. */
  | { readonly art: 'gleich'; readonly id: string }
  | {
      readonly art: 'kombination';
      readonly id: string;
      readonly titel: string;
      readonly teile: readonly { readonly schluessel: string; readonly gewicht: string }[];
    };

/** A position as it is kept: amounts as whole cents in a number. */
export interface Planposition {
  readonly id: string;
  readonly titel: string;
  readonly art: Kostenart;
  readonly betrag:
    | { readonly art: 'fest'; readonly cent: number }
    | { readonly art: 'je-fall'; readonly preisCent: string };
  readonly schluessel: string;
  readonly steuer: readonly Steuerzuordnung[];
  readonly von?: Monat | undefined;
  readonly bis?: Monat | undefined;
  readonly merkmal?: string | undefined;
}

/** What an earlier year left, as it is kept. */
export type PlanUebertrag = Omit<Uebertrag, 'cent'> & { readonly cent: number };

/** A Kostenplan as a house states it: it names its keys, their weights are looked up when it is composed. */
export interface PlanInhalt {
  readonly titel: string;
  readonly von: Monat;
  readonly bis: Monat;
  readonly positionen: readonly Planposition[];
  readonly schluessel: readonly Schluesselbezug[];
  readonly finanzierung: Finanzierung;
  readonly zahler: readonly Zahler[];
  readonly uebertraege: readonly PlanUebertrag[];
  readonly rundung: Rundung;
  readonly beitritt: Beitrittsregel;
  readonly beschluss?: Beschluss | undefined;
  /** What connecting costs a Kommune once, net, for its budget. */
  readonly anbindungCent: number;
  readonly anbindungText: string;
}

/** Whether the figures are what was planned or what it really cost. */
export type Planart = 'plan' | 'ist';

/** A kept plan in one Fassung. */
export interface Plan {
  readonly dienst: string;
  readonly jahr: number;
  readonly art: Planart;
  readonly fassung: number;
  readonly inhalt: PlanInhalt;
  readonly angegebenAm: Date;
}
