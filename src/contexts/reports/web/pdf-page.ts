import { html } from 'hono/html';
import type { PageAnswer, PageRequest, PageRoute } from '#platform';
import { linkButton } from '#ui';
import type { ReportsDeps } from '../reports-deps.ts';
import { pdfOf } from '../use-cases/make-pdf.ts';
import { berichtendeOf } from '../use-cases/people.ts';
import { numberIn, page, refusal } from './answers.ts';

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
  const found = await pdfOf(deps, who.value.reader, id, numberIn(query.get('fassung')) || undefined);
  if (!found.ok) return refusal(found.refusal);
  const { fileName, pdf } = found.value;
  if (pdf !== null)
    return { kind: 'download', fileName, contentType: 'application/pdf', body: new Uint8Array(pdf) };
  return page({
    title: 'Das PDF wird erstellt',
    breadcrumb: [{ label: 'Berichte', href: '/berichte' }],
    refreshSeconds: 2,
    main: html`<p class="kern-body">Das dauert wenige Sekunden. Die Seite lädt sich selbst neu; dann beginnt das Herunterladen.</p>${linkButton('Zum Bericht', `/berichte/${id}`, { kind: 'secondary' })}`,
  });
}
