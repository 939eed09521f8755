import type { JsonValue } from './json-value.ts';

/** Where a step for many Kommunen stands. */
export type Laufzustand =
  | 'vorschau'
  | 'laeuft'
  | 'abgebrochen'
  | 'fertig'
  | 'nimmt-zurueck'
  | 'zurueckgenommen';

/** What can be done with it. */
export type Laufschritt = 'beginnen' | 'abbrechen' | 'abschliessen' | 'zuruecknehmen';

const folgt: Readonly<Record<Laufzustand, Partial<Record<Laufschritt, Laufzustand>>>> = {
  vorschau: { beginnen: 'laeuft' },
  laeuft: { abbrechen: 'abgebrochen', abschliessen: 'fertig' },
  abgebrochen: { beginnen: 'laeuft', zuruecknehmen: 'nimmt-zurueck' },
  // Begun again, it goes on with the Kommunen that came not all the way.
  fertig: { beginnen: 'laeuft', zuruecknehmen: 'nimmt-zurueck' },
  'nimmt-zurueck': { abbrechen: 'abgebrochen', abschliessen: 'zurueckgenommen' },
  zurueckgenommen: {},
};

/** The state after a step, or null where it is not possible in that state. */
export function laufNach(zustand: Laufzustand, schritt: Laufschritt): Laufzustand | null {
  return folgt[zustand][schritt] ?? null;
}

/** The worker is at it. */
export function isAtWork(zustand: Laufzustand): boolean {
  return zustand === 'laeuft' || zustand === 'nimmt-zurueck';
}

/** Steps of the state table that can be taken for many, each of them one that can be taken back. */
export const sammelschritte = [
  'testen',
  'live-schalten',
  'aussetzen',
  'fortsetzen',
  'zurueck-zu-parametern',
] as const;
export type Sammelschritt = (typeof sammelschritte)[number];

/** How far a Kommune is taken that is connected with many others. */
export const ziele = ['parameter', 'test', 'live'] as const;
export type Ziel = (typeof ziele)[number];

/** Connects Kommunen: takes in who is missing, makes Zustellpunkte with keys, fills in what is known. */
export interface Verbinden {
  readonly art: 'verbinden';
  readonly bis: Ziel;
  /** Values for all, over what is known of each; `{name}` and the like stand for the Kommune's own. */
  readonly werte: Readonly<Record<string, JsonValue>>;
  /** Goes live although values are assumed that the Kommune has not confirmed. */
  readonly annahmenGenuegen: boolean;
  /** Makes the public site of a Kommune that has none; without one nobody finds its services. */
  readonly auftritt: boolean;
  /** Where agreement and order for all lie; empty where each Kommune still signs for itself. */
  readonly nachweis: string;
  /** On what it rests that every open line of each checklist is done; empty where each is worked through. */
  readonly erklaerung: string;
}

/** Takes one step of the state table. */
export interface Weiterschalten {
  readonly art: 'schritt';
  readonly schritt: Sammelschritt;
  /** Why a service rests, as citizens read it. */
  readonly grund: string;
}

/** Ticks a line of the checklist off. */
export interface Abhaken {
  readonly art: 'punkt';
  readonly punkt: string;
  readonly nachweis: string;
}

export type Sammelauftrag = Verbinden | Weiterschalten | Abhaken;

export type Ergebnis =
  | 'offen'
  | 'erledigt'
  | 'teilweise'
  | 'ausgelassen'
  | 'gescheitert'
  | 'zurueckgenommen'
  | 'geblieben';

/** What stood before a Kommune was touched. */
export interface Davor {
  readonly anbindung: {
    readonly zustand: string;
    readonly fassung: string;
    readonly geplantAm: string | null;
    readonly liveSeit: string | null;
    readonly grund: string | null;
  } | null;
  /** The parameters that had no value. */
  readonly fehlend: readonly string[];
  /** The Zustellpunkte that received. */
  readonly empfangend: readonly string[];
}

/** What the step left behind, as far as it must be known to take it back. */
export interface Danach {
  readonly version: number;
  readonly gesetzt: readonly string[];
  /** Zustellpunkte that were made or opened for it. */
  readonly zustellpunkte: readonly string[];
  /** How many Anträge the service had then. */
  readonly antraege: number;
}

/** One Kommune of a step for many. */
export interface Sammelzeile {
  readonly ags: string;
  readonly name: string;
  /** The state of its Anbindung when the preview was made; null where there was none. */
  readonly von: string | null;
  readonly nach: string;
  readonly ergebnis: Ergebnis;
  /** Why it is left out, what is missing, or what went wrong. */
  readonly meldung: string;
  readonly vorher: Davor | null;
  readonly nachher: Danach | null;
}

/** How many Kommunen came to what. */
export type Bilanz = Readonly<Record<Ergebnis, number>>;

export function bilanzOf(zeilen: readonly Pick<Sammelzeile, 'ergebnis'>[]): Bilanz {
  const bilanz: Record<Ergebnis, number> = {
    offen: 0,
    erledigt: 0,
    teilweise: 0,
    ausgelassen: 0,
    gescheitert: 0,
    zurueckgenommen: 0,
    geblieben: 0,
  };
  for (const { ergebnis } of zeilen) bilanz[ergebnis] += 1;
  return bilanz;
}

/** Whether something of it is there that can be taken back. */
export function hasLeftSomething({ ergebnis, nachher }: Pick<Sammelzeile, 'ergebnis' | 'nachher'>): boolean {
  return nachher !== null && (ergebnis === 'erledigt' || ergebnis === 'teilweise');
}
