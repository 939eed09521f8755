import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { PlanningDeps } from '../planning-deps.ts';
import { plannerOf } from '../use-cases/actors.ts';
import { applyImport, beginImport, previewImport } from '../use-cases/import-massnahmen.ts';
import { proposals, takeOver } from '../use-cases/proposals.ts';
import { manage } from './answers.ts';
import { vorschauSchema, vorschlaegeSchema } from './massnahme-schemas.ts';

export function bulkOperations(deps: PlanningDeps): readonly Operation[] {
  return [
    operation({
      capability: 'planning.measures.from-demand',
      method: 'get',
      path: '/planung/vorschlaege',
      summary: 'Was Kommunen brauchen und noch keine Maßnahme ist',
      access: manage,
      response: vorschlaegeSchema,
      handle: async ({ principal }) => {
        const planner = await plannerOf(deps, principal);
        if (!planner.ok || principal === null) return planner.ok ? ok({ vorschlaege: [] }) : planner;
        return ok({ vorschlaege: await proposals(deps, planner.value, principal) });
      },
    }),
    operation({
      capability: 'planning.measures.from-demand',
      method: 'post',
      path: '/planung/vorschlaege',
      summary: 'Vorschläge als Maßnahmen übernehmen, alle oder keinen',
      access: manage,
      body: z.strictObject({ vorlage: z.string(), leistungen: z.array(z.string()).min(1).max(500) }),
      response: z.object({ massnahmen: z.array(z.string()) }),
      handle: async ({ body, principal }) => {
        const planner = await plannerOf(deps, principal);
        if (!planner.ok || principal === null) return planner.ok ? ok({ massnahmen: [] }) : planner;
        const all = await proposals(deps, planner.value, principal);
        const chosen = all.filter(({ leistungId }) => body.leistungen.includes(leistungId));
        const made = await takeOver(deps, planner.value, chosen, body.vorlage);
        return made.ok ? ok({ massnahmen: made.value }) : made;
      },
    }),
    operation({
      capability: 'planning.measures.import',
      method: 'post',
      path: '/planung/massnahmen/einlesen',
      summary:
        'Maßnahmen aus einer Tabelle (CSV, XLSX): erst die Vorschau, mit „uebernehmen“ die guten Zeilen',
      access: manage,
      bodyLimit: 14_000_000,
      body: z.strictObject({
        name: z.string().min(1).max(200),
        base64: z.base64().max(13_400_000),
        uebernehmen: z.boolean().default(false),
      }),
      response: vorschauSchema,
      handle: async ({ body, principal }) => {
        const planner = await plannerOf(deps, principal);
        if (!planner.ok) return planner;
        const file = { name: body.name, bytes: Buffer.from(body.base64, 'base64') };
        const begun = await beginImport(deps, planner.value, file);
        if (!begun.ok) return begun;
        const go = body.uebernehmen ? applyImport : previewImport;
        const found = await go(deps, planner.value, begun.value);
        return found.ok ? ok({ uebernommen: body.uebernehmen, zeilen: found.value.zeilen }) : found;
      },
    }),
  ];
}
