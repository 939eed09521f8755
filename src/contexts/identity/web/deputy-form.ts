import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { formField } from '#platform';
import { button, buttonRow, errorOf, form, inputField, problemsOf, selectField } from '#ui';

/** The form that names a deputy, for the own account and for whoever manages members. */
export function deputyForm(options: {
  readonly action: string;
  readonly csrfToken: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly reason: Refusal | null;
}) {
  const problems = problemsOf(options.reason);
  const people = options.people.map(({ id, name }) => ({ value: id, label: name }));
  return form(
    { action: options.action, csrfToken: options.csrfToken, label: 'Vertretung eintragen' },
    html`${selectField({ name: 'vertretung', label: 'Wer vertritt?', options: people, error: errorOf(problems, 'vertretung') })}
    ${inputField({ name: 'von', label: 'Erster Tag', type: 'date', error: errorOf(problems, 'von') })}
    ${inputField({ name: 'bis', label: 'Letzter Tag', type: 'date', error: errorOf(problems, 'bis') })}
    ${buttonRow(button('Vertretung eintragen', { kind: 'secondary' }))}`,
  );
}

/** What the form of a Vertretung sends. */
export function deputyInput(form: URLSearchParams) {
  return {
    deputyId: formField(form, 'vertretung'),
    from: formField(form, 'von'),
    to: formField(form, 'bis'),
  };
}
