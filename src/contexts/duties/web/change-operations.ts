import { z } from 'zod';
import { addDays, ok } from '#kernel';
import { dateParameter, type Operation, operation } from '#platform';
import type { DutiesDeps } from '../doors-deps.ts';
import { answerDifference } from '../use-cases/answer-difference.ts';
import { answerWhatIf } from '../use-cases/answer-what-if.ts';
import { differenceJson, differenceSchema, whatIfJson, whatIfSchema } from '../views/change-json.ts';

/** What another status would move, and what changed between two days, in the JSON API. */
export function changeOperations(deps: DutiesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'duties.what-if',
      method: 'get',
      path: '/what-if',
      summary: 'Welche Leistungen die Stelle wechselten, wenn Gemeinden eine andere Größenklasse hätten',
      access: 'public',
      query: z.object({
        aenderungen: z
          .string()
          .min(1)
          .max(40_000)
          .describe('Gemeinde:Klasse, mit Komma getrennt: 05362028:grosse-kreisangehoerige-stadt'),
        date: dateParameter,
      }),
      response: whatIfSchema,
      handle: async ({ query }) => {
        const found = answerWhatIf(await deps.world(), query.aenderungen, query.date ?? deps.clock.today());
        return found.ok ? ok(whatIfJson(found.value)) : found;
      },
    }),
    operation({
      capability: 'duties.differences',
      method: 'get',
      path: '/kommunen/{body}/differences',
      summary: 'Was sich für eine Kommune zwischen zwei Tagen geändert hat',
      access: 'public',
      params: z.object({ body: z.string().describe('AGS, ARS oder Name der Kommune') }),
      query: z.object({ from: dateParameter, to: dateParameter }),
      response: differenceSchema,
      handle: async ({ params, query }) => {
        const to = query.to ?? deps.clock.today();
        const found = answerDifference(await deps.world(), params.body, query.from ?? addDays(to, -365), to);
        return found.ok ? ok(differenceJson(found.value)) : found;
      },
    }),
  ];
}
