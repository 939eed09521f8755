import { z } from 'zod';
import { ok, refuse } from '#kernel';
import { type Operation, operation, parseTenantId } from '#platform';
import { organisationUnknown } from '../errors.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import { idParams, organisationSchema } from '../shapes.ts';
import { decideEinwilligung, readOrganisation } from '../use-cases/circle.ts';
import { requireCaller } from './answers.ts';

export function organisationOperations(deps: IdentityDeps): readonly Operation[] {
  return [
    operation({
      capability: 'identity.organisation.show',
      method: 'get',
      path: '/organisation',
      summary: 'Die eigene Organisation, wer sie betreut und worin sie einwilligt',
      access: 'signed-in',
      response: z.object({
        organisation: organisationSchema,
        providers: z.array(organisationSchema),
        consents: z.array(z.object({ providerId: z.string(), from: z.string(), to: z.string().nullable() })),
      }),
      handle: async ({ principal }) => {
        const caller = requireCaller(principal);
        if (!caller.ok) return caller;
        const detail = await readOrganisation(deps, caller.value);
        if (!detail.ok) return detail;
        const { organisation, providers, einwilligungen } = detail.value;
        const consents = einwilligungen.map(({ providerId, validFrom, validTo }) => ({
          providerId,
          from: validFrom,
          to: validTo,
        }));
        return ok({ organisation, providers: [...providers], consents });
      },
    }),
    operation({
      capability: 'identity.einwilligung.decide',
      method: 'put',
      path: '/organisation/consents/{id}',
      summary: 'In das Teilen der Zahlen mit einem IT-Dienstleister einwilligen oder es zurücknehmen',
      access: { permission: 'organisation.manage' },
      params: idParams,
      body: z.strictObject({ consent: z.boolean() }),
      response: z.null(),
      status: 204,
      handle: async ({ params, body, principal }) => {
        const caller = requireCaller(principal);
        if (!caller.ok) return caller;
        const provider = parseTenantId(params.id);
        if (!provider) return refuse(organisationUnknown);
        return decideEinwilligung(deps, caller.value, provider, body.consent);
      },
    }),
  ];
}
