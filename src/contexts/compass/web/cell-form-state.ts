import type { FieldProblem } from '#kernel';
import type { Reifegradmodelle } from '../domain/apply-reifegrad.ts';
import type { StandAenderung } from '../domain/stand.ts';
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
