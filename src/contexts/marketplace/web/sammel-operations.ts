import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { tag } from '../schema.ts';
import { decideForAll, listSammel, orderForAll } from '../use-cases/sammel.ts';
import { anbietendeOf } from '../use-cases/wer.ts';
import { sammelAnswer } from '../views/answers.ts';
import { sammelSchema } from './schemas.ts';

const manage = { permission: 'marketplace.manage' } as const;

/** Orders of a Land or a Bündler for all its Kommunen. */
export function sammelOperations(deps: MarketplaceDeps): readonly Operation[] {
  return [
    operation({
      capability: 'marketplace.joint',
      method: 'get',
      path: '/sammelbestellungen',
      summary: 'Was Länder und Bündler für alle ihre Kommunen bestellt haben',
      access: 'public',
      response: z.object({ sammelbestellungen: z.array(sammelSchema) }),
      handle: async () => ok({ sammelbestellungen: (await listSammel(deps)).map(sammelAnswer) }),
    }),
    operation({
      capability: 'marketplace.joint.order',
      method: 'post',
      path: '/sammelbestellungen',
      summary: 'Für alle Kommunen eines Landes, oder für die betreuten, bestellen',
      access: manage,
      status: 201,
      body: z.strictObject({
        dienst: z.string(),
        auftraggeber: z.string(),
        land: z.string().nullable().describe('Länderschlüssel; null für die betreuten Kommunen'),
        rechtsgrundlage: z.string(),
        quelle: z.string().default(''),
        gueltigVon: tag,
        gueltigBis: tag.nullable().default(null),
        zahlt: z.enum(['auftraggeber', 'kommune']),
        gezeichnetVon: z.string(),
        gezeichnetAm: tag,
      }),
      response: z.object({ id: z.string() }),
      handle: async ({ principal, body }) => {
        const wer = await anbietendeOf(deps, principal);
        if (!wer.ok) return wer;
        const circle = (await deps.efa.circleOf(principal)) ?? [];
        return orderForAll(
          deps,
          wer.value,
          body,
          circle.map(({ ags }) => ags),
        );
      },
    }),
    operation({
      capability: 'marketplace.joint.decide',
      method: 'post',
      path: '/sammelbestellungen/{id}/decide',
      summary: 'Eine Sammelbestellung annehmen oder mit Begründung ablehnen',
      access: manage,
      params: z.object({ id: z.string() }),
      body: z.strictObject({ angenommen: z.boolean(), grund: z.string().max(1000).default('') }),
      response: z.object({ angenommen: z.boolean() }),
      handle: async ({ principal, params, body }) => {
        const wer = await anbietendeOf(deps, principal);
        if (!wer.ok) return wer;
        const decided = await decideForAll(deps, wer.value, params.id, body);
        return decided.ok ? ok({ angenommen: body.angenommen }) : decided;
      },
    }),
  ];
}
