import { type PageRoute, refusal } from '#platform';
import type { ProjectsDeps } from '../projects-deps.ts';
import { coordinatorOf } from '../use-cases/actors.ts';
import { showInterest } from '../use-cases/show-interest.ts';
import { done } from './answers.ts';

/** A Kommune shows its interest, changes what it said, or withdraws it. */
export function interesseRoutes(deps: ProjectsDeps): readonly PageRoute[] {
  return [
    {
      capability: 'projects.join',
      method: 'POST',
      path: '/projekte/:id/interesse',
      access: { permission: 'projects.join' },
      handle: async ({ principal, params, form }) => {
        const coordinator = await coordinatorOf(deps, principal);
        if (!coordinator.ok) return refusal(coordinator.refusal);
        const interessiert = form.get('interessiert') === 'ja';
        const said = await showInterest(deps, coordinator.value, {
          projektId: params.id ?? '',
          interessiert,
          genannt: form.get('genannt') === 'ja',
          bemerkung: form.get('bemerkung') ?? '',
        });
        return said.ok
          ? done(`/projekte/${params.id}`, interessiert ? 'interesse' : 'zurueckgezogen')
          : refusal(said.refusal);
      },
    },
  ];
}
