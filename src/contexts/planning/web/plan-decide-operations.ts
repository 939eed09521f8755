import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { PlanningDeps } from '../planning-deps.ts';
import { quartalSchema, tagSchema } from '../shapes.ts';
import { plannerOf } from '../use-cases/actors.ts';
import { decide } from '../use-cases/decide.ts';
import { move } from '../use-cases/move.ts';
import { manage } from './answers.ts';
import { planParams } from './schemas.ts';

export function decideOperations(deps: PlanningDeps): readonly Operation[] {
  return [
    operation({
      capability: 'planning.plan.move',
      method: 'post',
      path: '/planung/plaene/{id}/verschieben',
      summary: 'Von Hand verschieben; sagt, was das bricht, und tut es nur mit „trotzdem“',
      access: manage,
      params: planParams,
      body: z.strictObject({
        grundlage: z.int().min(1),
        massnahme: z.string(),
        ags: z.string().nullable().default(null),
        quartal: quartalSchema.nullable(),
        trotzdem: z.boolean().default(false),
      }),
      response: z.object({ fassung: z.int(), verspaetung: z.number() }),
      handle: async ({ params, body, principal }) => {
        const planner = await plannerOf(deps, principal);
        if (!planner.ok) return planner;
        const next = await move(deps, planner.value, { plan: params.id, ...body });
        return next.ok ? ok({ fassung: next.value.fassung, verspaetung: next.value.zielwert }) : next;
      },
    }),
    operation({
      capability: 'planning.plan.decide',
      method: 'post',
      path: '/planung/plaene/{id}/beschluss',
      summary: 'Festhalten, wer den Plan wann und warum beschlossen hat; setzt die Ziele jeder Kommune',
      access: manage,
      params: planParams,
      body: z.strictObject({
        grundlage: z.int().min(1),
        am: tagSchema,
        wer: z.string().trim(),
        grund: z.string().trim(),
      }),
      response: z.object({ nummer: z.int(), verstoesse: z.int() }),
      handle: async ({ params, body, principal }) => {
        const planner = await plannerOf(deps, principal);
        if (!planner.ok) return planner;
        const entscheid = await decide(deps, planner.value, { plan: params.id, ...body });
        return entscheid.ok
          ? ok({ nummer: entscheid.value.nummer, verstoesse: entscheid.value.verstoesse })
          : entscheid;
      },
    }),
  ];
}
