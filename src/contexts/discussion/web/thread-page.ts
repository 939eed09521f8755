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
import { badge, descriptionList, formatInstant, refusalNotice, textLink } from '#ui';
import type { DiscussionDeps } from '../deps.ts';
import { contribute } from '../use-cases/contribute.ts';
import { follow, keepSeen } from '../use-cases/keep-reading.ts';
import { type GelesenerThread, readThread } from '../use-cases/read.ts';
import { schreiben } from '../use-cases/teilnehmer.ts';
import { done, type FlashName, flashOf } from './answers.ts';
import { anText } from './list-definition.ts';
import { followForm, stepForms } from './step-forms.ts';
import { antwortSection, notKept, verlauf } from './thread-parts.ts';
import { zustandBadge } from './zustand-badge.ts';

/** One thread: what was said, and the forms of whoever may go on. */
export function threadRoutes(deps: DiscussionDeps): readonly PageRoute[] {
  return [
    {
      capability: 'discussion.show',
      method: 'GET',
      path: '/rueckfragen/:id',
      access: 'signed-in',
      handle: (request) => showThread(deps, request, null),
    },
    {
      capability: 'discussion.contribute',
      method: 'POST',
      path: '/rueckfragen/:id/beitraege',
      access: { permission: schreiben },
      handle: (request) => receive(deps, request),
    },
    {
      capability: 'discussion.follow',
      method: 'POST',
      path: '/rueckfragen/:id/folgen',
      access: 'signed-in',
      handle: async ({ principal, params, form }) => {
        const id = params.id ?? '';
        const folgt = form.get('folgt') === 'ja';
        const kept = await follow(deps, principal, id, folgt);
        return kept.ok ? done(`/rueckfragen/${id}`, folgt ? 'folgen' : 'stumm') : refusal(kept.refusal);
      },
    },
  ];
}

async function receive(deps: DiscussionDeps, request: PageRequest): Promise<PageAnswer> {
  const { principal, params, form } = request;
  const id = params.id ?? '';
  const art = form.get('art') ?? '';
  const text = typedText(request);
  const added = await contribute(deps, principal, id, { art, text });
  if (added.ok) return done(`/rueckfragen/${id}`, art as FlashName);
  const { kind } = added.refusal;
  // What was typed is kept on the page that says what is wrong with it, also where somebody was faster.
  return kind === 'invalid' || kind === 'conflict'
    ? showThread(deps, request, added.refusal)
    : refusal(added.refusal);
}

function typedText({ form }: PageRequest): string {
  return form.get('text') ?? form.get(`grund-${form.get('art')}`) ?? '';
}

async function showThread(
  deps: DiscussionDeps,
  request: PageRequest,
  refused: Refusal | null,
): Promise<PageAnswer> {
  const read = await readThread(deps, request.principal, request.params.id ?? '');
  if (!read.ok) return refusal(read.refusal);
  await keepSeen(deps, read.value);
  const status = refused === null ? 200 : refused.kind === 'conflict' ? 409 : 422;
  return page(content(deps, read.value, request, refused), status);
}

function content(
  deps: DiscussionDeps,
  thread: GelesenerThread,
  request: PageRequest,
  refused: Refusal | null,
): PageContent {
  const { zeile, antwort } = thread;
  const art = deps.records.find((kind) => kind.art === zeile.record.art)?.label ?? zeile.record.art;
  return {
    title: zeile.betreff,
    preline: 'Rückfrage',
    breadcrumb: [{ label: 'Rückfragen', href: '/rueckfragen' }],
    error: refused !== null,
    ...flashOf(request),
    main: html`${refusalNotice(refused)}${refused?.kind === 'conflict' ? notKept(typedText(request)) : ''}
      <p>${zustandBadge(zeile.zustand)} ${zeile.folgt === false ? badge('neutral', 'stumm') : ''}</p>
      ${descriptionList([
        ['Zu', html`${art}: ${textLink(zeile.record.href, zeile.record.name)}`],
        ['Von', zeile.haus],
        ['An', anText(zeile)],
        ['Gestellt', formatInstant(zeile.gestelltAm)],
      ])}
      ${antwortSection(thread, request.csrfToken)}
      ${verlauf(thread, deps.clock.now())}
      ${stepForms(thread, request, refused)}
      ${followForm(thread, request.csrfToken)}`,
    nextSteps: [
      ...(mayPublish(thread) && antwort === null
        ? [
            {
              label: 'Als Antwort für alle veröffentlichen',
              href: `/rueckfragen/${zeile.id}/veroeffentlichen`,
            },
          ]
        : []),
      {
        label: 'Alle Rückfragen hierzu',
        href: `/rueckfragen?zu=${encodeURIComponent(`${zeile.record.art}:${zeile.record.id}`)}`,
      },
      { label: 'Alle Rückfragen', href: '/rueckfragen' },
    ],
  };
}

function mayPublish({ zeile, teilnehmer }: GelesenerThread): boolean {
  const provider = zeile.recipient === teilnehmer.tenant || zeile.verbund === teilnehmer.tenant;
  const { permissions } = teilnehmer.principal;
  return (
    provider &&
    zeile.zustand === 'beantwortet' &&
    permissions.has('circle.read') &&
    permissions.has(schreiben)
  );
}
