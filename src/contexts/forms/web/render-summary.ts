import { html } from 'hono/html';
import { alert, descriptionList, type Html, section, textLink } from '#ui';
import { type AnswerRow, type AnswerSection, answerDocument } from '../domain/evaluate/answer-document.ts';
import type { Evaluation } from '../domain/evaluate/evaluation.ts';
import { type Fee, feeOf } from '../domain/evaluate/fee.ts';
import { missing } from '../domain/evaluate/problems.ts';
import { formatCents } from '../domain/expression/format-value.ts';
import { messages } from './messages.ts';

export interface SummaryRendering {
  /** The address of a page, for „Ändern“; null where nothing can be changed any more. */
  readonly pageHref: ((page: string) => string) | null;
}

/** Check-your-answers: every question with its answer, the way back to each page, and the fee. */
export function renderSummary(evaluation: Evaluation, rendering: SummaryRendering): Html {
  const { sections } = answerDocument(evaluation);
  return html`${renderMissing(evaluation, rendering)}${sections.map((part) => renderSection(part, rendering))}${renderFee(feeOf(evaluation))}`;
}

function renderMissing(evaluation: Evaluation, { pageHref }: SummaryRendering): Html | '' {
  const problems = missing(evaluation);
  if (problems.length === 0) return '';
  const items = problems.map(
    ({ page, message }) => html`<li>${pageHref ? textLink(pageHref(page), message) : message}</li>`,
  );
  const body = html`<ul class="kern-list kern-list--bullet">${items}</ul>`;
  return alert({ kind: 'warning', title: messages.incompleteTitle, body });
}

function renderSection(part: AnswerSection, { pageHref }: SummaryRendering): Html {
  const change = pageHref
    ? html`<p class="kern-body">${textLink(pageHref(part.page), html`${messages.change}<span class="kern-sr-only">: ${part.title}</span>`)}</p>`
    : '';
  const parts = part.parts.map(
    ({ title, rows }) => html`<h3 class="kern-heading-small">${title}</h3>${list(rows)}`,
  );
  return section(part.title, html`${part.rows.length > 0 ? list(part.rows) : ''}${parts}${change}`, {
    id: `seite-${part.page}`,
  });
}

function list(rows: readonly AnswerRow[]): Html {
  return descriptionList(rows.map(({ question, answer }) => [question, answer] as const));
}

/** The fee line by line; `''` where the form has none. */
export function renderFee(fee: Fee): Html | '' {
  if (fee.lines.length === 0) return '';
  const lines = fee.lines.map(({ label, cents, period }) => [label, amount(cents, period)] as const);
  const totals = [
    fee.onceCents > 0 ? ([messages.feeOnce, formatCents(fee.onceCents)] as const) : null,
    fee.yearlyCents > 0 ? ([messages.feeYearly, formatCents(fee.yearlyCents)] as const) : null,
  ].filter((total) => total !== null);
  const sums = fee.lines.length > 1 && fee.complete ? totals : [];
  return section(
    messages.fee,
    html`${descriptionList([...lines, ...sums])}${fee.note ? html`<p class="kern-body lw-measure">${fee.note}</p>` : ''}`,
    { id: 'kosten' },
  );
}

function amount(cents: number | null, period: 'once' | 'yearly'): string {
  if (cents === null) return messages.feeOpen;
  return period === 'yearly' ? `${formatCents(cents)} ${messages.perYear}` : formatCents(cents);
}
