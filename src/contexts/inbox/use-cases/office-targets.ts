import type { Zustellpunkt } from '#delivery';
import type { Colleague } from '../ports.ts';
import { worksFor } from './worker.ts';

/** The offices of an authority that receive and where somebody works who would see a case. */
export function officeTargets(
  offices: readonly Zustellpunkt[],
  colleagues: readonly Colleague[],
): readonly Zustellpunkt[] {
  return offices.filter(
    ({ id, state }) => state === 'active' && colleagues.some((colleague) => worksFor(colleague, id)),
  );
}
