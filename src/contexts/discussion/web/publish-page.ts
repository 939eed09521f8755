import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import {
  button,
  emptyState,
  errorOf,
  form,
  formatInstant,
  inputField,
  refusalNotice,
  textareaField,
  textLink,
} from '#ui';
import type { DiscussionDeps } from '../deps.ts';
import type { GemeinsameAntwort } from '../domain/rueckfrage.ts';
import { notAnswered, onlyProvider, published } from '../errors.ts';
import { recordText } from '../record-kind.ts';
import { publishAnswer, takeBack } from '../use-cases/publish-answer.ts';
import { readPublished, readThread } from '../use-cases/read.ts';
import { schreiben } from '../use-cases/teilnehmer.ts';
import { longestText } from '../use-cases/text.ts';
import { done, flashOf } from './answers.ts';
import { paragraphs } from './thread-parts.ts';

/** The published answers, and the form that publishes one. */
export function publishRoutes(deps: DiscussionDeps): readonly PageRoute[] {
  const publishing = {
    capability: 'discussion.publish',
    path: '/rueckfragen/:id/veroeffentlichen',
    access: { permission: schreiben },
  } as const;
  return [
    {
      capability: 'discussion.answers',
      method: 'GET',
      path: '/rueckfragen/antworten',
      access: 'signed-in',
      handle: (request) => showAnswers(deps, request),
    },
    { ...publishing, method: 'GET', handle: (request) => showForm(deps, request, null) },
    { ...publishing, method: 'POST', handle: (request) => receive(deps, request) },
    {
      capability: 'discussion.unpublish',
      method: 'POST',
      path: '/rueckfragen/antworten/:id/zuruecknehmen',
      access: { permission: schreiben },
      handle: async ({ principal, params }) => {
        const taken = await takeBack(deps, principal, params.id ?? '');
        return taken.ok ? done('/rueckfragen/antworten', 'zurueckgenommen') : refusal(taken.refusal);
      },
    },
  ];
}

async function showAnswers(deps: DiscussionDeps, request: PageRequest): Promise<PageAnswer> {
  const read = await readPublished(deps, request.principal);
  if (!read.ok) return refusal(read.refusal);
  const main =
    read.value.length === 0
      ? emptyState({
          title: 'Noch keine veröffentlichte Antwort',
          body: 'Der IT-Dienstleister kann eine beantwortete Rückfrage für alle betreuten Kommunen veröffentlichen. Sie steht dann hier und an der Sache, um die es geht.',
        })
      : html`${read.value.map(answerArticle)}`;
  return page({
    title: 'Veröffentlichte Antworten',
    lead: 'Was andere schon gefragt haben, in den Worten des IT-Dienstleisters.',
    breadcrumb: [{ label: 'Rückfragen', href: '/rueckfragen' }],
    ...flashOf(request),
    main,
  });
}

// Articles, not sections: two answers to one question would be landmarks that nobody can tell apart.
function answerArticle({ id, frage, antwort, haus, veroeffentlichtAm, record }: GemeinsameAntwort) {
  const threads = `/rueckfragen?zu=${encodeURIComponent(recordText(record))}`;
  return html`<article class="lw-section" id="antwort-${id}"><h2 class="kern-heading-medium">${frage}</h2>${paragraphs(antwort)}<p class="kern-body kern-body--small kern-body--muted">${haus}, ${formatInstant(veroeffentlichtAm)} · ${textLink(threads, `Rückfragen zu: ${record.name}`)}</p></article>`;
}

async function receive(deps: DiscussionDeps, request: PageRequest): Promise<PageAnswer> {
  const { principal, params, form: values } = request;
  const input = { frage: values.get('frage') ?? '', antwort: values.get('antwort') ?? '' };
  const outcome = await publishAnswer(deps, principal, params.id ?? '', input);
  if (outcome.ok) return done(`/rueckfragen/${params.id}`, 'veroeffentlicht');
  return outcome.refusal.fields ? showForm(deps, request, outcome.refusal) : refusal(outcome.refusal);
}

async function showForm(
  deps: DiscussionDeps,
  { principal, params, form: values, csrfToken }: PageRequest,
  refused: Refusal | null,
): Promise<PageAnswer> {
  const read = await readThread(deps, principal, params.id ?? '');
  if (!read.ok) return refusal(read.refusal);
  const { zeile, beitraege, antwort } = read.value;
  if (!(await deps.houseOf(principal))?.isProvider) return refusal(onlyProvider);
  if (zeile.zustand !== 'beantwortet') return refusal(notAnswered);
  if (antwort !== null) return refusal(published);
  const answer = beitraege.findLast(({ art }) => art === 'antwort')?.fassungen.at(-1)?.text;
  const problems = refused?.fields ?? [];
  const fields = html`${inputField({ name: 'frage', label: 'Die Frage, ohne die Kommune zu nennen', value: values.get('frage') ?? zeile.betreff, maxLength: 500, error: errorOf(problems, 'frage') })}
    ${textareaField({ name: 'antwort', label: 'Die Antwort für alle', value: values.get('antwort') ?? answer, rows: 8, maxLength: longestText, error: errorOf(problems, 'antwort') })}
    ${button('Für alle veröffentlichen')}`;
  const address = `/rueckfragen/${zeile.id}`;
  const content = {
    title: 'Als Antwort für alle veröffentlichen',
    lead: `Alle betreuten Kommunen lesen Frage und Antwort, auch an der Sache selbst: ${zeile.allgemein.name}. Wer gefragt hat, steht nicht dabei. Bitte streichen Sie, was nur diese Kommune angeht.`,
    breadcrumb: [
      { label: 'Rückfragen', href: '/rueckfragen' },
      { label: zeile.betreff, href: address },
    ],
    error: refused !== null,
    main: html`${refusalNotice(refused)}${form({ action: `${address}/veroeffentlichen`, csrfToken }, fields)}`,
    nextSteps: [{ label: 'Zurück, ohne zu veröffentlichen', href: address }],
  };
  return page(content, refused === null ? 200 : 422);
}
