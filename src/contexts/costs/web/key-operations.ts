import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import { foerderprogrammSchema, kennungSchema, schluesselKopfSchema, schluesselSchema } from '../shapes.ts';
import { beginEinlesen, uebernehmeSchluessel, vorschauOf } from '../use-cases/einlesen.ts';
import { fertigeSchluessel, uebernimmFertigen } from '../use-cases/fertige-schluessel.ts';
import { foerderprogramme, saveFoerderprogramm } from '../use-cases/foerderung.ts';
import { einSchluessel, saveSchluessel, schluesselOf } from '../use-cases/schluessel.ts';
import { programmAnswer, schluesselAnswer } from '../views/answers.ts';
import { manage } from './answers.ts';
import { asManager } from './as-manager.ts';
import { programmSchema, schluesselAnswerSchema } from './schemas.ts';

const params = z.object({ id: z.string() });
const saved = z.object({ id: z.string(), fassung: z.int() });
const grundlage = z.int().min(0).default(0).describe('Die gelesene Fassung, 0 für etwas Neues');

/** Keys and funding programmes in the JSON API. */
export function keyOperations(deps: CostsDeps): readonly Operation[] {
  return [...keys(deps), ...imports(deps), ...programmes(deps)];
}

function keys(deps: CostsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'costs.keys',
      method: 'get',
      path: '/kosten/schluessel',
      summary: 'Die Verteilungsschlüssel des eigenen Hauses, und die fertigen',
      access: manage,
      response: z.object({
        schluessel: z.array(schluesselAnswerSchema),
        fertige: z.array(z.object({ id: z.string(), name: z.string() })),
      }),
      handle: ({ principal }) =>
        asManager(deps, principal, async (who) =>
          ok({
            schluessel: (await schluesselOf(deps, who)).map(schluesselAnswer),
            fertige: await fertigeSchluessel(deps),
          }),
        ),
    }),
    operation({
      capability: 'costs.key',
      method: 'get',
      path: '/kosten/schluessel/{id}',
      summary: 'Ein Schlüssel mit allen Gewichten',
      access: manage,
      params,
      response: schluesselAnswerSchema.extend({ gewichte: z.record(z.string(), z.string()) }),
      handle: ({ params: { id }, principal }) =>
        asManager(deps, principal, async (who) => {
          const found = await einSchluessel(deps, who, id);
          return found.ok ? ok({ ...schluesselAnswer(found.value), gewichte: found.value.gewichte }) : found;
        }),
    }),
    operation({
      capability: 'costs.keys.import',
      method: 'put',
      path: '/kosten/schluessel/{id}',
      summary:
        'Einen Schlüssel angeben oder ändern; ergeben Anteile nicht 100, wird er mit der Summe abgelehnt',
      access: manage,
      params: z.object({ id: kennungSchema }),
      bodyLimit: 10_000_000,
      body: z.strictObject({ grundlage, inhalt: schluesselSchema }),
      response: saved,
      handle: ({ params: { id }, body, principal }) =>
        asManager(deps, principal, (who) => saveSchluessel(deps, who, { id, ...body })),
    }),
    operation({
      capability: 'costs.key.take',
      method: 'post',
      path: '/kosten/schluessel/fertige',
      summary: 'Einen fertigen Schlüssel übernehmen',
      access: manage,
      body: z.strictObject({ id: z.string() }),
      response: saved,
      handle: ({ body: { id }, principal }) =>
        asManager(deps, principal, (who) => uebernimmFertigen(deps, who, id)),
    }),
  ];
}

function imports(deps: CostsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'costs.keys.import',
      method: 'post',
      path: '/kosten/schluessel/einlesen',
      summary:
        'Einen Schlüssel aus einer Tabelle (CSV, XLSX): erst die Vorschau mit Summe, mit „uebernehmen“ der Schlüssel',
      access: manage,
      bodyLimit: 14_000_000,
      body: z.strictObject({
        kopf: schluesselKopfSchema,
        name: z.string().min(1).max(200),
        base64: z.base64().max(13_400_000),
        uebernehmen: z.boolean().default(false),
        nurGute: z.boolean().default(false),
        renormieren: z.boolean().default(false),
      }),
      response: z.object({
        uebernommen: z.boolean(),
        summe: z.string(),
        problem: z.string().nullable(),
        zeilen: z.array(
          z.object({
            zeile: z.int(),
            zahler: z.string(),
            gewicht: z.string(),
            vorher: z.string().nullable(),
            fehler: z.array(z.string()),
          }),
        ),
      }),
      handle: ({ body, principal }) =>
        asManager(deps, principal, async (who) => {
          const file = { name: body.name, bytes: Buffer.from(body.base64, 'base64') };
          const begun = await beginEinlesen(deps, who, file, body.kopf);
          if (!begun.ok) return begun;
          const looked = await vorschauOf(deps, who, begun.value);
          if (!looked.ok) return looked;
          if (body.uebernehmen) {
            const taken = await uebernehmeSchluessel(deps, who, begun.value, body);
            if (!taken.ok) return taken;
          }
          const { summe, problem, zeilen } = looked.value;
          return ok({
            ...{ uebernommen: body.uebernehmen, summe, problem },
            zeilen: zeilen.map(({ geschrieben: _, ...zeile }) => zeile),
          });
        }),
    }),
  ];
}

function programmes(deps: CostsDeps): readonly Operation[] {
  return [
    operation({
      capability: 'costs.programmes',
      method: 'get',
      path: '/kosten/foerderung',
      summary: 'Förderprogramme mit Laufzeit und Quelle',
      access: 'signed-in',
      response: z.object({ programme: z.array(programmSchema) }),
      handle: async () => ok({ programme: (await foerderprogramme(deps)).map(programmAnswer) }),
    }),
    operation({
      capability: 'costs.programme.save',
      method: 'put',
      path: '/kosten/foerderung/{id}',
      summary: 'Ein Förderprogramm eintragen oder ändern',
      access: manage,
      params: z.object({ id: kennungSchema }),
      body: z.strictObject({ grundlage, inhalt: foerderprogrammSchema }),
      response: saved,
      handle: ({ params: { id }, body, principal }) =>
        asManager(deps, principal, (who) => saveFoerderprogramm(deps, who, { id, ...body })),
    }),
  ];
}
