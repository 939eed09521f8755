import { z } from 'zod';
import type { EventHandlers } from '#platform';
import { type ProbeDeps, probeEvidence } from './use-cases/probe-evidence.ts';
import { standStated } from './use-cases/tell-stated.ts';

const stated = z.object({ leistung: z.string().nullable() });

/** What the worker does when somebody stated something: it looks after the link that was given as evidence. */
export function compassHandlers(deps: ProbeDeps): EventHandlers {
  return {
    [standStated]: async (payload, { tenant }) => {
      if (tenant === null) throw new Error(`${standStated} names no organisation`);
      const { leistung } = stated.parse(payload);
      // Of many statements at once the links wait for their turn among those that are due.
      if (leistung !== null) await probeEvidence(deps, tenant, leistung);
    },
  };
}
