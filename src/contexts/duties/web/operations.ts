import { z } from 'zod';
import { ok } from '#kernel';
import { dateParameter, type Operation, operation } from '#platform';
import type { DutiesDeps } from '../doors-deps.ts';
import { answerCompetence, answerDuties, answerDuty } from '../use-cases/answer-duties.ts';
import { overviewOf } from '../use-cases/overview-of.ts';
import { bestimmungOperations } from './bestimmung-operations.ts';
import { changeOperations } from './change-operations.ts';
import { coverageOperations } from './coverage/coverage-operations.ts';
import { delegationOperations } from './delegation-operations.ts';
import { neuerungenOperations } from './neuerungen-operations.ts';
import { reviewOperations } from './review/review-operations.ts';
import { ruleOperations } from './rule-operations.ts';
import { competenceSchema, dutyListSchema, dutySchema, overviewSchema } from './schemas.ts';

const date = z.object({ date: dateParameter });

const body = z.string().describe('AGS, ARS oder Name der Kommune');

const leistung = z.string().describe('LeiKa-Schlüssel oder eigene Nummer');

/** The duties in the JSON API. Verdicts rest on public data, so they need no token; a provider's overview does. */
export function dutiesOperations(deps: DutiesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'duties.list',
      method: 'get',
      path: '/kommunen/{body}/duties',
      summary: 'Was eine Kommune an einem Tag schuldet: jede Leistung mit ihrem Ergebnis',
      access: 'public',
      params: z.object({ body }),
      query: date,
      response: dutyListSchema,
      handle: async ({ params, query }) =>
        answerDuties(await deps.world(), params.body, query.date ?? deps.clock.today()),
    }),
    operation({
      capability: 'duties.explain',
      method: 'get',
      path: '/kommunen/{body}/duties/{leistung}',
      summary: 'Warum eine Kommune eine Leistung schuldet oder nicht: die Kette der Gründe',
      access: 'public',
      params: z.object({ body, leistung }),
      query: date,
      response: dutySchema,
      handle: async ({ params, query }) =>
        answerDuty(await deps.world(), params.body, params.leistung, query.date ?? deps.clock.today()),
    }),
    operation({
      capability: 'duties.competence',
      method: 'get',
      path: '/leistungen/{leistung}/zustaendigkeit',
      summary: 'Wer in jeder Körperschaft für eine Leistung zuständig ist',
      access: 'public',
      params: z.object({ leistung }),
      query: date,
      response: competenceSchema,
      handle: async ({ params, query }) =>
        answerCompetence(await deps.world(), params.leistung, query.date ?? deps.clock.today()),
    }),
    operation({
      capability: 'duties.overview',
      method: 'get',
      path: '/overview',
      summary: 'Alle betreuten Kommunen mit ihren Zahlen, und wie viel entschieden ist',
      access: { permission: 'circle.read' },
      query: date,
      response: overviewSchema,
      handle: async ({ query, principal }) => {
        const day = query.date ?? deps.clock.today();
        const { rows, total } = overviewOf(await deps.world(), (await deps.circleOf(principal)) ?? [], day);
        const kommunen = rows.map(({ body: { ags, name }, klasse, statistics }) => ({
          ags,
          name,
          klasse,
          ...statistics,
        }));
        return ok({ date: day, total, kommunen });
      },
    }),
    ...changeOperations(deps),
    ...delegationOperations(deps),
    ...coverageOperations(deps),
    ...reviewOperations(deps),
    ...ruleOperations(deps),
    ...bestimmungOperations(deps),
    ...neuerungenOperations(deps),
  ];
}
