import { html } from 'hono/html';
import { formatLocalDate, ok, type Result, refuse } from '#kernel';
import { newId, type PageAnswer, type PageRequest } from '#platform';
import {
  alert,
  button,
  buttonRow,
  checkboxField,
  descriptionList,
  errorSummary,
  form,
  formatInstant,
  type Html,
  inputField,
  linkButton,
  section,
  textareaField,
} from '#ui';
import { nachSchritt, type Schritt } from '../domain/zustand.ts';
import { linkInvalid } from '../errors.ts';
import { messages } from '../messages.ts';
import { type Nachricht, type OpenAntrag, openAntrag } from '../use-cases/read-antrag.ts';
import { addresses } from './addresses.ts';
import { continueDraft } from './form-page.ts';
import { answered, type Desk, withDoor } from './handling.ts';

/** The submitted Antrag of a request, or the refusal that every link without one gets. */
export function antragOf(desk: Desk, request: PageRequest): Promise<Result<OpenAntrag>> {
  return withDoor(desk, request, async (tx, door) => {
    const antrag = await openAntrag(tx, door);
    return antrag ? ok(antrag) : refuse(linkInvalid);
  });
}

/** The applicant's door: a draft goes on, a submitted Antrag shows where it stands. */
export async function showAntrag(desk: Desk, request: PageRequest): Promise<PageAnswer> {
  const antrag = await antragOf(desk, request);
  return antrag.ok ? antragPage(request, antrag.value, null) : answered(await continueDraft(desk, request));
}

/** The page, with what was wrong with the last form where there was something. */
export function antragPage(
  request: PageRequest,
  antrag: OpenAntrag,
  problem: { readonly field: string; readonly message: string } | null,
): PageAnswer {
  const { row, nachrichten } = antrag;
  const [name, says] = messages.zustand[row.zustand];
  const can = (schritt: Schritt) => nachSchritt(row.zustand, schritt) !== null;
  const flash = flashOf(request);
  return {
    kind: 'page',
    status: problem === null ? 200 : 422,
    content: {
      title: `${row.titel}: ${name}`,
      preline: `Antrag ${row.nummer}`,
      lead: says,
      error: problem !== null,
      breadcrumb: [{ label: 'Start', href: '/' }, { label: `Antrag ${row.nummer}` }],
      ...(flash === null ? {} : { flash: { kind: 'success' as const, title: flash } }),
      main: html`${errorSummary(problem === null ? [] : [problem])}${factsOf(antrag)}${conversation(nachrichten)}${
        can('antworten')
          ? html`${messageForm(request, antrag, problem)}${contactForm(request, antrag, problem)}`
          : ''
      }${can('zuruecknehmen') ? withdrawForm(request, antrag, problem) : ''}`,
    },
  };
}

function flashOf(request: PageRequest): string | null {
  if (request.query.has('gesendet')) return 'Ihre Nachricht ist angekommen.';
  return request.query.has('zurueckgezogen') ? 'Ihr Antrag ist zurückgezogen.' : null;
}

function factsOf({ row, door }: OpenAntrag): Html {
  const zahlung = row.zahlung === 'keine' ? 'nicht nötig' : 'Zahlung nach Bescheid';
  return html`${descriptionList([
    ['Nummer', row.nummer],
    ['Eingegangen', formatInstant(row.eingegangenAm)],
    ['Bezahlung', zahlung],
    ['Daten im Portal gelöscht spätestens am', formatLocalDate(row.loeschenAm)],
  ])}${buttonRow(
    linkButton('Eingangsbestätigung', addresses.receipt(door.id), { kind: 'secondary' }),
    linkButton('Ihre Angaben ansehen', addresses.copy(door.id), { kind: 'secondary' }),
    linkButton('Ihr Link', addresses.link(door.id), { kind: 'tertiary' }),
  )}`;
}

function conversation(nachrichten: readonly Nachricht[]): Html | '' {
  if (nachrichten.length === 0) return '';
  const items = nachrichten.map(({ art, text, gesendetAm, von }) =>
    alert({
      kind: von === 'behoerde' ? 'info' : 'success',
      title: `${messages.art[art]}, ${formatInstant(gesendetAm)}`,
      body: html`${text.split('\n').map((line) => html`<p class="kern-body">${line}</p>`)}`,
    }),
  );
  return section('Nachrichten', html`<div class="lw-stack">${items}</div>`);
}

type Problem = Parameters<typeof antragPage>[2];

function errorIn(problem: Problem, field: string): string | null {
  return problem?.field === field ? problem.message : null;
}

// The id goes with the form, so that a form sent twice is one message.
const once = () => ({ kennung: newId() });

function messageForm(request: PageRequest, { door, row }: OpenAntrag, problem: Problem): Html {
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
      html`${field}${buttonRow(button(asked ? 'Antwort senden' : 'Nachricht senden'))}`,
    ),
  );
}

function contactForm(request: PageRequest, { door }: OpenAntrag, problem: Problem): Html {
  return section(
    'Kontaktdaten berichtigen',
    form(
      { action: addresses.contact(door.id), csrfToken: request.csrfToken, hidden: once() },
      html`${inputField({ name: 'email', label: 'E-Mail-Adresse', type: 'email', optional: true, error: errorIn(problem, 'email') })}${inputField({ name: 'telefon', label: 'Telefon', type: 'tel', optional: true })}${textareaField({ name: 'anschrift', label: 'Anschrift', rows: 3, maxLength: 400, optional: true })}${buttonRow(button('Kontaktdaten senden', { kind: 'secondary' }))}`,
    ),
  );
}

function withdrawForm(request: PageRequest, { door }: OpenAntrag, problem: Problem): Html {
  return section(
    'Antrag zurückziehen',
    html`<p class="kern-body lw-measure">Dann wird der Antrag nicht weiter bearbeitet. Das lässt sich nicht rückgängig machen.</p>${form(
      { action: addresses.withdraw(door.id), csrfToken: request.csrfToken, hidden: once() },
      html`${checkboxField({ name: 'sicher', label: 'Ja, ich ziehe den Antrag zurück.', error: errorIn(problem, 'sicher') })}${buttonRow(button('Antrag zurückziehen', { kind: 'tertiary' }))}`,
    )}`,
  );
}
