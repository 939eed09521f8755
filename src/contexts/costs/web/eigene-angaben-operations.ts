import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { zahlerangabenSchema } from '../shapes.ts';
import { payerOf } from '../use-cases/actors.ts';
import { eigeneAngaben, gibEigeneAn, staterOf } from '../use-cases/eigene-angaben.ts';
import { eigeneAngabenAnswer } from '../views/angaben-answers.ts';
import { eigeneAngabenSchema } from './angaben-schemas.ts';
import { eigeneAngabenPath, read } from './answers.ts';

/** How bills are addressed to a Kommune, in the JSON API. */
export function eigeneAngabenOperations(deps: CostsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'costs.particulars.own',
      method: 'get',
      path: eigeneAngabenPath,
      summary: 'Was die eigene Kommune für Rechnungen an sie angegeben hat, die neueste Fassung zuerst',
      access: read,
      response: eigeneAngabenSchema,
      handle: async ({ principal }) => {
        const who = await payerOf(deps, principal);
        return who.ok ? ok(eigeneAngabenAnswer(await eigeneAngaben(deps, who.value))) : who;
      },
    }),
    operation({
      capability: 'costs.particulars.own.save',
      method: 'put',
      path: eigeneAngabenPath,
      summary: 'Angeben, wie Rechnungen an die eigene Kommune adressiert sind',
      access: { permission: 'costs.particulars' },
      body: z.strictObject({
        grundlage: z.int().min(0).default(0).describe('Die gelesene Fassung, 0 für die erste'),
        angaben: zahlerangabenSchema,
      }),
      response: z.object({ kennung: z.string(), fassung: z.int() }),
      handle: async ({ body, principal }) => {
        const who = await staterOf(deps, principal);
        return who.ok ? gibEigeneAn(deps, who.value, body) : who;
      },
    }),
  ];
}
