import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { planSchema } from '../shapes.ts';
import { plaeneOf, planstand, savePlan } from '../use-cases/plan.ts';
import { legePlanAn, uebernimmAngebundene } from '../use-cases/plan-anlegen.ts';
import { planAnswer, planzeileAnswer } from '../views/answers.ts';
import { manage } from './answers.ts';
import { asManager } from './as-manager.ts';
import { planActions } from './plan-action-operations.ts';
import { artSchema, params, query } from './plan-params.ts';
import { planAnswerSchema, planzeileSchema } from './schemas.ts';

/** Plans, price labels, simulation and the end of a year in the JSON API. */
export function planOperations(deps: CostsDeps): readonly Operation[] {
  return [...plans(deps), ...planActions(deps)];
}

function plans(deps: CostsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'costs.plan.begin',
      method: 'post',
      path: '/kostenplaene',
      summary: 'Einen Kostenplan anlegen, nach dem Vorbild des letzten',
      access: manage,
      body: z.strictObject({ dienst: z.string(), jahr: z.int().min(2000).max(2100), art: artSchema }),
      response: planzeileSchema,
      status: 201,
      handle: ({ body, principal }) =>
        asManager(deps, principal, async (who) => {
          const made = await legePlanAn(deps, who, body);
          return made.ok ? ok(planzeileAnswer(made.value)) : made;
        }),
    }),
    operation({
      capability: 'costs.plans',
      method: 'get',
      path: '/kostenplaene',
      summary: 'Die Kostenpläne des eigenen Hauses',
      access: manage,
      response: z.object({ plaene: z.array(planzeileSchema) }),
      handle: ({ principal }) =>
        asManager(deps, principal, async (who) =>
          ok({ plaene: (await plaeneOf(deps, who)).map(planzeileAnswer) }),
        ),
    }),
    operation({
      capability: 'costs.plan',
      method: 'get',
      path: '/kostenplaene/{dienst}/{jahr}',
      summary: 'Ein Kostenplan und was er ergibt',
      access: manage,
      params,
      query,
      response: planAnswerSchema,
      handle: ({ params: where, query: { art }, principal }) =>
        asManager(deps, principal, async (who) => {
          const stand = await planstand(deps, who, { ...where, art });
          return stand.ok ? ok(planAnswer(stand.value)) : stand;
        }),
    }),
    operation({
      capability: 'costs.plan.save',
      method: 'put',
      path: '/kostenplaene/{dienst}/{jahr}',
      summary: 'Einen Kostenplan ändern; „grundlage“ ist die gelesene Fassung, 0 für einen neuen',
      access: manage,
      params,
      query,
      bodyLimit: 20_000_000,
      body: z.strictObject({ grundlage: z.int().min(0), inhalt: planSchema }),
      response: planzeileSchema,
      handle: ({ params: where, query: { art }, body, principal }) =>
        asManager(deps, principal, async (who) => {
          const saved = await savePlan(deps, who, { ...where, art, ...body });
          return saved.ok ? ok(planzeileAnswer(saved.value)) : saved;
        }),
    }),
    operation({
      capability: 'costs.payers.connected',
      method: 'post',
      path: '/kostenplaene/{dienst}/{jahr}/angebundene',
      summary: 'Die angebundenen Kommunen als Zahler aufnehmen',
      access: manage,
      params,
      query,
      response: z.object({ aufgenommen: z.int() }),
      handle: ({ params: where, query: { art }, principal }) =>
        asManager(deps, principal, async (who) => {
          const stand = await planstand(deps, who, { ...where, art });
          if (!stand.ok) return stand;
          const taken = await uebernimmAngebundene(deps, who, stand.value);
          return taken.ok ? ok({ aufgenommen: taken.value }) : taken;
        }),
    }),
  ];
}
