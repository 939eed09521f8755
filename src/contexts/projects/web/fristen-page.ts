import { html } from 'hono/html';
import { formatLocalDate } from '#kernel';
import { dayOfAddress, type PageRoute, page, refusal } from '#platform';
import { dateForm } from '#ui';
import type { ProjectsDeps } from '../projects-deps.ts';
import { radarTage, readFristen } from '../use-cases/read-fristen.ts';
import { fristenSection } from './fristen-section.ts';

const address = '/projekte/fristen';

/** The radar of funding as a page of its own, also as of another day. */
export function fristenRoutes(deps: ProjectsDeps): readonly PageRoute[] {
  return [
    {
      capability: 'projects.deadlines',
      method: 'GET',
      path: address,
      access: 'public',
      handle: async ({ query, principal }) => {
        const day = dayOfAddress(query, deps.clock);
        if (!day.ok) return refusal(day.refusal);
        const fristen = await readFristen(deps, principal, day.value);
        return page({
          title: 'Förderfristen der Umsetzungsprojekte',
          preline: 'Umsetzungsprojekte',
          lead: `Was in den ${radarTage} Tagen ab dem ${formatLocalDate(day.value)} ansteht.`,
          breadcrumb: [{ label: 'Umsetzungsprojekte', href: '/projekte' }],
          main: html`${dateForm(address, day.value)}${fristenSection(fristen)}`,
          nextSteps: [{ label: 'Alle Projekte', href: `/projekte?datum=${day.value}` }],
        });
      },
    },
  ];
}
