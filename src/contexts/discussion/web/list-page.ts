import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import { answerList, button, emptyState, form, listEndings, listPage } from '#ui';
import type { DiscussionDeps } from '../deps.ts';
import type { RueckfrageZeile } from '../domain/rueckfrage.ts';
import { parseRecordText } from '../record-kind.ts';
import { markRead } from '../use-cases/keep-reading.ts';
import { readRueckfragen } from '../use-cases/read.ts';
import { done, flashOf } from './answers.ts';
import { rueckfragenDefinition } from './list-definition.ts';

/** The list of questions, as page and as files, and the button that marks all as read. */
export function listRoutes(deps: DiscussionDeps): readonly PageRoute[] {
  const list = listEndings.map(
    (ending): PageRoute => ({
      capability: 'discussion.list',
      method: 'GET',
      path: `/rueckfragen${ending}`,
      access: 'signed-in',
      handle: (request) => show(deps, request),
    }),
  );
  return [
    ...list,
    {
      capability: 'discussion.gelesen',
      method: 'POST',
      path: '/rueckfragen/gelesen',
      access: 'signed-in',
      handle: async ({ principal }) => {
        const marked = await markRead(deps, principal, null);
        return marked.ok ? done('/rueckfragen', 'gelesen') : refusal(marked.refusal);
      },
    },
  ];
}

async function show(deps: DiscussionDeps, request: PageRequest): Promise<PageAnswer> {
  const read = await readRueckfragen(deps, request.principal);
  if (!read.ok) return refusal(read.refusal);
  const definition = rueckfragenDefinition(deps.records);
  const zu = parseRecordText(request.query.get('zu') ?? '');
  const rows = zu === null ? read.value : read.value.filter(({ record }) => hangsOn(record, zu));
  const answered = await answerList(deps, { definition, rows }, request, {
    fileName: 'rueckfragen',
    title: 'Rückfragen',
    source: 'Rückfragen, die diese Person sehen darf',
    state: formatLocalDate(deps.clock.today()),
  });
  if (answered.kind === 'download') return answered;
  const main = listPage(definition, answered.result, {
    action: '/rueckfragen',
    caption: 'Rückfragen',
    problems: answered.problems,
    noun: ['Rückfrage', 'Rückfragen'],
    emptyState: nothingYet,
  });
  const name = zu === null ? null : (rows[0]?.record.name ?? zu.id);
  return page({
    title: name === null ? 'Rückfragen' : `Rückfragen zu: ${name}`,
    lead: leadOf(rows),
    wide: true,
    ...flashOf(request),
    main: html`${markAll(rows, request.csrfToken)}${main}`,
    nextSteps: [
      ...(name === null ? [] : [{ label: 'Alle Rückfragen', href: '/rueckfragen' }]),
      { label: 'Veröffentlichte Antworten', href: '/rueckfragen/antworten' },
    ],
  });
}

function hangsOn(
  record: RueckfrageZeile['record'],
  { art, id }: { readonly art: string; readonly id: string },
): boolean {
  return record.art === art && record.id === id;
}

function leadOf(rows: readonly RueckfrageZeile[]): string {
  const unread = rows.filter(({ ungelesen }) => ungelesen).length;
  if (unread === 0) return 'Sie haben nichts Ungelesenes.';
  return unread === 1
    ? 'Eine Rückfrage haben Sie noch nicht gelesen.'
    : `${unread} haben Sie noch nicht gelesen.`;
}

function markAll(rows: readonly RueckfrageZeile[], csrfToken: string) {
  if (!rows.some(({ ungelesen }) => ungelesen)) return '';
  return form(
    { action: '/rueckfragen/gelesen', csrfToken, label: 'Alle als gelesen markieren' },
    button('Alle als gelesen markieren', { kind: 'secondary', small: true }),
  );
}

const nothingYet = emptyState({
  title: 'Noch keine Rückfrage',
  body: 'Öffnen Sie eine Leistung, eine Regel oder eine Pflicht und wählen Sie dort „Rückfrage stellen“. Ihre Frage steht dann hier, bis sie beantwortet oder zurückgezogen ist.',
});
