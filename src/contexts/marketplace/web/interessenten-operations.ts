import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import { interessentenstaende } from '../domain/einladung.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { inviteToOrder, listInteressenten } from '../use-cases/interessenten.ts';
import { anbietendeOf } from '../use-cases/wer.ts';
import { eingeladenAnswer } from '../views/answers.ts';

const access = { permission: 'marketplace.manage' } as const;

/** Who showed interest in the services of a house, and inviting them to order. */
export function interessentenOperations(deps: MarketplaceDeps): readonly Operation[] {
  return [
    operation({
      capability: 'marketplace.interested',
      method: 'get',
      path: '/interessierte',
      summary:
        'Die Kommunen, die an den Onlinediensten des eigenen Hauses Interesse haben, und was daraus wurde',
      access,
      response: z.object({
        interessierte: z.array(
          z.object({
            dienst: z.string(),
            titel: z.string(),
            ags: z.string(),
            kommune: z.string(),
            bemerkung: z.string(),
            seit: z.string(),
            stand: z.enum(interessentenstaende),
            eingeladenAm: z.string().nullable(),
          }),
        ),
      }),
      handle: async ({ principal }) => {
        const wer = await anbietendeOf(deps, principal);
        if (!wer.ok) return wer;
        const all = await listInteressenten(deps, wer.value);
        return ok({ interessierte: all.map(({ tenant: _, ...rest }) => rest) });
      },
    }),
    operation({
      capability: 'marketplace.invite',
      method: 'post',
      path: '/marktplatz/{dienst}/einladungen',
      summary:
        'Interessierte Kommunen zur Bestellung einladen; wer nicht eingeladen wird, steht mit Grund da',
      access,
      params: z.object({ dienst: z.string() }),
      body: z.strictObject({
        kommunen: z.array(z.string().max(12)).min(1).max(2000).describe('AGS'),
        nachricht: z.string().max(1000).default(''),
      }),
      response: z.object({
        eingeladen: z.array(z.string()),
        ausgelassen: z.array(z.object({ kommune: z.string(), warum: z.string() })),
      }),
      handle: async ({ principal, params: { dienst }, body }) => {
        const wer = await anbietendeOf(deps, principal);
        if (!wer.ok) return wer;
        const done = await inviteToOrder(deps, wer.value, { dienst, ...body });
        return done.ok ? ok(eingeladenAnswer(done.value)) : done;
      },
    }),
  ];
}
