import { setTimeout as sleep } from 'node:timers/promises';
import { html } from 'hono/html';
import type { Reader } from '#compass';
import { ok, type Result } from '#kernel';
import { numberIn, type PageAnswer, type PageRequest, type PageRoute, page, refusal } from '#platform';
import { linkButton } from '#ui';
import type { ReportsDeps } from '../reports-deps.ts';
import { madePdf, type Ordered, pdfOf } from '../use-cases/make-pdf.ts';
import { berichtendeOf } from '../use-cases/people.ts';

/** The file, or a page that waits for the worker to make it. */
export function pdfRoutes(deps: ReportsDeps): readonly PageRoute[] {
  return [
    {
      capability: 'reports.pdf',
      method: 'GET',
      path: '/berichte/:id/pdf',
      access: { permission: 'compass.stand.read' },
      handle: (request) => answer(deps, request),
    },
  ];
}

async function answer(deps: ReportsDeps, { principal, params, query }: PageRequest): Promise<PageAnswer> {
  const who = await berichtendeOf(deps, principal, 'lesen');
  if (!who.ok) return refusal(who.refusal);
  const id = params.id ?? '';
  const found = await awaited(deps, who.value.reader, id, numberIn(query.get('fassung')) || undefined);
  if (!found.ok) return refusal(found.refusal);
  const { fileName, pdf } = found.value;
  if (pdf !== null)
    return { kind: 'download', fileName, contentType: 'application/pdf', body: new Uint8Array(pdf) };
  return page({
    title: 'Das PDF wird erstellt',
    breadcrumb: [{ label: 'Berichte', href: '/berichte' }],
    refreshSeconds: 5,
    main: html`<p class="kern-body">Das dauert gerade etwas länger. Bitte versuchen Sie es in wenigen Sekunden noch einmal.</p>${linkButton('PDF abrufen', `/berichte/${id}/pdf?${query}`)}`,
  });
}

const [waits, waitMs] = [25, 250];

/** Waits some seconds for the worker, so that one click is enough. */
async function awaited(
  deps: ReportsDeps,
  reader: Reader,
  id: string,
  fassung: number | undefined,
): Promise<Result<Ordered>> {
  const first = await pdfOf(deps, reader, id, fassung);
  if (!first.ok || first.value.pdf !== null) return first;
  for (let wait = 0; wait < waits; wait += 1) {
    await sleep(waitMs);
    const pdf = await madePdf(deps, reader, first.value.key);
    if (pdf !== null) return ok({ ...first.value, pdf });
  }
  return first;
}
