import type { Filled } from './data.ts';
import type { FormSpec } from './spec.ts';

/** A form engine in the bench. */
export interface FormEngine {
  readonly name: string;
  readonly prepare: (spec: FormSpec) => PreparedForm;
}

export interface PreparedForm {
  /** From the text of the definition to a form that can be filled in. */
  readonly compile: () => void;
  /** A run on these answers, which are copied before; it gives what is wrong, by field. */
  readonly answersOf: (filled: Filled) => () => readonly string[];
}
