import { z } from 'zod';
import { type Operation, operation } from '#platform';
import { type SchrittArt, zustaende } from '../domain/bericht.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import type { Recht } from '../use-cases/people.ts';
import { takeStep } from '../use-cases/steps.ts';
import { asPerson } from './as-person.ts';

const read = { permission: 'compass.stand.read' } as const;
const write = { permission: 'reports.write' } as const;
const approve = { permission: 'reports.approve' } as const;
const params = z.object({ id: z.string() });

/** The steps of a report from draft to release. */
export function reportStepOperations(deps: ReportsDeps): readonly Operation[] {
  const step = (
    capability: string,
    name: string,
    summary: string,
    { art, recht, access }: { art: SchrittArt; recht: Recht; access: { readonly permission: string } },
  ) =>
    operation({
      capability,
      method: 'post',
      path: `/berichte/{id}/${name}`,
      summary,
      access,
      params,
      body: z.strictObject({
        fassung: z.number().int().describe('Die gelesene Fassung'),
        begruendung: z.string().default(''),
      }),
      response: z.object({ zustand: z.enum(zustaende) }),
      handle: ({ principal, params: { id }, body }) =>
        asPerson(deps, principal, recht, (who) => takeStep(deps, who, id, { art, ...body })),
    });
  return [
    step('reports.submit', 'vorlegen', 'Einen Entwurf zur Freigabe vorlegen', {
      art: 'vorgelegt',
      recht: 'schreiben',
      access: write,
    }),
    step('reports.return', 'zurueckgeben', 'Einen vorgelegten Bericht mit Begründung zurückgeben', {
      art: 'zurueckgegeben',
      recht: 'freigeben',
      access: approve,
    }),
    step('reports.approve', 'freigeben', 'Einen vorgelegten Bericht als zweite Person freigeben', {
      art: 'freigegeben',
      recht: 'freigeben',
      access: approve,
    }),
    step('reports.withdraw', 'zurueckziehen', 'Einen Bericht mit Begründung zurückziehen', {
      art: 'zurueckgezogen',
      recht: 'zurueckziehen',
      access: read,
    }),
  ];
}
