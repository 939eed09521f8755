import { html, raw } from 'hono/html';
import type { Refusal } from '#kernel';
import { formField, type PageAnswer, type PageRequest, type PageRoute, refusal } from '#platform';
import {
  type AnsweredList,
  answerList,
  emptyState,
  type ListDefinition,
  listEndings,
  listPage,
  refusalNotice,
  section,
} from '#ui';
import type { NoticesDeps } from '../deps.ts';
import { htmlOfText } from '../domain/render-text.ts';
import { readZiele } from '../use-cases/find-recipients.ts';
import { readVerteiler } from '../use-cases/keep-verteiler.ts';
import { readRundmail } from '../use-cases/read-rundmails.ts';
import { releaseRundmail } from '../use-cases/release-rundmail.ts';
import { type Steering, steerRundmail } from '../use-cases/steer-rundmail.ts';
import { auswahlText } from '../views/labels.ts';
import { done, flashOf, pageOrRefused, withCaller } from './answers.ts';
import { type RecipientRow, recipientRows, recipientsList } from './recipients-list.ts';
import { actionsPart, facts, progressPart, steerings } from './rundmail-parts.ts';

/** One Rundmail: its recipients, its release, and what can be done with it. */
export function rundmailRoutes(deps: NoticesDeps): readonly PageRoute[] {
  const access = { permission: 'notices.send' } as const;
  const see = { capability: 'notices.rundmail.show', access, method: 'GET' } as const;
  const path = '/rundmails/:id';
  return [
    { ...see, path, handle: (request) => show(deps, request, null) },
    ...listEndings.slice(1).map(
      (ending): PageRoute => ({
        ...see,
        path: `${path}/empfaenger${ending}`,
        handle: (request) => show(deps, request, null),
      }),
    ),
    {
      capability: 'notices.rundmail.release',
      access,
      method: 'POST',
      path: `${path}/freigeben`,
      handle: (request) => release(deps, request),
    },
    ...Object.entries(steerings).map(([name, [capability]]) => ({
      capability,
      access,
      method: 'POST' as const,
      path: `${path}/${name}`,
      handle: (request: PageRequest) => steer(deps, request, name as Steering),
    })),
  ];
}

function release(deps: NoticesDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const id = request.params.id ?? '';
    const released = await releaseRundmail(deps, caller, id, formField(request.form, 'pruefsumme'));
    return released.ok ? done(`/rundmails/${id}`, 'freigeben') : show(deps, request, released.refusal);
  });
}

function steer(deps: NoticesDeps, request: PageRequest, action: Steering): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const id = request.params.id ?? '';
    const steered = await steerRundmail(deps, caller, id, action);
    return steered.ok ? done(`/rundmails/${id}`, action) : show(deps, request, steered.refusal);
  });
}

function show(deps: NoticesDeps, request: PageRequest, reason: Refusal | null): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const detail = await readRundmail(deps, caller, request.params.id ?? '');
    if (!detail.ok) return refusal(detail.refusal);
    const { rundmail } = detail.value;
    const definition = recipientsList(rundmail.id);
    const list = { definition, rows: recipientRows(detail.value) };
    const title = `Empfänger: ${rundmail.betreff}`;
    const file = { fileName: 'empfaenger', title, source: 'Leitwerk', state: '' };
    const answered = await answerList(deps, list, request, file);
    if (answered.kind === 'download') return answered;
    const ziele = await readZiele(deps, caller);
    const who = auswahlText(rundmail.auswahl, ziele, await readVerteiler(deps, caller));
    const content = {
      title: rundmail.betreff,
      preline: 'Rundmail',
      wide: true,
      breadcrumb: [{ label: 'Rundmails', href: '/rundmails' }],
      ...flashOf(request),
      main: html`<div class="lw-stack">${refusalNotice(reason)}${facts(rundmail, who)}${progressPart(detail.value)}
        ${actionsPart(detail.value, request)}
        ${section('Text', html`<div class="lw-measure kern-body">${raw(htmlOfText(rundmail.text))}</div>`)}
        ${section('Empfänger', recipientsPart(rundmail.id, definition, answered))}</div>`,
    };
    return pageOrRefused(content, reason);
  });
}

function recipientsPart(
  id: string,
  definition: ListDefinition<RecipientRow>,
  { result, problems }: AnsweredList<RecipientRow>,
) {
  return listPage(definition, result, {
    action: `/rundmails/${id}`,
    caption: 'Empfänger',
    files: `/rundmails/${id}/empfaenger`,
    problems,
    noun: ['Person', 'Personen'],
    emptyState: emptyState({
      title: 'Niemand',
      body: 'In keiner der gewählten Kommunen hat jemand mit offenem Zugang eine der Rollen.',
    }),
  });
}
