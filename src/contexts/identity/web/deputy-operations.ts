import { z } from 'zod';
import { type Operation, operation } from '#platform';
import type { IdentityDeps } from '../identity-deps.ts';
import { idParams } from '../shapes.ts';
import { endDeputy, nameDeputy } from '../use-cases/name-deputy.ts';
import { requireCaller } from './answers.ts';

const manage = { permission: 'members.manage' } as const;

export function deputyOperations(deps: IdentityDeps): readonly Operation[] {
  return [
    operation({
      capability: 'identity.vertretung.name',
      method: 'post',
      path: '/members/{id}/deputies',
      summary: 'Eine Vertretung eintragen',
      access: manage,
      params: idParams,
      body: z.strictObject({ deputyId: z.uuid(), from: z.string(), to: z.string() }),
      response: z.object({ vertretungId: z.string() }),
      status: 201,
      handle: async ({ params, body, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? nameDeputy(deps, caller.value, { memberId: params.id, ...body }) : caller;
      },
    }),
    operation({
      capability: 'identity.vertretung.end',
      method: 'delete',
      path: '/deputies/{id}',
      summary: 'Eine Vertretung sofort beenden',
      access: manage,
      params: idParams,
      response: z.null(),
      status: 204,
      handle: async ({ params, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? endDeputy(deps, caller.value, params.id) : caller;
      },
    }),
  ];
}
