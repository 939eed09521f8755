import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import { formatNumber } from '../format.ts';
import { type Html, idFrom } from '../html.ts';
import { textLink } from '../link.ts';
import { messages } from '../messages.ts';
import { table } from '../table.ts';
import { figure } from './chart.ts';
import { patterns } from './patterns.ts';
import { daysBetween, monthEnd, monthLabel, monthMarks, monthStart, percentOf, round } from './scale.ts';

/** A stretch of days, both included; without `to` it goes on. */
export interface Stretch {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/** One line of a timetable: what was planned and what happened. */
export interface TimetableRow {
  readonly label: string;
  readonly href?: string | undefined;
  /** What it belongs to; shown above the first row of each group. */
  readonly group?: string | undefined;
  readonly planned: Stretch | null;
  readonly actual: Stretch | null;
}

export interface TimetableOptions {
  readonly id: string;
  readonly caption: string;
  readonly description: string;
  /** The timetable begins with the month of this day. */
  readonly from: LocalDate;
  readonly months?: number | undefined;
  readonly today: LocalDate;
  readonly rows: readonly TimetableRow[];
  readonly rowLabel?: string | undefined;
}

interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly today: LocalDate;
}

/** Plans and what became of them over 24 months: planned above hollow, actual below filled, the slip named in days. */
export function timetable(options: TimetableOptions): Html {
  const id = idFrom('bild', options.id);
  const span = {
    from: monthStart(options.from),
    to: monthEnd(options.from, (options.months ?? 24) - 1),
    today: options.today,
  };
  const legend = html`<ul class="lw-keys"><li>${key(id, 'plan')}<span>${messages.chart.planned}</span></li><li>${key(id, 'ist')}<span>${messages.chart.actual}</span></li><li>${key(id, 'verzug')}<span>${messages.chart.slip}</span></li><li>${key(id, 'heute')}<span>${messages.chart.today}: ${formatLocalDate(options.today)}</span></li></ul>`;
  const picture = html`<p class="kern-body kern-body--small kern-body--muted">${options.description}</p><svg class="lw-defs" width="0" height="0" aria-hidden="true">${patterns(id, ['2'])}</svg>${legend}<div class="lw-timetable"><div class="lw-timetable__row" aria-hidden="true"><span class="lw-timetable__label"></span>${months(span)}</div>${groupsOf(options.rows).map((rows) => group(id, rows, span))}</div>`;
  return figure(options.caption, picture, numbers(options));
}

/** Rows that follow each other and belong to the same. */
function groupsOf(rows: readonly TimetableRow[]): readonly (readonly TimetableRow[])[] {
  const groups: TimetableRow[][] = [];
  for (const row of rows) {
    const open = groups.at(-1);
    if (open && open[0]?.group === row.group) open.push(row);
    else groups.push([row]);
  }
  return groups;
}

function group(id: string, rows: readonly TimetableRow[], span: Span): Html {
  const name = rows[0]?.group;
  return html`${name ? html`<p class="lw-timetable__group">${name}</p>` : ''}<ul>${rows.map(
    (row) =>
      html`<li class="lw-timetable__row"><span class="lw-timetable__label">${row.href ? textLink(row.href, row.label, { small: true }) : row.label}<span class="kern-sr-only">: ${messages.chart.planned} ${stretchText(row.planned)}, ${messages.chart.actual} ${stretchText(row.actual)}, ${messages.chart.difference} ${slipText(row, span.today)}</span></span>${bars(id, row, span)}</li>`,
  )}</ul>`;
}

function months(span: Span): Html {
  return html`<svg class="lw-timetable__bars" width="100%" height="24" focusable="false">${monthMarks(
    span.from,
    span.to,
    4,
  ).map(
    (day) =>
      html`<text class="lw-plot__label" x="${percentOf(day, span.from, span.to)}%" dx="2" y="16">${monthLabel(day)}</text>`,
  )}</svg>`;
}

function bars(id: string, row: TimetableRow, span: Span): Html {
  const grid = monthMarks(span.from, span.to, 8).map((day) => {
    const at = percentOf(day, span.from, span.to);
    return html`<line class="lw-plot__grid" x1="${at}%" x2="${at}%" y1="0" y2="40"/>`;
  });
  const today = percentOf(span.today, span.from, span.to);
  const line =
    today >= 0 && today <= 100
      ? html`<line class="lw-plot__today" x1="${today}%" x2="${today}%" y1="0" y2="40"/>`
      : '';
  return html`<svg class="lw-timetable__bars" width="100%" height="40" aria-hidden="true" focusable="false">${grid}${bar('lw-timetable__plan', row.planned, span, 5, 12)}${bar('lw-timetable__ist', row.actual, span, 21, 12)}${slipBar(id, row, span)}${line}</svg>`;
}

/** The part of a stretch within the timetable; an open end reaches to today, or a day where that lies before. */
function bar(look: string, stretch: Stretch | null, span: Span, y: number, height: number): Html | '' {
  if (!stretch) return '';
  const end = stretch.to ?? (span.today > stretch.from ? span.today : stretch.from);
  const box = within(stretch.from, end, span);
  if (box)
    return html`<rect class="${look}" x="${box.x}%" y="${y}" width="${box.width}%" height="${height}" rx="2"/>`;
  return end < span.from
    ? html`<text x="0" y="${y + height}">◀</text>`
    : html`<text x="100%" y="${y + height}" text-anchor="end">▶</text>`;
}

function within(
  from: LocalDate,
  to: LocalDate,
  span: Span,
): { readonly x: number; readonly width: number } | null {
  const start = Math.max(0, percentOf(from, span.from, span.to));
  const end = Math.min(100, percentOf(to, span.from, span.to));
  return end < 0 || start > 100 || end < start
    ? null
    : { x: start, width: Math.max(0.4, round(end - start)) };
}

/** From the planned to the actual end, or to today where it should be over and is not. */
function slipBar(id: string, row: TimetableRow, span: Span): Html | '' {
  const days = slipOf(row, span.today);
  const planned = row.planned?.to;
  if (days === null || days <= 0 || !planned) return '';
  const box = within(planned, row.actual?.to ?? span.today, span);
  if (!box) return '';
  const place = html` x="${box.x}%" y="5" width="${box.width}%" height="12"`;
  return html`<rect class="lw-timetable__slip"${place}/><rect fill="url(#${id}-muster-2)"${place}/>`;
}

/** How many days later than planned it ended, or is by today; negative where earlier, `null` where nothing says. */
export function slipOf(
  { planned, actual }: Pick<TimetableRow, 'planned' | 'actual'>,
  today: LocalDate,
): number | null {
  if (!planned?.to) return null;
  if (actual?.to) return daysBetween(planned.to, actual.to);
  return today > planned.to ? daysBetween(planned.to, today) : null;
}

function key(id: string, kind: 'plan' | 'ist' | 'verzug' | 'heute'): Html {
  const drawing = {
    plan: html`<rect class="lw-timetable__plan" x="1" y="3" width="38" height="12" rx="2"/>`,
    ist: html`<rect class="lw-timetable__ist" x="1" y="3" width="38" height="12" rx="2"/>`,
    verzug: html`<rect class="lw-timetable__slip" x="1" y="3" width="38" height="12"/><rect fill="url(#${id}-muster-2)" x="1" y="3" width="38" height="12"/>`,
    heute: html`<line class="lw-plot__today" x1="20" x2="20" y1="0" y2="18"/>`,
  };
  return html`<svg class="lw-legend__key" width="40" height="18" aria-hidden="true">${drawing[kind]}</svg>`;
}

function numbers({ caption, rows, today, rowLabel = messages.chart.task }: TimetableOptions): Html {
  const grouped = rows.some(({ group }) => group !== undefined);
  return table({
    caption,
    captionHidden: true,
    small: true,
    columns: [
      { label: rowLabel },
      ...(grouped ? [{ label: messages.chart.belongs }] : []),
      { label: messages.chart.planned },
      { label: messages.chart.actual },
      { label: messages.chart.difference },
    ],
    rows: rows.map((row) => [
      row.href ? textLink(row.href, row.label) : row.label,
      ...(grouped ? [row.group ?? '–'] : []),
      stretchText(row.planned),
      stretchText(row.actual),
      slipText(row, today),
    ]),
  });
}

function stretchText(stretch: Stretch | null): string {
  if (!stretch) return '–';
  return stretch.to
    ? `${formatLocalDate(stretch.from)} bis ${formatLocalDate(stretch.to)}`
    : `seit ${formatLocalDate(stretch.from)}`;
}

function slipText(row: TimetableRow, today: LocalDate): string {
  const days = slipOf(row, today);
  if (days === null) return '–';
  if (days === 0) return messages.chart.onTime;
  const count = Math.abs(days) === 1 ? '1 Tag' : `${formatNumber(Math.abs(days))} Tage`;
  if (days < 0) return `${count} früher`;
  return row.actual?.to ? `${count} später` : `${count} überfällig`;
}
