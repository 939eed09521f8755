import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation, parseVorgangId } from '#platform';
import { cancelled } from '../handlers.ts';
import type { PlanningDeps } from '../planning-deps.ts';
import { quartalSchema, tagSchema } from '../shapes.ts';
import { plannerOf } from '../use-cases/actors.ts';
import { beginPlan } from '../use-cases/begin-plan.ts';
import { compare } from '../use-cases/compare.ts';
import { decide } from '../use-cases/decide.ts';
import { quartaleMost, sekundenUsual } from '../use-cases/grundlage.ts';
import { move } from '../use-cases/move.ts';
import { nextSteps } from '../use-cases/next-steps.ts';
import { fertig, planstand, planuebersicht } from '../use-cases/read-plan.ts';
import { planAnswer, planzeileAnswer, preiseAnswer, vergleichAnswer, zieleAnswer } from '../views/answers.ts';
import { manage } from './answers.ts';
import { planSchema, planzeileSchema, preiseSchema, schritteSchema, vergleichSchema } from './schemas.ts';

const planParams = z.object({ id: z.string().describe('Plan') });

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

function makeOperations(deps: PlanningDeps): readonly Operation[] {
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

function decideOperations(deps: PlanningDeps): readonly Operation[] {
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
