import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
} from '#platform';
import {
  accordion,
  button,
  errorOf,
  form,
  inputField,
  radioGroup,
  refusalNotice,
  textareaField,
  textLink,
} from '#ui';
import type { DiscussionDeps } from '../deps.ts';
import { recordText } from '../record-kind.ts';
import { ask, prepareQuestion, type VorbereiteteFrage } from '../use-cases/ask.ts';
import { schreiben } from '../use-cases/teilnehmer.ts';
import { longestText } from '../use-cases/text.ts';
import { done } from './answers.ts';

/** The form that puts a question on a record. */
export function newRoutes(deps: DiscussionDeps): readonly PageRoute[] {
  const common = {
    capability: 'discussion.ask',
    path: '/rueckfragen/neu',
    access: { permission: schreiben },
  } as const;
  return [
    { ...common, method: 'GET', handle: (request) => showForm(deps, request, request.query, null) },
    { ...common, method: 'POST', handle: (request) => receive(deps, request) },
  ];
}

async function receive(deps: DiscussionDeps, request: PageRequest): Promise<PageAnswer> {
  const { form: values, principal } = request;
  const field = (name: string) => values.get(name) ?? '';
  const input = {
    zu: field('zu'),
    adressat: field('adressat'),
    betreff: field('betreff'),
    text: field('text'),
  };
  const asked = await ask(deps, principal, input);
  if (asked.ok) return done(`/rueckfragen/${asked.value.id}`, 'gefragt');
  return asked.refusal.fields ? showForm(deps, request, values, asked.refusal) : refusal(asked.refusal);
}

async function showForm(
  deps: DiscussionDeps,
  request: PageRequest,
  values: URLSearchParams,
  refused: Refusal | null,
): Promise<PageAnswer> {
  const prepared = await prepareQuestion(deps, request.principal, values.get('zu') ?? '');
  if (!prepared.ok) return refusal(prepared.refusal);
  return page(content(prepared.value, request.csrfToken, values, refused), refused === null ? 200 : 422);
}

function content(
  { record, wahl, erwaehnbar }: VorbereiteteFrage,
  csrfToken: string,
  values: URLSearchParams,
  refused: Refusal | null,
): PageContent {
  const problems = refused?.fields ?? [];
  return {
    title: 'Rückfrage stellen',
    lead: html`Zu: ${textLink(record.href, record.name)}`,
    breadcrumb: [{ label: 'Rückfragen', href: '/rueckfragen' }],
    error: refused !== null,
    main: html`${refusalNotice(refused)}${form(
      { action: '/rueckfragen/neu', csrfToken, hidden: { zu: recordText(record) } },
      html`${radioGroup({
        name: 'adressat',
        label: 'Wen fragen Sie?',
        options: wahl.map(({ value, label, hint }) => ({ value, label, hint })),
        value: values.get('adressat'),
        error: errorOf(problems, 'adressat'),
      })}
      ${inputField({ name: 'betreff', label: 'Die Frage in einem Satz', value: values.get('betreff'), maxLength: 200, error: errorOf(problems, 'betreff') })}
      ${textareaField({ name: 'text', label: 'Ihre Frage', hint: mentionHint, value: values.get('text'), maxLength: longestText, rows: 8, error: errorOf(problems, 'text') })}
      ${mentionList(erwaehnbar)}${button('Rückfrage stellen')}`,
    )}`,
    nextSteps: [{ label: `Zurück zu: ${record.name}`, href: record.href }],
  };
}

/** How somebody is named in a text. */
export const mentionHint =
  'Mit @ und dem Namen erwähnen Sie jemanden aus Ihrer Organisation oder eine beteiligte Organisation, zum Beispiel „@Lemgo“. Namen von Personen sehen nur Mitglieder Ihrer Organisation.';

/** Whom a text can mention, to be copied. */
export function mentionList(names: readonly string[]) {
  const list = html`<ul class="lw-columns">${names.map((name) => html`<li>@${name}</li>`)}</ul>`;
  return accordion({ title: 'Wen Sie erwähnen können', body: list });
}
