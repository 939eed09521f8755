import { html } from 'hono/html';
import { attributes, type Content, classes, type Html } from './html.ts';

export interface TableColumn {
  readonly label: string;
  readonly numeric?: boolean | undefined;
  /** `narrow` columns do not wrap, `wide` ones take what is left. */
  readonly width?: 'narrow' | 'wide' | undefined;
  /** Replaces the label in the head, such as a link that sorts. */
  readonly head?: Html | undefined;
  readonly sort?: 'ascending' | 'descending' | undefined;
}

export interface TableOptions {
  readonly caption: string;
  /** The caption is read aloud but not shown, where a heading says the same. */
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly TableColumn[];
  /** Cells in the order of the columns; the first one names its row. */
  readonly rows: readonly (readonly Content[])[];
  readonly footer?: readonly Content[] | undefined;
  /** Headings above rows that belong together, by the position of the row below; cells in the order of the columns. */
  readonly headings?: ReadonlyMap<number, readonly Content[]> | undefined;
  readonly small?: boolean | undefined;
  readonly empty?: Html | undefined;
}

// On narrow screens CSS turns rows into blocks, which takes the table's roles away in some browsers: so they stand here.
/** A table. On narrow screens each row becomes a block in which every value carries its column's name. */
export function table(options: TableOptions): Html {
  if (options.rows.length === 0 && options.empty) return options.empty;
  return html`<table${attributes({ class: classes('kern-table', 'lw-table', options.small && 'kern-table--small'), role: 'table' })}>
<caption class="${options.captionHidden ? 'kern-sr-only' : 'kern-title'}">${options.caption}</caption>
<thead class="kern-table__head" role="rowgroup"><tr class="kern-table__row" role="row">${options.columns.map(headCell)}</tr></thead>
<tbody class="kern-table__body" role="rowgroup">${options.rows.map((row, index) => [groupRow(options.headings?.get(index), options.columns), bodyRow(row, options.columns)])}</tbody>
${options.footer ? html`<tfoot class="kern-table__footer" role="rowgroup">${bodyRow(options.footer, options.columns, true)}</tfoot>` : ''}
</table>`;
}

function headCell(column: TableColumn): Html {
  return html`<th${attributes({
    class: classes(
      'kern-table__header',
      column.numeric && 'kern-table__header--numeric',
      column.width && `lw-col--${column.width}`,
    ),
    scope: 'col',
    role: 'columnheader',
    'aria-sort': column.sort,
  })}>${column.head ?? column.label}</th>`;
}

function groupRow(cells: readonly Content[] | undefined, columns: readonly TableColumn[]): Html | '' {
  if (!cells) return '';
  return html`<tr class="kern-table__row lw-table__group" role="row">${columns.map((column, index) => bodyCell(cells[index], column, index === 0, cells[index] === ''))}</tr>`;
}

function bodyRow(cells: readonly Content[], columns: readonly TableColumn[], sums = false): Html {
  return html`<tr class="kern-table__row" role="row">${columns.map((column, index) => bodyCell(cells[index], column, index === 0, sums && cells[index] === ''))}</tr>`;
}

function bodyCell(content: Content, column: TableColumn, first: boolean, blank = false): Html {
  const kind = first ? 'header' : 'cell';
  const attribute = attributes({
    class: classes(
      `kern-table__${kind}`,
      column.numeric && `kern-table__${kind}--numeric`,
      column.width && `lw-col--${column.width}`,
      blank && 'lw-table__blank',
    ),
    scope: first ? 'row' : undefined,
    role: first ? 'rowheader' : 'cell',
    'data-label': first ? undefined : column.label,
  });
  const value = html`<div class="lw-cell">${content}</div>`;
  return first ? html`<th${attribute}>${value}</th>` : html`<td${attribute}>${value}</td>`;
}
