import { html } from 'hono/html';
import { z } from 'zod';
import { type PageAnswer, type PageRequest, page, refusal, type Vorgang } from '#platform';
import { alert, type Html, progress } from '#ui';
import type { ParametersDeps } from '../deps.ts';
import type { Asker } from '../use-cases/asker.ts';
import { standDesEinlesens } from '../use-cases/einlese-auftrag.ts';
import { pathOf, root } from './answers.ts';

const ended: ReadonlySet<string> = new Set(['done', 'failed']);
const resultShape = z.object({ abgelehnt: z.array(z.object({ name: z.string(), grund: z.string() })) });

/** How far the worker is with a large table, as page and for the script that keeps the page up to date. */
export async function showStand(
  deps: ParametersDeps,
  asker: Asker,
  request: PageRequest,
): Promise<PageAnswer> {
  const { dienst = '', vorgang = '' } = request.params;
  const found = await standDesEinlesens(deps, asker, vorgang);
  if (!found.ok) return refusal(found.refusal);
  const { state, percent, message } = found.value;
  const over = ended.has(state);
  if (request.path.endsWith('/stand'))
    return { kind: 'json', body: { value: percent, max: 100, text: message, done: over } };
  const here = pathOf(dienst, `eingelesen/${vorgang}`);
  return page({
    title: over ? 'Die Tabelle ist verarbeitet' : 'Die Tabelle wird übernommen',
    breadcrumb: [root, { label: dienst, href: pathOf(dienst) }],
    ...(over ? {} : { refreshSeconds: 3 }),
    main: over
      ? ergebnis(found.value)
      : progress({
          label: 'Werte übernehmen',
          value: percent,
          max: 100,
          text: message,
          pollUrl: `${here}/stand`,
        }),
    nextSteps: [{ label: 'Zum Vergleich', href: pathOf(dienst, 'vergleich') }],
  });
}

function ergebnis({ state, message, result }: Vorgang): Html {
  const read = resultShape.safeParse(result);
  const rows = read.success ? read.data.abgelehnt : [];
  const kind = state === 'failed' ? 'danger' : rows.length > 0 ? 'warning' : 'success';
  return html`${alert({ kind, title: message, body: '' })}${
    rows.length === 0
      ? ''
      : html`<ul class="kern-list kern-list--bullet">${rows.map(({ name, grund }) => html`<li>${name}: ${grund}</li>`)}</ul>`
  }`;
}
