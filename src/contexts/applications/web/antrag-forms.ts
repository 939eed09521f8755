import { html } from 'hono/html';
import { newId, type PageRequest } from '#platform';
import {
  button,
  buttonRow,
  checkboxField,
  form,
  type Html,
  inputField,
  radioGroup,
  section,
  textareaField,
} from '#ui';
import type { OpenAntrag } from '../use-cases/read-antrag.ts';
import { addressedBy } from '../use-cases/tell-authority.ts';
import { addresses } from './addresses.ts';

/** What was wrong with the form that was sent last. */
export interface FormProblem {
  readonly field: string;
  readonly message: string;
}

function errorIn(problem: FormProblem | null, field: string): string | null {
  return problem?.field === field ? problem.message : null;
}

// The id goes with the form, so that a form sent twice is one message.
const once = () => ({ kennung: newId() });

/** Which office is meant, where more than one may get it; the one that asked comes first. */
function officeChoice({ sendungen }: OpenAntrag): Html | '' {
  const possible = addressedBy({ art: 'nachricht', sendung: null }, sendungen);
  if (possible.length < 2) return onlyOne(sendungen, possible, 'Die Nachricht geht an');
  const asking = possible.find(({ zustand }) => zustand === 'rueckfrage');
  const options = [
    ...possible.map(({ nr, jetztBei, titel }) => ({ value: String(nr), label: jetztBei, hint: titel })),
    { value: 'alle', label: 'Alle genannten Stellen' },
  ];
  const value = asking ? String(asking.nr) : 'alle';
  return radioGroup({ name: 'stelle', label: 'An wen schreiben Sie?', options, value });
}

/** Of several offices one is left: it is named, so that nobody has to guess. */
function onlyOne(all: OpenAntrag['sendungen'], [left]: OpenAntrag['sendungen'], says: string): Html | '' {
  if (all.length < 2 || !left) return '';
  return html`<p class="kern-body lw-measure">${says}: ${left.jetztBei}, ${left.titel}.</p>`;
}

/** What is withdrawn, where more than one office still works. */
function partChoice({ sendungen }: OpenAntrag): Html | '' {
  const possible = addressedBy({ art: 'ruecknahme', sendung: null }, sendungen);
  if (possible.length < 2) return onlyOne(sendungen, possible, 'Offen ist nur noch');
  const options = [
    { value: 'alle', label: 'Den ganzen Antrag' },
    ...possible.map(({ nr, jetztBei, titel }) => ({
      value: String(nr),
      label: `Nur: ${titel}`,
      hint: jetztBei,
    })),
  ];
  return radioGroup({ name: 'ruecknahme-stelle', label: 'Was ziehen Sie zurück?', options, value: 'alle' });
}

/** A message, or the answer to a question. */
export function messageForm(request: PageRequest, antrag: OpenAntrag, problem: FormProblem | null): Html {
  const { door, row } = antrag;
  const asked = row.zustand === 'rueckfrage';
  const field = textareaField({
    name: 'text',
    label: asked ? 'Ihre Antwort' : 'Ihre Nachricht',
    maxLength: 4_000,
    error: errorIn(problem, 'text'),
    value: problem ? request.form.get('text') : null,
  });
  return section(
    asked ? 'Auf die Rückfrage antworten' : 'Eine Nachricht schreiben',
    form(
      { action: addresses.news(door.id), csrfToken: request.csrfToken, hidden: once() },
      html`${officeChoice(antrag)}${field}${buttonRow(button(asked ? 'Antwort senden' : 'Nachricht senden'))}`,
    ),
  );
}

/** Corrected contact data; every office gets them. */
export function contactForm(request: PageRequest, { door }: OpenAntrag, problem: FormProblem | null): Html {
  return section(
    'Kontaktdaten berichtigen',
    form(
      { action: addresses.contact(door.id), csrfToken: request.csrfToken, hidden: once() },
      html`${inputField({ name: 'email', label: 'E-Mail-Adresse', type: 'email', optional: true, error: errorIn(problem, 'email') })}${inputField({ name: 'telefon', label: 'Telefon', type: 'tel', optional: true })}${textareaField({ name: 'anschrift', label: 'Anschrift', rows: 3, maxLength: 400, optional: true })}${buttonRow(button('Kontaktdaten senden', { kind: 'secondary' }))}`,
    ),
  );
}

/** The end that the applicant chooses, at one office or at all. */
export function withdrawForm(request: PageRequest, antrag: OpenAntrag, problem: FormProblem | null): Html {
  return section(
    'Antrag zurückziehen',
    html`<p class="kern-body lw-measure">Dann wird der Antrag nicht weiter bearbeitet. Das lässt sich nicht rückgängig machen.</p>${form(
      { action: addresses.withdraw(antrag.door.id), csrfToken: request.csrfToken, hidden: once() },
      html`${partChoice(antrag)}${checkboxField({ name: 'sicher', label: 'Ja, ich ziehe den Antrag zurück.', error: errorIn(problem, 'sicher') })}${buttonRow(button('Antrag zurückziehen', { kind: 'tertiary' }))}`,
    )}`,
  );
}
