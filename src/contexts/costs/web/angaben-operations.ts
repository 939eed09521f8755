import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { angabenSchema } from '../shapes.ts';
import { beginAngaben, uebernehmeAngaben } from '../use-cases/angaben-einlesen.ts';
import { alleAngaben, angabenverlauf, saveAngaben } from '../use-cases/rechnungsangaben.ts';
import { angabenAnswer, vorschauAnswer } from '../views/angaben-answers.ts';
import { angabenstandSchema, angabenvorschauSchema } from './angaben-schemas.ts';
import { manage } from './answers.ts';
import { asManager } from './as-manager.ts';

const params = z.object({ kennung: z.string().describe('„HAUS“ oder die Kennung eines Zahlers') });

/** Billing particulars in the JSON API. */
export function angabenOperations(deps: CostsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'costs.particulars',
      method: 'get',
      path: '/kosten/rechnungsangaben',
      summary: 'Was auf XRechnungen über das eigene Haus und die Zahler steht',
      access: manage,
      response: z.object({ angaben: z.array(angabenstandSchema) }),
      handle: ({ principal }) =>
        asManager(deps, principal, async (who) =>
          ok({ angaben: (await alleAngaben(deps, who)).map(angabenAnswer) }),
        ),
    }),
    operation({
      capability: 'costs.particular',
      method: 'get',
      path: '/kosten/rechnungsangaben/{kennung}',
      summary: 'Rechnungsangaben in allen Fassungen, die neueste zuerst',
      access: manage,
      params,
      response: z.object({ fassungen: z.array(angabenstandSchema) }),
      handle: ({ params: { kennung }, principal }) =>
        asManager(deps, principal, async (who) => {
          const found = await angabenverlauf(deps, who, kennung);
          return found.ok ? ok({ fassungen: found.value.map(angabenAnswer) }) : found;
        }),
    }),
    operation({
      capability: 'costs.particulars.save',
      method: 'put',
      path: '/kosten/rechnungsangaben/{kennung}',
      summary: 'Rechnungsangaben als neue Fassung speichern',
      access: manage,
      params,
      body: z.strictObject({
        grundlage: z.int().min(0).default(0).describe('Die gelesene Fassung, 0 für etwas Neues'),
        angaben: angabenSchema.partial(),
      }),
      response: z.object({ kennung: z.string(), fassung: z.int() }),
      handle: ({ params: { kennung }, body, principal }) =>
        asManager(deps, principal, (who) => saveAngaben(deps, who, { kennung, ...body })),
    }),
    operation({
      capability: 'costs.particulars.import',
      method: 'post',
      path: '/kosten/rechnungsangaben/einlesen',
      summary:
        'Rechnungsangaben aus einer Tabelle (CSV, XLSX): erst die Vorschau, mit „uebernehmen“ gespeichert',
      access: manage,
      bodyLimit: 14_000_000,
      body: z.strictObject({
        name: z.string().min(1).max(200),
        base64: z.base64().max(13_400_000),
        uebernehmen: z.boolean().default(false),
        nurGute: z.boolean().default(false),
      }),
      response: angabenvorschauSchema,
      handle: ({ body: { name, base64, uebernehmen, nurGute }, principal }) =>
        asManager(deps, principal, async (who) => {
          const begun = await beginAngaben(deps, who, { name, bytes: Buffer.from(base64, 'base64') });
          if (!begun.ok) return begun;
          const shown = await vorschauAnswer(deps, who, begun.value);
          if (!shown.ok || !uebernehmen) return shown;
          const taken = await uebernehmeAngaben(deps, who, begun.value, nurGute);
          return taken.ok ? ok({ ...shown.value, uebernommen: taken.value.uebernommen }) : taken;
        }),
    }),
  ];
}
