import { html } from 'hono/html';
import { evidenceLabel } from '#kernel';
import { distinctOptions, evidenceBadge, formatInstant, type ListDefinition, textLink } from '#ui';
import { mitgezogenLabel } from '../../domain/mitgezogen.ts';
import { vorschlagArtLabel } from '../../domain/regel-review.ts';
import { fortgeltungen } from '../../domain/reichweite.ts';
import type { ReviewRow } from '../../use-cases/read-review.ts';
import { pruefstandBadge, pruefstandLabel } from './pruefstand-badge.ts';

export const definition: ListDefinition<ReviewRow> = {
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

export function lastDecision({ zuletzt }: ReviewRow): string | null {
  return zuletzt === null
    ? null
    : `${vorschlagArtLabel[zuletzt.art]}, ${formatInstant(zuletzt.entschiedenAm)}`;
}

/** „2 Leistungen nach Teilung zu prüfen“: how far a rule has moved along with the catalogue; null where it has not. */
export function movedText({ mitgezogen }: ReviewRow): string | null {
  const counts = fortgeltungen.flatMap((art) => {
    const count = mitgezogen.filter(({ frueher }) => frueher.art === art).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? 'Leistung' : 'Leistungen'} ${mitgezogenLabel[art]}`];
  });
  return counts.join(', ') || null;
}

export function movedNote(row: ReviewRow) {
  const text = movedText(row);
  return text === null ? '' : html`<p class="kern-body kern-body--small">${text}</p>`;
}
