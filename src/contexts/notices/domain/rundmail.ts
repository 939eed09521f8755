export const rundmailStates = [
  'entwurf',
  'geplant',
  'laeuft',
  'angehalten',
  'abgebrochen',
  'abgeschlossen',
] as const;
export type RundmailState = (typeof rundmailStates)[number];

export const rundmailActions = [
  'freigeben',
  'beginnen',
  'anhalten',
  'fortsetzen',
  'abbrechen',
  'abschliessen',
  'erneut',
] as const;
export type RundmailAction = (typeof rundmailActions)[number];

const transitions: Readonly<Record<RundmailState, Partial<Record<RundmailAction, RundmailState>>>> = {
  entwurf: { freigeben: 'geplant', abbrechen: 'abgebrochen' },
  geplant: { beginnen: 'laeuft', anhalten: 'angehalten', abbrechen: 'abgebrochen' },
  laeuft: {
    anhalten: 'angehalten',
    abbrechen: 'abgebrochen',
    abschliessen: 'abgeschlossen',
    erneut: 'laeuft',
  },
  angehalten: { fortsetzen: 'geplant', abbrechen: 'abgebrochen' },
  abgebrochen: {},
  abgeschlossen: { erneut: 'laeuft' },
};

/** The state after an action, or `null` where the action is not possible in that state. */
export function transition(state: RundmailState, action: RundmailAction): RundmailState | null {
  return transitions[state][action] ?? null;
}

/** What a person can do with a Rundmail in a state; beginning and ending are the worker's. */
export function possibleActions(state: RundmailState): readonly RundmailAction[] {
  return rundmailActions.filter(
    (action) =>
      action !== 'beginnen' && action !== 'abschliessen' && transitions[state][action] !== undefined,
  );
}

/** What became of one recipient: `wartet` and `fehlgeschlagen` are still to be sent. */
export const empfaengerStates = ['wartet', 'gesendet', 'fehlgeschlagen', 'aufgegeben'] as const;
export type EmpfaengerState = (typeof empfaengerStates)[number];

/** To whom a Rundmail goes: Kommunen by themselves or by a Verteiler, and in each the holders of the roles. */
export interface Auswahl {
  /** `alle`: every Kommune of the circle on the day of the release. */
  readonly kommunen: 'alle' | readonly string[];
  readonly verteiler: readonly string[];
  /** Empty: every member. */
  readonly rollen: readonly string[];
}

export interface Rundmail {
  readonly id: string;
  readonly fassung: number;
  readonly betreff: string;
  readonly text: string;
  readonly betrieblich: boolean;
  readonly auswahl: Auswahl;
  readonly geplantFuer: Date | null;
  readonly zustand: RundmailState;
  readonly angelegtAm: Date;
  readonly freigegebenAm: Date | null;
  readonly begonnenAm: Date | null;
  readonly beendetAm: Date | null;
}

export interface Empfaenger {
  readonly memberId: string;
  readonly kommuneId: string;
  readonly kommune: string;
  readonly rollen: readonly string[];
  readonly zustand: EmpfaengerState;
  readonly versuche: number;
  readonly naechsterVersuch: Date;
  readonly gesendetAm: Date | null;
  readonly grund: string | null;
}
