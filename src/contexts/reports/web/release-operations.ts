import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import { freigabeTeile } from '../domain/freigabe.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import { endRelease, freigabenOf, publicStand, releaseStand } from '../use-cases/releases.ts';
import { freigabeJson, freigabeSchema, oeffentlichJson, oeffentlichSchema } from '../views/release-json.ts';
import { asPerson } from './as-person.ts';

const approve = { permission: 'reports.approve' } as const;

/** What of a Kommune's Stand is public. */
export function releaseOperations(deps: ReportsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'reports.releases',
      method: 'get',
      path: '/berichte/oeffentlich',
      summary: 'Die Freigaben des eigenen Standes für alle',
      access: { permission: 'compass.stand.read' },
      response: z.object({ freigaben: z.array(freigabeSchema) }),
      handle: ({ principal }) =>
        asPerson(deps, principal, 'lesen', async ({ reader }) =>
          ok({ freigaben: (await freigabenOf(deps, reader)).map(freigabeJson) }),
        ),
    }),
    operation({
      capability: 'reports.release',
      method: 'post',
      path: '/berichte/oeffentlich',
      summary: 'Den Stand von heute veröffentlichen',
      access: approve,
      body: z.strictObject({
        teile: z.array(z.enum(freigabeTeile)),
        giltBis: z.string(),
        grundlage: z.number().int().describe('Die Nummer der jüngsten Freigabe, 0 für keine'),
      }),
      response: z.object({ nummer: z.number() }),
      status: 201,
      handle: ({ principal, body }) =>
        asPerson(deps, principal, 'freigeben', ({ reader }) => releaseStand(deps, reader, body)),
    }),
    operation({
      capability: 'reports.release.end',
      method: 'delete',
      path: '/berichte/oeffentlich',
      summary: 'Den Stand nicht mehr veröffentlichen',
      access: approve,
      response: z.object({ beendet: z.number() }),
      handle: ({ principal }) =>
        asPerson(deps, principal, 'freigeben', ({ reader }) => endRelease(deps, reader)),
    }),
    operation({
      capability: 'reports.public',
      method: 'get',
      path: '/kommunen/{body}/stand',
      summary: 'Was eine Kommune von ihrem Stand veröffentlicht hat',
      access: 'public',
      params: z.object({ body: z.string() }),
      response: oeffentlichSchema,
      handle: async ({ params: { body } }) => {
        const found = await publicStand(deps, body);
        return found.ok ? ok(oeffentlichJson(found.value)) : found;
      },
    }),
  ];
}
