import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { PlanningDeps } from '../planning-deps.ts';
import { plannerOf } from '../use-cases/actors.ts';
import { compare } from '../use-cases/compare.ts';
import { nextSteps } from '../use-cases/next-steps.ts';
import { fertig, planstand, planuebersicht } from '../use-cases/read-plan.ts';
import { planAnswer, planzeileAnswer, preiseAnswer, vergleichAnswer, zieleAnswer } from '../views/answers.ts';
import { manage } from './answers.ts';
import { decideOperations } from './plan-decide-operations.ts';
import { makeOperations } from './plan-make-operations.ts';
import {
  planParams,
  planSchema,
  planzeileSchema,
  preiseSchema,
  schritteSchema,
  vergleichSchema,
} from './schemas.ts';

/** Plans: asked for, read, compared, moved, decided; and what a Kommune does next. */
export function planOperations(deps: PlanningDeps): readonly Operation[] {
  return [
    ...readOperations(deps),
    ...compareOperations(deps),
    ...makeOperations(deps),
    ...decideOperations(deps),
  ];
}

function readOperations(deps: PlanningDeps): readonly Operation[] {
  return [
    operation({
      capability: 'planning.overview',
      method: 'get',
      path: '/planung/plaene',
      summary: 'Alle Pläne, der neueste zuerst, und welcher gilt',
      access: manage,
      response: z.object({ plaene: z.array(planzeileSchema), gilt: z.string().nullable() }),
      handle: async ({ principal }) => {
        const planner = await plannerOf(deps, principal);
        if (!planner.ok) return planner;
        const { plaene, entscheide } = await planuebersicht(deps, planner.value);
        return ok({ plaene: plaene.map(planzeileAnswer), gilt: entscheide[0]?.planId ?? null });
      },
    }),
    operation({
      capability: 'planning.plan.show',
      method: 'get',
      path: '/planung/plaene/{id}',
      summary: 'Ein Plan: sein Fortschritt, dann alle Plätze mit dem, was bewiesen ist',
      access: manage,
      params: planParams,
      response: planSchema,
      handle: async ({ params, principal }) => {
        const planner = await plannerOf(deps, principal);
        if (!planner.ok) return planner;
        const stand = await planstand(deps, planner.value, params.id);
        return stand.ok ? ok(planAnswer(stand.value)) : stand;
      },
    }),
    operation({
      capability: 'planning.next-steps',
      method: 'get',
      path: '/planung/naechste-schritte',
      summary:
        'Was eine Kommune nach dem beschlossenen Plan als Nächstes tut; ein IT-Dienstleister nennt die Kommune',
      access: 'signed-in',
      query: z.object({ kommune: z.string().optional().describe('AGS') }),
      response: schritteSchema,
      handle: async ({ query, principal }) => {
        const found = await nextSteps(deps, principal, query.kommune ?? '');
        if (!found.ok) return found;
        const { ags, name } = found.value.reader.kommune;
        return ok({ kommune: { ags, name }, beschluesse: found.value.beschluesse.map(zieleAnswer) });
      },
    }),
  ];
}

function compareOperations(deps: PlanningDeps): readonly Operation[] {
  return [
    operation({
      capability: 'planning.plan.price',
      method: 'get',
      path: '/planung/plaene/{id}/preise',
      summary: 'Was es die anderen kostet, verspätete Wünsche doch zu erfüllen',
      access: manage,
      params: planParams,
      query: z.object({ massnahme: z.string().optional() }),
      response: preiseSchema,
      handle: async ({ params, query, principal }) => {
        const planner = await plannerOf(deps, principal);
        if (!planner.ok) return planner;
        const stand = await planstand(deps, planner.value, params.id);
        if (!stand.ok) return stand;
        const made = fertig(stand.value);
        return made.ok ? ok({ preise: preiseAnswer(made.value, query.massnahme ?? null) }) : made;
      },
    }),
    operation({
      capability: 'planning.plan.compare',
      method: 'get',
      path: '/planung/plaene/{id}/vergleich/{mit}',
      summary: 'Was ein zweiter Plan gegenüber dem ersten gewinnt und verliert',
      access: manage,
      params: planParams.extend({ mit: z.string().describe('Der zweite Plan') }),
      response: vergleichSchema,
      handle: async ({ params, principal }) => {
        const planner = await plannerOf(deps, principal);
        if (!planner.ok) return planner;
        const compared = await compare(deps, planner.value, params.id, params.mit);
        return compared.ok ? ok(vergleichAnswer(compared.value.vergleich)) : compared;
      },
    }),
  ];
}
