import type { Cents, Rational } from '#kernel';
import type { Kostenart, Kostenplan } from './kostenplan.ts';
import type { Monat } from './monat.ts';

/** A part of a position (or of what an earlier year left) that one tax rule covers. */
export interface Abschnitt {
  readonly id: string;
  /** The position or Uebertrag it is a part of. */
  readonly position: string;
  readonly titel: string;
  readonly art: Kostenart | 'uebertrag';
  readonly von: Monat;
  readonly bis: Monat;
  /** Months of it, and of the whole position. */
  readonly monate: number;
  readonly monateGesamt: number;
  readonly cent: Cents;
  readonly schluessel: string | null;
  /** Bears all of it alone. */
  readonly zahler: string | null;
  readonly merkmal: string | null;
  /** `regel|satz`: which group of equal tax it counts in. */
  readonly gruppe: string;
  readonly norm: string;
}

/** One payer's place in a Verteiler. */
export interface Gewicht {
  /** Place in `plan.zahler`. */
  readonly zahler: number;
  /** What the key says of the payer; for a combination its share of 1. */
  readonly wert: Rational;
  readonly monate: number;
  /** Of `summe`; whole numbers. */
  readonly gewicht: bigint;
}

/** Who bears which part of a layer, by key and months; used by every Topf that is shared alike. */
export interface Verteiler {
  readonly id: string;
  /** `null`: one payer bears all. */
  readonly schluessel: string | null;
  readonly schicht: string;
  readonly von: Monat;
  readonly bis: Monat;
  readonly gewichte: readonly Gewicht[];
  readonly summe: bigint;
}

/** What one layer bears of one Abschnitt: exact cents. */
export interface Topf {
  readonly abschnitt: string;
  readonly schicht: string;
  readonly anteil: Rational;
  readonly betrag: Rational;
  readonly verteiler: string;
}

/** What one layer bears of all that is taxed alike. The exact share of payer `i` is `zaehler[i] / nenner` cents. */
export interface Schichtsumme {
  readonly schicht: string;
  readonly zaehler: readonly bigint[];
  readonly nenner: bigint;
  /** All payers together, in cents. */
  readonly genau: Rational;
  /** Only with `groesster-rest`, which rounds layer by layer: the layer's cents, and those of each payer. */
  readonly cent: Cents | null;
  readonly netto: readonly Cents[] | null;
}

/** All that is taxed alike. The exact share of payer `i` is `zaehler[i] / nenner` cents; `netto[i]` is what it is rounded to. */
export interface Steuergruppe {
  readonly id: string;
  readonly regel: string;
  readonly titel: string;
  readonly satz: Rational;
  readonly normen: readonly string[];
  readonly cent: Cents;
  readonly zaehler: readonly bigint[];
  readonly nenner: bigint;
  readonly netto: readonly Cents[];
  /** In the order of their ids. */
  readonly schichten: readonly Schichtsumme[];
}

export interface Steuerbetrag {
  readonly satz: Rational;
  readonly grundlage: Cents;
  readonly cent: Cents;
}

/** What one payer is billed. */
export interface Zahlung {
  readonly kennung: string;
  readonly name: string;
  /** Before rounding, in cents. */
  readonly genau: Rational;
  /** In the order of `Abrechnung.gruppen`. */
  readonly nettoJeGruppe: readonly Cents[];
  readonly netto: Cents;
  readonly steuern: readonly Steuerbetrag[];
  readonly steuer: Cents;
  readonly brutto: Cents;
  /** Only with `voller-euro`: what the full euro asks for beyond the exact share; from 0 to under 100 cents. */
  readonly aufrundung: Rational | null;
}

export interface Hinweis {
  readonly code: string;
  readonly text: string;
}

/** A bill with every step it took. */
export interface Abrechnung {
  readonly plan: Kostenplan;
  readonly hinweise: readonly Hinweis[];
  readonly abschnitte: readonly Abschnitt[];
  readonly verteiler: readonly Verteiler[];
  readonly toepfe: readonly Topf[];
  readonly gruppen: readonly Steuergruppe[];
  /** In the order of `plan.zahler`. */
  readonly zahlungen: readonly Zahlung[];
  readonly summe: {
    /** Costs and what earlier years left. */
    readonly kosten: Cents;
    readonly netto: Cents;
    readonly steuer: Cents;
    readonly brutto: Cents;
    /** `kaufmaennisch`: what the operator bears (or, negative, has too much). */
    readonly rest: Cents;
    /** `voller-euro`: what is carried into the next year for all. */
    readonly aufrundung: Cents;
  };
}
