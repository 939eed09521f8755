import { html } from 'hono/html';
import { type PageAnswer, type PageRequest, type PageRoute, page } from '#platform';
import {
  answerList,
  badge,
  buttonRow,
  emptyState,
  formatInstant,
  type ListDefinition,
  linkButton,
  listEndings,
  listPage,
  textLink,
} from '#ui';
import type { NoticesDeps } from '../deps.ts';
import { rundmailStates } from '../domain/rundmail.ts';
import { readRundmails } from '../use-cases/read-rundmails.ts';
import { rundmailLabels } from '../views/labels.ts';
import { flashOf, withCaller } from './answers.ts';

type Row = Awaited<ReturnType<typeof readRundmails>>[number];

/** When it was or will be sent, in words. */
function timeOf({ zustand, geplantFuer, angelegtAm, begonnenAm }: Row): string {
  if (begonnenAm) return `begonnen ${formatInstant(begonnenAm)}`;
  if (geplantFuer) return `geplant für ${formatInstant(geplantFuer)}`;
  return zustand === 'entwurf' ? `angelegt ${formatInstant(angelegtAm)}` : '';
}

const definition: ListDefinition<Row> = {
  id: 'rundmails',
  // No column has this key: the youngest first.
  defaultSort: { key: 'neueste-zuerst', descending: false },
  search: ({ betreff, text }) => `${betreff} ${text}`,
  columns: [
    {
      key: 'betreff',
      label: 'Betreff',
      value: ({ betreff }) => betreff,
      cell: ({ id, betreff }) => textLink(`/rundmails/${id}`, betreff),
      sortable: true,
      width: 'wide',
    },
    {
      key: 'zustand',
      label: 'Zustand',
      value: ({ zustand }) => rundmailLabels[zustand][1],
      cell: ({ zustand }) => badge(...rundmailLabels[zustand]),
      sortable: true,
    },
    { key: 'zeit', label: 'Zeit', value: timeOf },
    { key: 'gesendet', label: 'Gesendet', kind: 'number', value: ({ gesendet }) => gesendet },
    { key: 'offen', label: 'Offen', kind: 'number', value: ({ offen }) => offen },
    { key: 'aufgegeben', label: 'Aufgegeben', kind: 'number', value: ({ aufgegeben }) => aufgegeben },
  ],
  filters: [
    {
      key: 'zustand',
      label: 'Zustand',
      options: rundmailStates.map((value) => ({ value, label: rundmailLabels[value][1] })),
      values: ({ zustand }) => zustand,
    },
  ],
};

/** The Rundmails of the own organisation: the page and its two exports. */
export function rundmailListRoutes(deps: NoticesDeps): readonly PageRoute[] {
  const route = {
    capability: 'notices.rundmail.list',
    access: { permission: 'notices.send' },
    method: 'GET',
  } as const;
  return listEndings.map(
    (ending): PageRoute => ({
      ...route,
      path: `/rundmails${ending}`,
      handle: (request) => show(deps, request),
    }),
  );
}

function show(deps: NoticesDeps, request: PageRequest): Promise<PageAnswer> {
  return withCaller(request.principal, async (caller) => {
    const list = { definition, rows: await readRundmails(deps, caller) };
    const file = { fileName: 'rundmails', title: 'Rundmails', source: 'Leitwerk', state: '' };
    const answered = await answerList(deps, list, request, file);
    if (answered.kind === 'download') return answered;
    const write = linkButton('Rundmail schreiben', '/rundmails/neu');
    const { mails, minutes } = deps.mailRate;
    return page({
      title: 'Rundmails',
      lead: `Was Ihr Haus den betreuten Kommunen schreibt. Es gehen höchstens ${mails} Mails in ${minutes} Minuten hinaus; was scheitert, wird einzeln noch einmal versucht.`,
      wide: true,
      ...flashOf(request),
      main: html`${buttonRow(write, linkButton('Verteiler', '/rundmails/verteiler', { kind: 'secondary' }))}
        ${listPage(definition, answered.result, {
          action: '/rundmails',
          caption: 'Rundmails',
          problems: answered.problems,
          noun: ['Rundmail', 'Rundmails'],
          emptyState: emptyState({
            title: 'Noch keine Rundmails',
            body: 'Schreiben Sie die erste. Vor dem Senden sehen Sie genau, wer sie bekommt.',
            action: write,
          }),
        })}`,
    });
  });
}
