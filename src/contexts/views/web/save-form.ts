import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import { button, buttonRow, checkboxField, errorOf, form, type Html, inputField, selectField } from '#ui';
import { teilungen } from '../domain/ansicht.ts';
import { teilungLabel } from '../messages.ts';
import { darfImKreisTeilen, type Person } from '../use-cases/person.ts';
import type { AnsichtEingabe } from '../use-cases/save-view.ts';

/** The form that saves a list as it is shown; `prefix` keeps its ids apart from those of the page around it. */
export function saveForm(
  person: Person,
  csrfToken: string,
  eingabe: AnsichtEingabe,
  options: { readonly prefix?: string; readonly problems?: readonly FieldProblem[] | undefined } = {},
): Html {
  const { prefix, problems } = options;
  const idOf = (name: string) => (prefix === undefined ? undefined : `${prefix}-${name}`);
  return form(
    {
      action: '/ansichten',
      csrfToken,
      label: 'Ansicht speichern',
      hidden: { adresse: eingabe.adresse, liste: eingabe.liste },
    },
    html`${inputField({ name: 'name', id: idOf('name'), label: 'Name der Ansicht', value: eingabe.name, maxLength: 80, error: errorOf(problems, 'name') })}
${sharingField(person, eingabe.geteilt, { id: idOf('geteilt'), error: errorOf(problems, 'geteilt') })}
${checkboxField({ name: 'start', id: idOf('start'), label: 'Die Liste immer mit dieser Ansicht öffnen', checked: eingabe.start, optional: true })}
${buttonRow(button('Ansicht speichern', { kind: prefix === undefined ? 'primary' : 'secondary' }))}`,
  );
}

/** With whom a view is shared; only an IT-Dienstleister can share with Kommunen. */
export function sharingField(
  person: Person,
  value: string,
  { id, error }: { readonly id?: string | undefined; readonly error?: string | null },
): Html {
  const possible = teilungen.filter((one) => one !== 'kreis' || darfImKreisTeilen(person));
  return selectField({
    name: 'geteilt',
    id,
    label: 'Wer sieht sie?',
    options: possible.map((one) => ({ value: one, label: teilungLabel[one] })),
    value,
    placeholder: null,
    error,
  });
}
