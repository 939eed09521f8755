import { html } from 'hono/html';
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
      path: '/werkstatt/pruefung/:dienst',
      access: { permission: 'workshop.author' },
      handle: async ({ params }) => {
        const result = await proveDienst(deps, params.dienst ?? '');
        if (!result.ok) return refusal(result.refusal);
        const { dienst, proof, variants } = result.value;
        const more = variants - proof.variants.length;
        return page({
          title: `Prüfung: ${dienst.title}`,
          preline: `Onlinedienst, Fassung ${dienst.version}`,
          lead: 'Was an diesem Onlinedienst nicht stimmt, steht hier, bevor es jemand beim Ausfüllen merkt.',
          wide: true,
          breadcrumb: [{ label: 'Onlinedienste', href: '/onlinedienste' }, { label: 'Prüfung' }],
          main: html`${
            more > 0
              ? alert({
                  kind: 'info',
                  title: `${more} weitere Fassungen sind in Gebrauch`,
                  body: html`<p class="kern-body">Alle prüft <code>leitwerk dienst pruefen ${dienst.id}</code>.</p>`,
                })
              : ''
          }${proofParts(proof)}`,
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
  ];
}
