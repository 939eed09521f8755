import type { Cents, LocalDate } from '#kernel';
import type { Monat } from './monat.ts';

/** The five cost types that IT-Planungsrat decision 2021/24 lets providers share. */
export const kostenarten = ['a', 'b', 'c', 'd', 'e'] as const;
export type Kostenart = (typeof kostenarten)[number];

export const schluesselarten = [
  'einwohner',
  'nutzung',
  'zielgruppe',
  'koenigsteiner',
  'koenigsteiner_angepasst',
  'gleich',
  'fest',
  'kombination',
] as const;
export type Schluesselart = (typeof schluesselarten)[number];

export const rundungen = ['groesster-rest', 'voller-euro', 'kaufmaennisch'] as const;
export type Rundung = (typeof rundungen)[number];

export const beitrittsregeln = ['monatsgenau', 'quartal4'] as const;
/** `quartal4`: a contract of the fourth quarter counts from the next year, as on the EfA-Marktplatz. */
export type Beitrittsregel = (typeof beitrittsregeln)[number];

/** Decimal (`12.96662`) or fraction (`1/3`): exact, never a binary float. */
export type Dezimal = string;

/** By what a sum is shared. `werte` are given by the payers' `kennung`. */
export interface Schluessel {
  readonly id: string;
  readonly titel: string;
  readonly art: Schluesselart;
  readonly werte?: Readonly<Record<string, Dezimal>> | undefined;
  /** Only of a `kombination`: other keys with weights that sum to exactly 1. */
  readonly teile?: readonly { readonly schluessel: string; readonly gewicht: Dezimal }[] | undefined;
  /** The year that a Königsteiner Schlüssel is named after, and the year for which it is applied. */
  readonly jahr?: number | undefined;
  readonly angewandtFuer?: number | undefined;
  readonly stichtag?: LocalDate | undefined;
  /** Where the values come from; without one the bill calls them an assumption. */
  readonly quelle?: string | undefined;
  /** A table that does not sum to 100 is used all the same, related to its own sum; the bill names it. */
  readonly renormiert?: boolean | undefined;
}

/** What is to be shared: a fixed sum of money, or a price for each case. */
export type Betrag =
  | { readonly art: 'fest'; readonly cent: Cents }
  | { readonly art: 'je-fall'; readonly preisCent: Dezimal };

/** From a day on (or from the beginning) a position is taxed by this rule. */
export interface Steuerzuordnung {
  readonly ab: LocalDate | null;
  readonly regel: string;
  /** The norm of a tax exemption, where the rule itself names none. */
  readonly norm?: string | undefined;
}

export interface Position {
  readonly id: string;
  readonly titel: string;
  readonly art: Kostenart;
  readonly betrag: Betrag;
  /** The key inside those layers that have none of their own. */
  readonly schluessel: string;
  readonly steuer: readonly Steuerzuordnung[];
  /** When the service is rendered; the period of the plan where nothing is said. */
  readonly von?: Monat | undefined;
  readonly bis?: Monat | undefined;
  /** What a `Vorab` asks for, such as `personal-verwaltung`. */
  readonly merkmal?: string | undefined;
}

/** A part of every sum that some payers bear, taken before the key. */
export interface Schicht {
  readonly id: string;
  readonly titel: string;
  /** Of the sum; all layers make exactly 1. */
  readonly anteil: Dezimal;
  /** Who bears it: payers in one of these groups. */
  readonly gruppen: readonly string[];
  /** The key inside the layer; `null`: the position's own. */
  readonly schluessel: string | null;
}

/** What one payer bears before all layers, of positions with a certain mark (the seat quota of § 9 IT-Staatsvertrag). */
export interface Vorab {
  readonly id: string;
  readonly titel: string;
  readonly anteil: Dezimal;
  readonly zahler: string;
  readonly merkmal: string;
}

export interface Finanzierung {
  readonly modell: string;
  readonly titel: string;
  readonly quelle?: string | undefined;
  readonly vorab: readonly Vorab[];
  readonly schichten: readonly Schicht[];
}

/** Who pays. `kennung` is the official key: it decides between equal remainders. */
export interface Zahler {
  readonly kennung: string;
  readonly name: string;
  readonly gruppen: readonly string[];
  /** Takes part from and to this day; every begun month counts. */
  readonly von?: LocalDate | undefined;
  readonly bis?: LocalDate | undefined;
  /** The day of the contract, for the rule of the fourth quarter; `von` where nothing is said. */
  readonly vertragAm?: LocalDate | undefined;
}

export interface Steuerfassung {
  readonly von: LocalDate;
  readonly bis: LocalDate | null;
  /** `0.19`; `0` where no tax is due. */
  readonly satz: Dezimal;
  readonly norm: string;
}

/** How a supply is taxed, dated. */
export interface Steuerregel {
  readonly id: string;
  readonly titel: string;
  readonly art: 'nicht-steuerbar' | 'steuerfrei' | 'steuerpflichtig';
  /** The rule names no norm of its own: each position must. */
  readonly normNoetig: boolean;
  readonly fassungen: readonly Steuerfassung[];
  readonly quelle: string;
}

/** What an earlier year left: a credit (negative) or an arrear, for one payer or shared by a key. */
export interface Uebertrag {
  readonly id: string;
  readonly titel: string;
  readonly ausJahr: number;
  readonly cent: Cents;
  readonly zahler: string | null;
  /** By which it is shared where it is nobody's own. */
  readonly schluessel: string | null;
  readonly steuer: { readonly regel: string; readonly satz: Dezimal; readonly norm: string };
}

/** The decision of the Steuerungsgruppe on the keys. Without unanimity the use decides (decision 2021/24). */
export interface Beschluss {
  readonly gremium: string;
  readonly am: LocalDate;
  readonly einstimmig: boolean;
}

/** All that a bill rests on; two equal plans give the same bill, whatever the order of their parts. */
export interface Kostenplan {
  readonly dienst: string;
  readonly titel: string;
  readonly jahr: number;
  /** Sums that were planned, or what it really cost. */
  readonly art: 'plan' | 'ist';
  readonly von: Monat;
  readonly bis: Monat;
  readonly positionen: readonly Position[];
  readonly schluessel: readonly Schluessel[];
  readonly finanzierung: Finanzierung;
  readonly zahler: readonly Zahler[];
  readonly uebertraege: readonly Uebertrag[];
  readonly steuerregeln: readonly Steuerregel[];
  readonly rundung: Rundung;
  readonly beitritt: Beitrittsregel;
  /** Who writes the bill and bears what commercial rounding leaves. */
  readonly betreiber: string;
  readonly beschluss?: Beschluss | undefined;
}
