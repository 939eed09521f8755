import { html } from 'hono/html';
import type { Html } from '#platform';
import { section } from '#ui';
import type { Visit } from './context.ts';

type Page = 'impressum' | 'datenschutz' | 'barrierefreiheit';

/** What the Kommune adds to a legal page in its own words; nothing where it adds nothing. */
export async function ownWords({ deps, site, description }: Visit, page: Page): Promise<Html> {
  const text = (await deps.aussehen(site.tenant))?.[page] ?? '';
  if (text === '') return '';
  const paragraphs = text.split(/\n+/).map((line) => html`<p class="kern-body lw-measure">${line}</p>`);
  return section(`Ergänzung von ${description.name}`, html`${paragraphs}`);
}

/** Whether the law and the authorities of Nordrhein-Westfalen are meant; of other Länder nothing is sourced here yet. */
export function inNrw({ ags }: { readonly ags: string }): boolean {
  return ags.startsWith('05');
}
