import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation, parseVorgangId } from '#platform';
import { cancelled } from '../handlers.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import { quartalSchema } from '../shapes.ts';
import { plannerOf } from '../use-cases/actors.ts';
import { beginPlan } from '../use-cases/begin-plan.ts';
import { quartaleMost, sekundenUsual } from '../use-cases/grundlage.ts';
import { planstand } from '../use-cases/read-plan.ts';
import { manage } from './answers.ts';
import { planParams } from './schemas.ts';

export function makeOperations(deps: PlanningDeps): readonly Operation[] {
  return [
    operation({
      capability: 'planning.plan',
      method: 'post',
      path: '/planung/plaene',
      summary: 'Einen Plan rechnen lassen; der Fortschritt steht am Plan',
      access: manage,
      body: z.strictObject({
        titel: z.string().trim().min(3).max(200),
        ab: quartalSchema,
        quartale: z.int().min(1).max(quartaleMost).default(8),
        sekunden: z.int().min(1).max(120).default(sekundenUsual),
        annahmen: z
          .array(
            z.strictObject({
              team: z.string(),
              monatlich: z.int().describe('Zehntel Personentage im Monat'),
            }),
          )
          .max(20)
          .default([]),
      }),
      response: z.object({ id: z.string(), nummer: z.int() }),
      status: 202,
      handle: async ({ body, principal }) => {
        const planner = await plannerOf(deps, principal);
        if (!planner.ok) return planner;
        const begun = await beginPlan(deps, planner.value, body);
        return begun.ok ? ok({ id: begun.value.id, nummer: begun.value.nummer }) : begun;
      },
    }),
    operation({
      capability: 'planning.plan.cancel',
      method: 'post',
      path: '/planung/plaene/{id}/abbrechen',
      summary: 'Das Rechnen abbrechen; gespeichert wird nichts',
      access: manage,
      params: planParams,
      response: z.object({ abgebrochen: z.boolean() }),
      handle: async ({ params, principal }) => {
        const planner = await plannerOf(deps, principal);
        if (!planner.ok) return planner;
        const stand = await planstand(deps, planner.value, params.id);
        if (!stand.ok) return stand;
        const { actor, anbieter } = planner.value;
        const vorgang = parseVorgangId(stand.value.plan.vorgang);
        const abgebrochen = vorgang !== null && (await cancelled(deps, anbieter.tenant, actor, vorgang));
        return ok({ abgebrochen });
      },
    }),
  ];
}
