import { html } from 'hono/html';
import { alert, descriptionList, type Html, section, textLink } from '#ui';
import { type AnswerRow, type AnswerSection, answerDocument } from '../domain/evaluate/answer-document.ts';
import type { Evaluation } from '../domain/evaluate/evaluation.ts';
import { type Fee, feeOf } from '../domain/evaluate/fee.ts';
import { missing } from '../domain/evaluate/problems.ts';
import { formatCents } from '../domain/expression/format-value.ts';
import { inLanguage } from './in-language.ts';
import type { WebWords } from './words.ts';
import { wordsOf } from './words-of.ts';

export interface SummaryRendering {
  /** The address of a page, for „Ändern“; null where nothing can be changed any more. */
  readonly pageHref: ((page: string) => string) | null;
}

/** Check-your-answers: every question with its answer, the way back to each page, and the fee. */
export function renderSummary(evaluation: Evaluation, rendering: SummaryRendering): Html {
  const { sections, language } = answerDocument(evaluation);
  const words = wordsOf(language);
  const content = html`${renderMissing(evaluation, rendering, words)}${sections.map((part) => renderSection(part, rendering, words))}${renderFee(feeOf(evaluation), language)}`;
  return inLanguage(language, content);
}

function renderMissing(evaluation: Evaluation, { pageHref }: SummaryRendering, words: WebWords): Html | '' {
  const problems = missing(evaluation);
  if (problems.length === 0) return '';
  const items = problems.map(
    ({ page, message }) => html`<li>${pageHref ? textLink(pageHref(page), message) : message}</li>`,
  );
  const body = html`<ul class="kern-list kern-list--bullet">${items}</ul>`;
  return alert({ kind: 'warning', title: words.incompleteTitle, body });
}

function renderSection(part: AnswerSection, { pageHref }: SummaryRendering, words: WebWords): Html {
  const change = pageHref
    ? html`<p class="kern-body">${textLink(pageHref(part.page), html`${words.change}<span class="kern-sr-only">: ${part.title}</span>`)}</p>`
    : '';
  const parts = part.parts.map(
    ({ title, rows }) => html`<h3 class="kern-heading-small">${title}</h3>${list(rows)}`,
  );
  return section(part.title, html`${part.rows.length > 0 ? list(part.rows) : ''}${parts}${change}`, {
    id: `seite-${part.page}`,
  });
}

/** An answer that was filled in says where from; what was worked out needs no word. */
function withOrigin(
  answer: string,
  provenance: AnswerRow['provenance'],
  origin: string | undefined,
): Html | string {
  if (provenance === undefined || provenance.kind === 'computed' || origin === undefined) return answer;
  return html`${answer}<br><span class="kern-body kern-body--small kern-body--muted">${origin}</span>`;
}

function list(rows: readonly AnswerRow[]): Html {
  return descriptionList(
    rows.map(
      ({ question, answer, provenance, origin }) =>
        [question, withOrigin(answer, provenance, origin)] as const,
    ),
  );
}

/** The fee line by line; `''` where the form has none. */
export function renderFee(fee: Fee, language = 'de'): Html | '' {
  const words = wordsOf(language);
  if (fee.lines.length === 0) return '';
  const lines = fee.lines.map(({ label, cents, period }) => [label, amount(cents, period, words)] as const);
  const totals = [
    fee.onceCents > 0 ? ([words.feeOnce, formatCents(fee.onceCents)] as const) : null,
    fee.yearlyCents > 0 ? ([words.feeYearly, formatCents(fee.yearlyCents)] as const) : null,
  ].filter((total) => total !== null);
  const sums = fee.lines.length > 1 && fee.complete ? totals : [];
  return section(
    words.fee,
    html`${descriptionList([...lines, ...sums])}${fee.note ? html`<p class="kern-body lw-measure">${fee.note}</p>` : ''}`,
    { id: 'kosten' },
  );
}

function amount(cents: number | null, period: 'once' | 'yearly', words: WebWords): string {
  if (cents === null) return words.feeOpen;
  return period === 'yearly' ? `${formatCents(cents)} ${words.perYear}` : formatCents(cents);
}
