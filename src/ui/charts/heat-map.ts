import { html } from 'hono/html';
import { attributes, type Html, idFrom } from '../html.ts';
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
  readonly classes: readonly { readonly from: number; readonly label: string }[];
  readonly format: (value: number) => string;
}

/** Values in rows and columns, the larger the deeper in colour. It is a table: every cell says its value. */
export function heatMap(options: HeatMapOptions): Html {
  const id = idFrom('bild', options.id);
  const keys = [
    ...options.classes.map(({ label }, index) => [index + 1, label] as const),
    [0, messages.map.none] as const,
  ];
  return html`<figure class="lw-figure" aria-labelledby="${id}-titel"><figcaption class="kern-title kern-title--small" id="${id}-titel">${options.caption}</figcaption><p class="kern-body kern-body--small kern-body--muted">${options.description}</p>
<ul class="lw-keys">${keys.map(([shade, label]) => html`<li><span class="lw-shade-key lw-shade-${shade}" aria-hidden="true">${shade === 0 ? '–' : ''}</span><span>${label}</span></li>`)}</ul>
<div class="lw-heat__scroll" role="region" aria-labelledby="${id}-titel" tabindex="0"><table class="lw-heat"><caption class="kern-sr-only">${options.caption}</caption><thead><tr><th scope="col">${options.rowLabel}</th>${options.columns.map(
    ({ label, href }) => html`<th scope="col">${href ? textLink(href, label) : label}</th>`,
  )}</tr></thead><tbody>${options.rows.map(
    (row) =>
      html`<tr><th scope="row">${row.href ? textLink(row.href, row.label) : row.label}</th>${options.columns.map((_, index) => cell(row.values[index] ?? null, options))}</tr>`,
  )}</tbody></table></div></figure>`;
}

function cell(value: number | null, { classes, format }: HeatMapOptions): Html {
  const shade = value === null ? 0 : Math.max(1, classes.filter(({ from }) => value >= from).length);
  return html`<td${attributes({ class: `lw-shade-${shade}` })}>${value === null ? html`<span aria-hidden="true">–</span><span class="kern-sr-only">${messages.map.none}</span>` : format(value)}</td>`;
}
