import { html } from 'hono/html';
import { formatLocalDate, ok, type Result, refuse } from '#kernel';
import type { PageAnswer, PageRequest } from '#platform';
import {
  alert,
  buttonRow,
  descriptionList,
  errorSummary,
  formatInstant,
  type Html,
  linkButton,
  section,
  table,
} from '#ui';
import { nachSchritt, type Schritt } from '../domain/zustand.ts';
import { linkInvalid } from '../errors.ts';
import { messages } from '../messages.ts';
import { type OpenAntrag, openAntrag } from '../use-cases/read-antrag.ts';
import { addresses } from './addresses.ts';
import { contactForm, type FormProblem, messageForm, withdrawForm } from './antrag-forms.ts';
import { continueDraft } from './form-page.ts';
import { answered, type Desk, withDoor } from './handling.ts';
import { handedInPart, wantedPart } from './later-parts.ts';

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
  problem: FormProblem | null,
): PageAnswer {
  const { row } = antrag;
  const [name, says] = messages.zustand[row.zustand];
  const can = (schritt: Schritt) =>
    antrag.sendungen.some(({ zustand }) => nachSchritt(zustand, schritt) !== null);
  const flash = flashOf(request, row);
  return {
    kind: 'page',
    status: problem === null ? 200 : 422,
    content: {
      title: `${row.titel}: ${name}`,
      preline: `Antrag ${row.nummer}`,
      lead: antrag.sendungen.length > 1 ? messages.mehrereStellen(antrag.sendungen.length) : says,
      error: problem !== null,
      breadcrumb: [{ label: 'Start', href: '/' }, { label: `Antrag ${row.nummer}` }],
      ...(flash === null ? {} : { flash: { kind: 'success' as const, title: flash } }),
      main: html`${errorSummary(problem === null ? [] : [problem])}${wantedPart(antrag)}${standOf(antrag)}${factsOf(antrag)}${conversation(antrag)}${handedInPart(antrag)}${
        can('antworten')
          ? html`${messageForm(request, antrag, problem)}${contactForm(request, antrag, problem)}`
          : ''
      }${can('zuruecknehmen') ? withdrawForm(request, antrag, problem) : ''}`,
    },
  };
}

function flashOf(request: PageRequest, { zustand }: OpenAntrag['row']): string | null {
  if (request.query.has('nachgereicht')) return messages.nachforderung.sent;
  if (request.query.has('gesendet')) return 'Ihre Nachricht ist angekommen.';
  if (!request.query.has('zurueckgezogen')) return null;
  return zustand === 'zurueckgezogen'
    ? 'Ihr Antrag ist zurückgezogen.'
    : 'Dieser Teil Ihres Antrags ist zurückgezogen.';
}

function factsOf({ row, door, sendungen }: OpenAntrag): Html {
  const [only, second] = sendungen;
  return html`${descriptionList([
    ['Nummer', row.nummer],
    ['Eingegangen', formatInstant(row.eingegangenAm)],
    ['Zuständige Stelle', only && !second ? only.jetztBei : null],
    [messages.receipt.zahlung, messages.zahlung[row.zahlung]],
    ['Daten im Portal gelöscht spätestens am', formatLocalDate(row.loeschenAm)],
  ])}${buttonRow(
    linkButton('Eingangsbestätigung', addresses.receipt(door.id), { kind: 'secondary' }),
    linkButton('Ihre Angaben ansehen', addresses.copy(door.id), { kind: 'secondary' }),
    linkButton('Ihr Link', addresses.link(door.id), { kind: 'tertiary' }),
  )}`;
}

/** Where each office stands, where there is more than one. */
function standOf({ sendungen }: OpenAntrag): Html | '' {
  if (sendungen.length < 2) return '';
  const rows = sendungen.map(({ titel, jetztBei, zustand }) => {
    const [name, says] = messages.zustand[zustand];
    return [titel, jetztBei, html`<strong>${name}</strong><br>${says}`];
  });
  const columns = [{ label: 'Leistung' }, { label: 'Stelle' }, { label: 'Stand', width: 'wide' as const }];
  return section(
    'Stand bei den Stellen',
    table({ caption: 'Stand bei den Stellen', captionHidden: true, columns, rows }),
  );
}

function conversation({ nachrichten, sendungen }: OpenAntrag): Html | '' {
  if (nachrichten.length === 0) return '';
  const items = nachrichten.map(({ art, text, gesendetAm, von, sendung }) => {
    const stelle = sendungen.find(({ nr }) => nr === sendung)?.jetztBei;
    return alert({
      kind: von === 'behoerde' ? 'info' : 'success',
      title: `${messages.art[art]}${stelle ? ` (${stelle})` : ''}, ${formatInstant(gesendetAm)}`,
      body: html`${text.split('\n').map((line) => html`<p class="kern-body">${line}</p>`)}`,
    });
  });
  return section('Nachrichten', html`<div class="lw-stack">${items}</div>`);
}
