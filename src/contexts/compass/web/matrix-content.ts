import { html } from 'hono/html';
import { type FieldProblem, isUuid } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import {
  alert,
  emptyState,
  errorSummary,
  formatNumber,
  type Html,
  type ListResult,
  listParametersOf,
  type MatrixRow,
  matrix,
  pagination,
  textLink,
} from '#ui';
import type { StandZeile } from '../use-cases/stand-liste.ts';
import { standDefinition } from '../views/stand-list.ts';
import { matrixColumns } from './matrix-columns.ts';
import { matrixFilter } from './matrix-filter.ts';
import { type MatrixSheet, matrixAddress, rowsPerPage } from './matrix-sheet.ts';
import { sammelAddress } from './sammel-address.ts';

interface Shown {
  readonly rows: readonly MatrixRow[];
  readonly status?: string | undefined;
  readonly problems?: readonly FieldProblem[];
  readonly conflicts?: number;
}

export const savedText = (count: number) =>
  count === 0
    ? 'Es hat sich nichts geändert.'
    : count === 1
      ? '1 Leistung gespeichert.'
      : `${formatNumber(count)} Leistungen gespeichert.`;

/** The table with its filter, its notices and its pages. */
export function matrixContent(sheet: MatrixSheet, request: PageRequest, shown: Shown): PageContent {
  const { editor, liste, loesungen, result } = sheet;
  const { name } = editor.kommune;
  const query = listParametersOf(standDefinition, result.query).toString();
  return {
    title: 'Umsetzungsstand als Tabelle',
    preline: name,
    lead: 'Viele Leistungen auf einmal, mit der Tastatur. Gespeichert wird, was Sie ändern; was jemand anderes inzwischen gespeichert hat, wird nie überschrieben.',
    breadcrumb: [{ label: 'Umsetzungsstand', href: '/stand' }],
    wide: true,
    scripts: ['matrix'],
    main: html`${matrixFilter(sheet)}<p class="kern-body">${formatNumber(result.total)} ${result.total === 1 ? 'Leistung' : 'Leistungen'}</p>${
      shown.rows.length === 0
        ? emptyState({ title: 'Keine Leistung gefunden', body: 'Bitte ändern Sie die Auswahl.' })
        : matrix({
            id: 'stand-matrix',
            caption: `Umsetzungsstand von ${name}`,
            rowLabel: 'Leistung',
            columns: matrixColumns({ ...liste, loesungen }),
            rows: shown.rows,
            action: matrixAddress,
            csrfToken: request.csrfToken,
            hidden: { abfrage: query },
            notice: notice(shown),
            status: shown.status,
            pages: html`${undoLink(request.query.get('sammel'))}${pagination({
              page: result.page,
              pages: Math.max(1, Math.ceil(result.total / rowsPerPage)),
              href: (number) => pageAddress(result, number),
            })}`,
          })
    }`,
    nextSteps: [
      { label: 'Zur Liste', href: '/stand' },
      { label: 'Aus Excel einfügen', href: '/stand/einfuegen' },
    ],
  };
}

function pageAddress(result: ListResult<StandZeile>, number: number): string {
  return `${matrixAddress}?${listParametersOf(standDefinition, { ...result.query, page: number })}`;
}

function notice({ problems = [], conflicts = 0 }: Shown): Html | '' {
  if (problems.length > 0) return errorSummary(problems);
  return conflicts > 0
    ? alert({
        kind: 'warning',
        title: 'Jemand anderes hat inzwischen gespeichert',
        body: 'Ihre Angaben stehen noch da und sind nicht gespeichert. Bitte entscheiden Sie in jeder markierten Zeile, was gilt.',
        live: true,
      })
    : '';
}

/** A link and no form: it stands inside the form of the matrix. */
function undoLink(id: string | null): Html | '' {
  return id !== null && isUuid(id)
    ? html`<p class="kern-body">${textLink(`${sammelAddress}/${id}`, 'Letztes Speichern ansehen oder rückgängig machen')}</p>`
    : '';
}
