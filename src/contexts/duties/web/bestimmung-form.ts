import { html } from 'hono/html';
import type { FieldProblem } from '#kernel';
import {
  button,
  buttonRow,
  errorOf,
  errorSummary,
  form,
  inputField,
  linkButton,
  radioGroup,
  selectField,
  textareaField,
} from '#ui';
import type { Regel } from '../domain/regel.ts';
import type { BestimmungInput } from '../use-cases/state-bestimmung.ts';

/** What the form sends, as the use case wants it. */
export function inputOf(form: URLSearchParams): BestimmungInput {
  const text = (name: string) => (form.get(name) ?? '').trim();
  return {
    aufgabeId: text('aufgabeId'),
    bestimmt: text('bestimmt') === 'ja',
    gueltigVon: text('gueltigVon'),
    gueltigBis: text('gueltigBis') || null,
    quelle: text('quelle'),
    quelleUrl: text('quelleUrl') || null,
    note: text('note') || null,
  };
}

/** The form in which a Kommune states a Bestimmung, with what was typed before and what is wrong with it. */
export function bestimmungForm(
  regeln: readonly Regel[],
  csrfToken: string,
  values: URLSearchParams,
  problems: readonly FieldProblem[],
) {
  const field = (name: string) => ({ name, value: values.get(name) ?? '', error: errorOf(problems, name) });
  return html`${errorSummary(problems)}${form(
    { action: '/bestimmungen', csrfToken },
    html`
      ${selectField({ ...field('aufgabeId'), label: 'Aufgabe', options: regeln.map(({ aufgabeId, aufgabe }) => ({ value: aufgabeId, label: aufgabe })) })}
      ${radioGroup({
        ...field('bestimmt'),
        label: 'Nimmt Ihre Kommune diese Aufgabe selbst wahr?',
        options: [
          { value: 'ja', label: 'Ja, sie ist dazu bestimmt' },
          { value: 'nein', label: 'Nein, der Kreis nimmt sie wahr' },
        ],
      })}
      ${inputField({ ...field('gueltigVon'), type: 'date', label: 'Gilt ab', hint: 'Der Tag, an dem die Bestimmung wirksam wurde.' })}
      ${inputField({ ...field('gueltigBis'), type: 'date', label: 'Gilt bis einschließlich', optional: true })}
      ${inputField({ ...field('quelle'), label: 'Quelle', hint: 'Zum Beispiel die Verordnung mit Fundstelle im Gesetz- und Verordnungsblatt.', maxLength: 500 })}
      ${inputField({ ...field('quelleUrl'), type: 'url', label: 'Adresse der Quelle', optional: true })}
      ${textareaField({ ...field('note'), label: 'Anmerkung', optional: true })}
      ${buttonRow(button('Angabe senden'), linkButton('Abbrechen', '/bestimmungen', { kind: 'secondary' }))}`,
  )}`;
}
