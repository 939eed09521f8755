import type { Kostenplan } from './domain/kostenplan.ts';

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

/** A Kostenplan as a house states it: it names its keys, their weights are looked up when it is composed. */
export type PlanInhalt = Pick<
  Kostenplan,
  | 'titel'
  | 'von'
  | 'bis'
  | 'positionen'
  | 'finanzierung'
  | 'zahler'
  | 'uebertraege'
  | 'rundung'
  | 'beitritt'
  | 'beschluss'
> & {
  readonly schluessel: readonly Schluesselbezug[];
  /** What connecting costs a Kommune once, net, for its budget. */
  readonly anbindungCent: number;
  readonly anbindungText: string;
};

/** Whether the figures are what was planned or what it really cost. */
export type Planart = Kostenplan['art'];

/** A kept plan in one Fassung. */
export interface Plan {
  readonly dienst: string;
  readonly jahr: number;
  readonly art: Planart;
  readonly fassung: number;
  readonly inhalt: PlanInhalt;
  readonly angegebenAm: Date;
}
