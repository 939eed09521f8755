import { z } from 'zod';
import { ok } from '#kernel';
import { dateParameter, type Operation, operation } from '#platform';
import type { DutiesDeps } from '../../doors-deps.ts';
import { coverageAnswer, openLeistungen, readSeed } from '../../use-cases/answer-coverage.ts';
import { coverageJson, openJson } from '../../views/coverage-json.ts';

const figures = z.object({
  total: z.int(),
  decided: z.int(),
  byGrade: z.object({ 'norm-gelesen': z.int(), sekundaerquelle: z.int(), einschaetzung: z.int() }),
  byBreadth: z.record(z.string(), z.int()).describe('Breite der entscheidenden Regel'),
  openByReason: z.record(z.string(), z.int()),
});

const coverageSchema = z.object({
  date: z.string(),
  ...figures.shape,
  themenfelder: z.array(z.object({ name: z.string(), ...figures.shape })),
  seed: z.int(),
  sample: z.array(z.object({ leistung: z.string(), name: z.string(), regel: z.string(), norm: z.string() })),
});

const openSchema = z.object({
  date: z.string(),
  leistungen: z.array(
    z.object({
      id: z.string(),
      leika: z.string().nullable(),
      name: z.string(),
      themenfeld: z.string(),
      ozg: z.string(),
      reason: z.string(),
      regeln: z.array(z.string()),
    }),
  ),
});

/** How much of the communal catalogue the rules decide, in the JSON API. */
export function coverageOperations(deps: DutiesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'duties.coverage',
      method: 'get',
      path: '/rules/coverage',
      summary: 'Wie viel vom kommunalen Katalog die Regeln entscheiden, nach Beleg und Breite',
      access: 'public',
      query: z.object({
        date: dateParameter,
        seed: z.string().optional().describe('Nummer der Stichprobe von Einschätzungen'),
      }),
      response: coverageSchema,
      handle: async ({ query }) =>
        ok(
          coverageJson(
            coverageAnswer(await deps.world(), query.date ?? deps.clock.today(), readSeed(query.seed)),
          ),
        ),
    }),
    operation({
      capability: 'duties.open',
      method: 'get',
      path: '/rules/open',
      summary: 'Leistungen des kommunalen Katalogs, über die etwas offen ist',
      access: 'public',
      query: z.object({ date: dateParameter }),
      response: openSchema,
      handle: async ({ query }) => {
        const date = query.date ?? deps.clock.today();
        return ok({ date, leistungen: openLeistungen(await deps.world(), date).map(openJson) });
      },
    }),
  ];
}
