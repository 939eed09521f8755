import { html } from 'hono/html';
import { formatNumber } from './format.ts';
import { attributes, type Html } from './html.ts';
import { icon } from './icon.ts';
import { messages } from './messages.ts';

export interface PaginationOptions {
  readonly page: number;
  readonly pages: number;
  readonly href: (page: number) => string;
  /** Distinguishes several paginations on one page. */
  readonly label?: string | undefined;
}

/** Links to the pages of a list. One page needs none. */
export function pagination(options: PaginationOptions): Html | '' {
  const { page, pages } = options;
  if (pages <= 1) return '';
  return html`<nav class="lw-pagination" aria-label="${options.label ?? messages.list.pages}"><ul class="lw-pagination__list">
${page > 1 ? html`<li><a class="lw-pagination__step" rel="prev" href="${options.href(page - 1)}">${icon('chevron-left')}<span>${messages.list.previous}</span></a></li>` : ''}
${shownPages(page, pages).map((number) => (number === null ? html`<li class="lw-pagination__gap" aria-hidden="true">…</li>` : pageItem(number, options)))}
${page < pages ? html`<li><a class="lw-pagination__step" rel="next" href="${options.href(page + 1)}"><span>${messages.list.next}</span>${icon('chevron-right')}</a></li>` : ''}
</ul></nav>`;
}

function pageItem(number: number, options: PaginationOptions): Html {
  const current = number === options.page;
  const near = Math.abs(number - options.page) <= 0 || number === 1 || number === options.pages;
  return html`<li${attributes({ class: near ? undefined : 'lw-pagination__far' })}><a${attributes({
    class: 'lw-pagination__page',
    href: options.href(number),
    'aria-current': current ? 'page' : undefined,
    'aria-label': `Seite ${formatNumber(number)}`,
  })}>${formatNumber(number)}</a></li>`;
}

/** First, last and the neighbours of the open page; `null` stands for a gap. */
export function shownPages(page: number, pages: number): readonly (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const numbers = [...new Set(wanted)].sort((a, b) => a - b);
  return numbers.flatMap((number, index) => {
    const before = numbers[index - 1];
    return before !== undefined && number - before > 1 ? [null, number] : [number];
  });
}
