import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  button,
  buttonRow,
  checkboxField,
  errorOf,
  fieldset,
  fileField,
  form,
  type Html,
  inputField,
  problemsOf,
  textareaField,
} from '#ui';
import type { AussehenEingabe } from '../domain/aussehen.ts';

interface FormState {
  readonly typed: AussehenEingabe;
  readonly nummer: number;
  readonly csrfToken: string;
  readonly reason: Refusal | null;
  readonly hasWappen: boolean;
}

/** The form for the look of a site. */
export function aussehenForm({ typed, nummer, csrfToken, reason, hasWappen }: FormState): Html {
  const problems = problemsOf(reason);
  const line = (name: keyof AussehenEingabe, label: string, hint: string) =>
    inputField({
      ...{ name, label, hint, optional: true, autocomplete: 'off', spellcheck: false },
      value: typed[name],
      error: errorOf(problems, name),
    });
  const area = (name: keyof AussehenEingabe, label: string, hint: string) =>
    textareaField({
      name,
      label,
      hint,
      optional: true,
      rows: 3,
      value: typed[name],
      error: errorOf(problems, name),
    });
  return form(
    {
      action: '/portal/aussehen',
      csrfToken,
      multipart: true,
      hidden: { nummer: String(nummer) },
      label: 'Aussehen beschreiben',
    },
    html`${fieldset(
      'Wappen',
      html`${fileField({
        name: 'wappen',
        label: hasWappen ? 'Anderes Wappen' : 'Wappen',
        accept: '.svg,.png,image/svg+xml,image/png',
        optional: true,
        hint: 'SVG bis 100 kB oder PNG bis 300 kB. Aus einer Zeichnung übernehmen wir Formen, Farben und Verläufe; Skripte, Schrift und Verweise nehmen wir nicht an.',
        error: errorOf(problems, 'wappen'),
      })}${hasWappen ? checkboxField({ name: 'ohneWappen', value: 'ja', label: 'Ohne Wappen' }) : ''}`,
    )}
    ${line('anzeigename', 'Name über den Seiten', 'Leer: der Name der Kommune. Er muss darin vorkommen.')}
    ${fieldset(
      'Farben',
      html`${line('akzent', 'Links und Schaltflächen', 'Zum Beispiel #1a5f3c. Leer: die neutrale Farbe.')}
      ${line('akzentDunkel', 'Dasselbe auf dunklem Grund', 'Leer: derselbe Farbton, so hell, dass man ihn lesen kann.')}
      ${line('linie', 'Linie unter dem Kopf', 'Leer: wie Links und Schaltflächen.')}`,
      {
        hint: 'Jede Farbe wird geprüft: Text und Schaltflächen brauchen einen Kontrast von 4,5:1, Linien 3:1 (WCAG 2.2, Stufe AA), auf hellem und auf dunklem Grund.',
      },
    )}
    ${fieldset(
      'Ergänzungen zu den Rechtsseiten',
      html`${area('impressum', 'Impressum', 'Zum Beispiel Umsatzsteuer-Identifikationsnummer oder Aufsichtsbehörde. Anschrift und Vertretung stehen schon dort.')}
      ${area('datenschutz', 'Datenschutz', 'Was über die Angaben zu jedem Onlinedienst hinaus gilt.')}
      ${area('barrierefreiheit', 'Erklärung zur Barrierefreiheit', 'Was Sie selbst geprüft haben, und was noch fehlt.')}`,
    )}
    ${buttonRow(button('Speichern'))}`,
  );
}
