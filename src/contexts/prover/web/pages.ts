import { html } from 'hono/html';
import { saetzeVon } from '#forms/bedingungen';
import { type PageRoute, page, refusal } from '#platform';
import { alert } from '#ui';
import type { ProverDeps } from '../deps.ts';
import { proveDienst } from '../prove-dienst.ts';
import { proofParts } from './proof-parts.ts';

/** The prover's pages in the staff area. */
export function proverPages(deps: ProverDeps): readonly PageRoute[] {
  return [
    {
      capability: 'prover.prove',
      method: 'GET',
      path: '/onlinedienste/:dienst/pruefung',
      access: { permission: 'workshop.author' },
      handle: async ({ params }) => {
        const result = await proveDienst(deps, params.dienst ?? '');
        if (!result.ok) return refusal(result.refusal);
        const { dienst, gezeigt, proof, variants } = result.value;
        const more = variants - proof.variants.length;
        return page({
          title: `Prüfung: ${dienst.title}`,
          preline: `Onlinedienst, Fassung ${dienst.version}`,
          lead: 'Was an diesem Onlinedienst nicht stimmt, steht hier, bevor es jemand beim Ausfüllen merkt.',
          wide: true,
          breadcrumb: [
            { label: 'Onlinedienste', href: '/onlinedienste' },
            { label: dienst.title, href: `/onlinedienste/${dienst.id}` },
            { label: 'Prüfung' },
          ],
          main: html`${
            more > 0
              ? alert({
                  kind: 'info',
                  title: `${more} weitere Fassungen sind in Gebrauch`,
                  body: html`<p class="kern-body">Alle prüft <code>leitwerk dienst pruefen ${dienst.id}</code>.</p>`,
                })
              : ''
          }${proofParts(proof, saetzeVon({ dienst: gezeigt.definition, formular: gezeigt.form.definition }))}`,
          nextSteps: [
            {
              label: 'Wie der Onlinedienst für eine Kommune aussieht',
              href: `/werkstatt/wirksam/${dienst.id}`,
            },
            { label: 'Was sich zwischen Fassungen ändert', href: `/werkstatt/unterschied/${dienst.id}` },
          ],
        });
      },
    },
    {
      capability: 'prover.prove',
      method: 'GET',
      // Where this page stood before; in the workshop a draft is proven, at /werkstatt/:dienst/pruefung.
      path: '/werkstatt/pruefung/:dienst',
      access: { permission: 'workshop.author' },
      handle: async ({ params: { dienst = '' } }) => ({
        kind: 'redirect',
        to: `/onlinedienste/${encodeURIComponent(dienst)}/pruefung`,
      }),
    },
  ];
}
