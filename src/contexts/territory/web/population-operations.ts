import { z } from 'zod';
import { ok, refuse } from '#kernel';
import { type Operation, operation } from '#platform';
import type { PopulationDeps } from '../doors-deps.ts';
import { notAllowedToReport } from '../errors.ts';
import { reportPopulation } from '../use-cases/report-population.ts';
import { populationJson, populationSchema } from '../views/population-json.ts';

const input = z.strictObject({
  csv: z.string().max(900_000).describe('Tabelle mit den Spalten ags, stichtag, einwohner'),
  quelle: z.string(),
  quelleUrl: z.string().nullable().default(null),
  trotzFehlern: z.boolean().default(false).describe('nur die guten Zeilen übernehmen'),
});

/** Reporting population figures in the JSON API. */
export function populationOperations(deps: PopulationDeps): readonly Operation[] {
  return [
    operation({
      capability: 'territory.population.report',
      method: 'post',
      path: '/einwohner',
      summary: 'Einwohnerzahlen mit Quelle einlesen',
      access: { permission: 'reference.import' },
      body: input,
      response: populationSchema,
      handle: async ({ body, principal }) => {
        if (principal === null) return refuse(notAllowedToReport());
        const given = { ...body, bytes: new TextEncoder().encode(body.csv) };
        const snapshot = await deps.territory();
        const done = await reportPopulation(deps.db, snapshot, principal.actor, given, deps.clock.today());
        if (!done.ok) return done;
        deps.changed();
        return ok(populationJson(done.value));
      },
    }),
  ];
}
