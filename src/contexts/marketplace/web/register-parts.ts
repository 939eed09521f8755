import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import { accordion, button, errorOf, fileField, form, type Html, inputField, problemsOf } from '#ui';

/** What the form that ends an entry says. */
export interface EndForm {
  readonly id: string;
  readonly action: string;
  readonly title: string;
  readonly label: string;
  readonly day: string;
  readonly press: string;
}

/** Ends one entry of a register on a day; open where that was refused. */
export function endForm(
  { id, action, title, label, day, press }: EndForm,
  { csrfToken, params }: PageRequest,
  reason: Refusal | null,
): Html {
  const problem = params.id === id ? errorOf(problemsOf(reason), 'zum') : null;
  return accordion({
    title,
    open: problem !== null,
    body: form(
      { action, csrfToken, label },
      html`${inputField({
        name: 'zum',
        id: problem === null ? `feld-zum-${id}` : 'feld-zum',
        label: day,
        type: 'date',
        error: problem,
      })}${button(press, { kind: 'secondary' })}`,
    ),
  });
}

/** Name, typed value and error of a field in the form that adds an entry. */
export interface RegisterField {
  readonly name: string;
  readonly value: string | null;
  readonly error: string | null;
}

/** The form that adds an entry with its paper. */
export function addEntryForm(
  register: {
    readonly action: string;
    readonly label: string;
    readonly paper: { readonly label: string; readonly hint: string };
    readonly fields: (field: (name: string) => RegisterField) => Html;
  },
  { csrfToken, form: typed, params }: PageRequest,
  reason: Refusal | null,
): Html {
  const { action, label, paper, fields } = register;
  const problems = params.id === undefined ? problemsOf(reason) : [];
  const field = (name: string) => ({ name, value: typed.get(name), error: errorOf(problems, name) });
  return form(
    { action, csrfToken, multipart: true, label },
    html`${fields(field)}${fileField({
      name: 'datei',
      label: paper.label,
      optional: true,
      hint: paper.hint,
      accept: 'application/pdf,image/png,image/jpeg',
      error: errorOf(problems, 'datei'),
    })}${button(label)}`,
  );
}
