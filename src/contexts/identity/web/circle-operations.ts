import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { IdentityDeps } from '../identity-deps.ts';
import { idParams, invitedSchema, kommuneAnswer, kommuneSchema, organisationSchema } from '../shapes.ts';
import { readCircle } from '../use-cases/circle.ts';
import { onboardKommune, renewOnboarding } from '../use-cases/onboard-kommune.ts';
import { requireCaller } from './answers.ts';

export function circleOperations(deps: IdentityDeps): readonly Operation[] {
  return [
    operation({
      capability: 'identity.circle.list',
      method: 'get',
      path: '/circle',
      summary: 'Die betreuten Kommunen eines IT-Dienstleisters',
      access: { permission: 'circle.read' },
      response: z.object({ kommunen: z.array(kommuneSchema) }),
      handle: async ({ principal }) => {
        const caller = requireCaller(principal);
        if (!caller.ok) return caller;
        return ok({ kommunen: (await readCircle(deps, caller.value)).map(kommuneAnswer) });
      },
    }),
    operation({
      capability: 'identity.kommune.onboard',
      method: 'post',
      path: '/circle',
      summary: 'Eine Kommune aufnehmen und ihre Administration einladen',
      access: { permission: 'kommune.onboard' },
      body: z.strictObject({
        body: z.string().describe('Name oder AGS'),
        administrator: z.strictObject({ name: z.string(), email: z.string() }),
      }),
      response: invitedSchema.extend({ organisation: organisationSchema }),
      status: 201,
      handle: async ({ body, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? onboardKommune(deps, caller.value, body) : caller;
      },
    }),
    operation({
      capability: 'identity.kommune.renew',
      method: 'post',
      path: '/circle/{id}/invitation',
      summary:
        'Die Einladung an die erste Administration noch einmal senden, solange sie nicht angenommen ist',
      access: { permission: 'kommune.onboard' },
      params: idParams,
      response: invitedSchema,
      handle: async ({ params, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? renewOnboarding(deps, caller.value, params.id) : caller;
      },
    }),
  ];
}
