import type { Abstract } from '../values/abstract.ts';
import type { TermContext } from './compile-term.ts';
import type { FormInspection } from './inspection.ts';
import type { Term } from './term.ts';

/** An answer, a part of one, a calculated value, or a number of rows. */
export interface Variable {
  readonly key: string;
  readonly place: string;
  /** Which page it stands on; -1 for what no page asks (day, parameters). */
  readonly page: number;
  /** The group in whose row it stands, by the ids on the way to it. */
  readonly group: string | null;
  readonly condition: Term | null;
  readonly required: Term | null;
  readonly initial: Abstract;
  /** What holds for every answer that is accepted. */
  readonly rules: readonly Term[];
  readonly formula: Term | null;
  /** The answer that this is a part of, and whether it is there whenever that is. */
  readonly part: { readonly of: string; readonly always: boolean } | null;
}

export interface ModelPage {
  readonly id: string;
  readonly index: number;
  readonly place: string;
  readonly condition: Term | null;
  readonly exit: boolean;
}

/** A field as it stands in the form, hints and rows included. */
export interface ModelField {
  readonly field: InspectedField;
  readonly page: number;
  /** The group in whose row it stands. */
  readonly group: InspectedField | null;
  /** That group by the ids on the way to it. */
  readonly rows: string | null;
  readonly condition: Term | null;
  /** The conditions of the sections around it. */
  readonly around: readonly Term[];
}

export interface ModelFeeLine {
  readonly line: FormInspection['fee'][number];
  readonly condition: Term | null;
  readonly amount: Term;
}

/** A form ready to be searched. */
export interface Model {
  readonly inspection: FormInspection;
  readonly pages: readonly ModelPage[];
  readonly variables: ReadonlyMap<string, Variable>;
  readonly fields: readonly ModelField[];
  readonly fee: readonly ModelFeeLine[];
  readonly context: TermContext;
  /** The day whose law counts, `YYYY-MM-DD`. */
  readonly today: string;
}

export type InspectedField = FormInspection['pages'][number]['fields'][number];
