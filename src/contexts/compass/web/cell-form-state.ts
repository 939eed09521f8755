import { html } from 'hono/html';
import { type Feld, fieldHelp, fieldTexts } from '#fields';
import type { FieldProblem, LocalDate } from '#kernel';
import type { Html } from '#ui';
import type { Reifegradmodelle } from '../domain/apply-reifegrad.ts';
import type { StandAenderung, StandFeld } from '../domain/stand.ts';
import type { Konflikt } from '../domain/unterschied.ts';

/** What stands in the form: the values that hold, or those that were typed. */
export interface FormState {
  readonly werte: StandAenderung;
  /** The fassung on which the change rests. */
  readonly grundlage: number;
  readonly problems: readonly FieldProblem[];
  readonly konflikt: Konflikt | null;
  readonly csrfToken: string;
  /** What was typed, as it was typed; it stands in the form again even where it is no value. */
  readonly roh: URLSearchParams | null;
  readonly modelle: Reifegradmodelle;
  /** As they are worded here, own ones with them. */
  readonly felder: readonly Feld[];
  readonly date: LocalDate;
}

type Typeable =
  | 'grund'
  | 'geplantFuer'
  | 'umgesetztAm'
  | 'abgeschaltetAm'
  | 'fallzahl'
  | 'fallzahlJahr'
  | 'bemerkung';

/** What stands in a field: what was typed, else what holds. */
export function typed({ roh, werte }: FormState, name: Typeable): string | number | null {
  return roh?.get(name) ?? werte[name] ?? null;
}

/** The same for a field of several lines. */
export function text(state: FormState, name: 'grund' | 'bemerkung'): string {
  return String(typed(state, name) ?? '');
}

/** Label, hint and duty of a field as they are worded here. */
export function worded({ felder }: FormState, key: StandFeld): ReturnType<typeof fieldTexts> {
  const feld = felder.find((each) => each.key === key);
  if (!feld) throw new Error(`No field ${key} is declared for the Umsetzungsstand.`);
  return fieldTexts(feld);
}

/** A control with the longer help of its field, where somebody wrote one. */
export function helped({ felder }: FormState, key: StandFeld, control: Html): Html {
  const feld = felder.find((each) => each.key === key);
  const help = feld ? fieldHelp(feld) : '';
  return help === '' ? control : html`<div class="lw-stack">${control}${help}</div>`;
}
