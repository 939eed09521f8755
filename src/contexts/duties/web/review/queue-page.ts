import { html } from 'hono/html';
import { evidenceLabel, formatLocalDate } from '#kernel';
import type { PageAnswer, PageContent, PageRequest } from '#platform';
import {
  answerList,
  distinctOptions,
  evidenceBadge,
  formatInstant,
  formatNumber,
  formatShare,
  type ListDefinition,
  linkButton,
  listIndex,
  listPage,
  statTiles,
  textLink,
} from '#ui';
import { mitgezogenLabel } from '../../domain/mitgezogen.ts';
import { vorschlagArtLabel } from '../../domain/regel-review.ts';
import { fortgeltungen } from '../../domain/reichweite.ts';
import type { DutiesDeps } from '../../doors-deps.ts';
import { isAnyToCheck } from '../../use-cases/mitgezogene-leistungen.ts';
import { nextUnreviewed, type ReviewRow, readReviewQueue } from '../../use-cases/read-review.ts';
import { pruefstandBadge, pruefstandLabel } from './pruefstand-badge.ts';

const definition: ListDefinition<ReviewRow> = {
  id: 'pruefung',
  defaultSort: { key: 'erreicht', descending: true },
  search: ({ regel }) => `${regel.aufgabe} ${regel.norm} ${regel.id} ${regel.stelle ?? ''}`,
  columns: [
    {
      key: 'aufgabe',
      label: 'Regel',
      value: ({ regel }) => regel.aufgabe,
      cell: ({ regel }) => textLink(`/regeln/${regel.id}`, regel.aufgabe),
      sortable: true,
      width: 'wide',
    },
    { key: 'themenfeld', label: 'Themenfeld', value: ({ themenfeld }) => themenfeld, sortable: true },
    { key: 'norm', label: 'Norm', value: ({ regel }) => regel.norm, sortable: true, width: 'wide' },
    {
      key: 'beleg',
      label: 'Beleg',
      value: ({ regel }) => evidenceLabel[regel.evidenz],
      cell: ({ regel }) => evidenceBadge(regel.evidenz),
      sortable: true,
    },
    {
      key: 'erreicht',
      label: 'Leistungen',
      kind: 'number',
      value: ({ erreicht }) => erreicht,
      sortable: true,
    },
    {
      key: 'stand',
      label: 'Stand',
      value: ({ stand }) => pruefstandLabel[stand],
      cell: (row) => html`${pruefstandBadge(row.stand)}${movedNote(row)}`,
      sortable: true,
    },
    { key: 'mitgezogen', label: 'Mitgezogen', value: movedText, exportOnly: true },
    { key: 'zuletzt', label: 'Zuletzt', value: lastDecision, exportOnly: true },
    { key: 'id', label: 'Kennung', value: ({ regel }) => regel.id, exportOnly: true },
  ],
  filters: [
    {
      key: 'stand',
      label: 'Stand',
      options: distinctOptions(({ stand }: ReviewRow) => pruefstandLabel[stand]),
      values: ({ stand }) => pruefstandLabel[stand],
    },
    {
      key: 'mitgezogen',
      label: 'Mitgezogen',
      options: fortgeltungen.map((art) => ({ value: art, label: mitgezogenLabel[art] })),
      values: ({ mitgezogen }) => mitgezogen.map(({ frueher }) => frueher.art),
    },
    {
      key: 'themenfeld',
      label: 'Themenfeld',
      options: distinctOptions(({ themenfeld }: ReviewRow) => themenfeld),
      values: ({ themenfeld }) => themenfeld,
    },
    {
      key: 'beleg',
      label: 'Beleg',
      options: distinctOptions(({ regel }: ReviewRow) => evidenceLabel[regel.evidenz]),
      values: ({ regel }) => evidenceLabel[regel.evidenz],
    },
  ],
};

/** All rules with their state in the review, as a page or a file. */
export async function showQueue(
  deps: DutiesDeps,
  request: PageRequest,
  format: 'csv' | 'xlsx' | null,
): Promise<PageAnswer> {
  const { principal } = request;
  const rows = principal === null ? [] : await readReviewQueue(deps.db, await deps.world(), principal);
  const answered = await answerList(
    deps,
    { definition, index: listIndex(definition, rows) },
    request.query,
    format,
    {
      fileName: 'pruefung-der-regeln',
      title: 'Prüfung der Regeln',
      source: 'Leitwerk, Regelwerk Nordrhein-Westfalen',
      state: formatLocalDate(deps.clock.today()),
    },
  );
  if (answered.kind === 'download') return answered;
  const list = listPage(definition, answered.result, {
    action: '/regeln/pruefen',
    caption: 'Regeln und ihr Stand',
    exportLinks: { csv: '/regeln/pruefen.csv', xlsx: '/regeln/pruefen.xlsx' },
    problems: answered.problems,
    noun: ['Regel', 'Regeln'],
  });
  return { kind: 'page', content: content(rows, list) };
}

/** Goes to the rule that waits longest for a look: the widest unreviewed one after the named one. */
export async function goToNext(deps: DutiesDeps, { principal, query }: PageRequest): Promise<PageAnswer> {
  const rows = principal === null ? [] : await readReviewQueue(deps.db, await deps.world(), principal);
  const next = nextUnreviewed(rows, query.get('nach'));
  return { kind: 'redirect', to: next === null ? '/regeln/pruefen' : `/regeln/${next.regel.id}` };
}

function content(rows: readonly ReviewRow[], list: ReturnType<typeof listPage>): PageContent {
  const done = rows.filter(({ stand }) => stand === 'geprueft').length;
  const moved = rows.filter(({ mitgezogen }) => isAnyToCheck(mitgezogen)).length;
  const waiting = rows.filter(({ stand }) => stand === 'vorgeschlagen').length;
  return {
    title: 'Regeln prüfen',
    preline: 'Werkbank',
    lead: 'Eine Person liest die Norm und schlägt vor, eine zweite entscheidet. Was geprüft ist, trägt die Arbeitsgruppe.',
    breadcrumb: [{ label: 'Regeln', href: '/regeln' }],
    wide: true,
    main: html`${statTiles([
      {
        label: 'Geprüft',
        value: formatShare(done, rows.length),
        note: `${formatNumber(done)} von ${formatNumber(rows.length)} Regeln`,
      },
      {
        label: 'Vorschläge offen',
        value: formatNumber(waiting),
        href: '/regeln/vorschlaege',
        note: 'warten auf eine zweite Person',
      },
      ...(moved === 0
        ? []
        : [
            {
              label: 'Nach Teilung oder Zusammenlegung zu prüfen',
              value: formatNumber(moved),
              href: '/regeln/pruefen?mitgezogen=teilung&mitgezogen=zusammenlegung',
              note: 'Regeln, die mit dem Katalog mitgezogen sind',
            },
          ]),
    ])}
      <p>${linkButton('Nächste ungeprüfte Regel', '/regeln/pruefen/naechste', { accessKey: 'n' })}</p>${list}`,
    nextSteps: [
      { label: 'Vorschläge', href: '/regeln/vorschlaege' },
      { label: 'Was noch offen ist', href: '/regeln/offen' },
    ],
  };
}

function lastDecision({ zuletzt }: ReviewRow): string | null {
  return zuletzt === null
    ? null
    : `${vorschlagArtLabel[zuletzt.art]}, ${formatInstant(zuletzt.entschiedenAm)}`;
}

/** „2 Leistungen nach Teilung zu prüfen“: how far a rule has moved along with the catalogue; null where it has not. */
function movedText({ mitgezogen }: ReviewRow): string | null {
  const counts = fortgeltungen.flatMap((art) => {
    const count = mitgezogen.filter(({ frueher }) => frueher.art === art).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? 'Leistung' : 'Leistungen'} ${mitgezogenLabel[art]}`];
  });
  return counts.join(', ') || null;
}

function movedNote(row: ReviewRow) {
  const text = movedText(row);
  return text === null ? '' : html`<p class="kern-body kern-body--small">${text}</p>`;
}
