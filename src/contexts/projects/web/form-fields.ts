import type { Catalogue } from '#catalogue';
import type { FieldProblem } from '#kernel';
import { errorOf, inputField, textareaField } from '#ui';
import { type Felder, feldLabel } from '../felder/feldnamen.ts';

/** What the form of a project shows. */
export interface FormOptions {
  readonly action: string;
  readonly cancelHref: string;
  readonly csrfToken: string;
  readonly felder: Felder;
  /** The fields as they were read, to be told apart from what the person typed. */
  readonly gelesen: Felder;
  readonly grundlage: number | null;
  readonly problems: readonly FieldProblem[];
  readonly catalogue: Catalogue;
}

/** Name, label, value and error of a field. */
export function base({ felder, problems }: FormOptions, name: string, hint?: string) {
  return {
    name,
    label: feldLabel[name] ?? name,
    value: felder[name] ?? '',
    error: errorOf(problems, name),
    hint,
  };
}

export function text(options: FormOptions, name: string, hint?: string) {
  return inputField({ ...base(options, name, hint), optional: true, maxLength: 200 });
}

export function area(options: FormOptions, name: string, hint?: string, rows = 3) {
  return textareaField({ ...base(options, name, hint), optional: true, rows });
}

export function date(options: FormOptions, name: string) {
  return inputField({ ...base(options, name), type: 'date', optional: true });
}
