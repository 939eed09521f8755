import { html } from 'hono/html';
import { attributes, classes, type Html, idFrom } from '../html.ts';
import { textLink } from '../link.ts';
import { messages } from '../messages.ts';

export interface HeatMapOptions {
  readonly id: string;
  readonly caption: string;
  readonly description: string;
  /** What a row is: „Kommune“. */
  readonly rowLabel: string;
  readonly columns: readonly { readonly label: string; readonly href?: string | undefined }[];
  readonly rows: readonly {
    readonly label: string;
    readonly href?: string | undefined;
    /** In the order of the columns; `null` is „keine Angabe“. */
    readonly values: readonly (number | null)[];
  }[];
  /** At most five, the smallest first: a value belongs to the last whose `from` it reaches. */
  readonly classes: readonly {
    readonly from: number;
    readonly label: string;
    /** Stands in the cells instead of the text, which is read aloud all the same; the key says what it means. */
    readonly sign?: string | undefined;
  }[];
  readonly format: (value: number) => string;
}

/** Values in rows and columns, the larger the deeper in colour. It is a table: every cell says its value. */
export function heatMap(options: HeatMapOptions): Html {
  const id = idFrom('bild', options.id);
  const keys = [
    ...options.classes.map(({ label, sign }, index) => [index + 1, label, sign ?? ''] as const),
    [0, messages.map.none, '–'] as const,
  ];
  return html`<figure class="lw-figure" aria-labelledby="${id}-titel"><figcaption class="kern-title kern-title--small" id="${id}-titel">${options.caption}</figcaption><p class="kern-body kern-body--small kern-body--muted">${options.description}</p>
<ul class="lw-keys">${keys.map(([shade, label, sign]) => html`<li><span class="lw-shade-key lw-shade-${shade}" aria-hidden="true">${sign}</span><span>${label}</span></li>`)}</ul>
<div class="lw-heat__scroll" role="region" aria-labelledby="${id}-titel" tabindex="0"><table${attributes({ class: classes('lw-heat', turned(options)) })}><caption class="kern-sr-only">${options.caption}</caption><thead><tr><th scope="col">${options.rowLabel}</th>${options.columns.map(
    ({ label, href }) =>
      html`<th scope="col"><span class="lw-heat__head">${href ? textLink(href, label) : label}</span></th>`,
  )}</tr></thead><tbody>${options.rows.map(
    (row) =>
      html`<tr><th scope="row">${row.href ? textLink(row.href, row.label) : row.label}</th>${options.columns.map((_, index) => cell(row.values[index] ?? null, options))}</tr>`,
  )}</tbody></table></div></figure>`;
}

/** Longer heads than this are turned where there are several columns. */
const shortHead = 6;

/** Many long heads stand upright beside each other; some do so on narrow screens only. */
function turned({ columns }: HeatMapOptions): string | false {
  if (columns.length <= 4 || columns.every(({ label }) => label.length <= shortHead)) return false;
  return columns.length > 10 ? 'lw-heat--turned' : 'lw-heat--turned-narrow';
}

function cell(value: number | null, { classes: steps, format }: HeatMapOptions): Html {
  const shade = value === null ? 0 : Math.max(1, steps.filter(({ from }) => value >= from).length);
  const sign = steps[shade - 1]?.sign;
  const shown = (short: string, long: string) =>
    html`<span aria-hidden="true">${short}</span><span class="kern-sr-only">${long}</span>`;
  if (value === null) return html`<td class="lw-shade-0">${shown('–', messages.map.none)}</td>`;
  const text = format(value);
  return html`<td class="lw-shade-${shade}">${sign === undefined ? text : shown(sign, text)}</td>`;
}
