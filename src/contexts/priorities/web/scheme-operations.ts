import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import { bewegungen } from '../domain/vergleich.ts';
import { manage, type PrioritiesDeps } from '../priorities-deps.ts';
import { gewichtungSchema } from '../schema-json.ts';
import { decideSchema, openBeschluss } from '../use-cases/beschluesse.ts';
import { readRangfolge } from '../use-cases/read-rangfolge.ts';
import { readSchemes, saveSchema } from '../use-cases/schemata.ts';
import { managerOf, viewerOf } from '../use-cases/viewer.ts';
import { beschlussAnswer, schemaAnswer, zeileAnswer } from '../views/answers.ts';
import { zeileSchema } from './schemas.ts';
import { beschlussSchema, schemaSchema } from './scheme-schemas.ts';

/** Schemes of weights: saved, compared, decided, opened again. */
export function schemeOperations(deps: PrioritiesDeps): readonly Operation[] {
  return [
    listOperation(deps),
    compareOperation(deps),
    saveOperation(deps),
    decideOperation(deps),
    openOperation(deps),
  ];
}

function listOperation(deps: PrioritiesDeps): Operation {
  return operation({
    capability: 'priorities.schemes',
    method: 'get',
    path: '/prioritaeten/schemata',
    summary: 'Eigene Schemata und alle Beschlüsse, die neuesten zuerst',
    access: 'signed-in',
    response: z.object({ schemata: z.array(schemaSchema), beschluesse: z.array(beschlussSchema) }),
    handle: async ({ principal }) => {
      const viewer = await viewerOf(deps, principal);
      if (!viewer.ok) return viewer;
      const { schemata, beschluesse } = await readSchemes(deps, viewer.value);
      return ok({ schemata: schemata.map(schemaAnswer), beschluesse: beschluesse.map(beschlussAnswer) });
    },
  });
}

function compareOperation(deps: PrioritiesDeps): Operation {
  return operation({
    capability: 'priorities.schemes.compare',
    method: 'get',
    path: '/prioritaeten/schemata/vergleich',
    summary: 'Wer sich bewegt, wenn ein Schema ein anderes ablöst',
    access: manage,
    query: z.object({
      a: z.string().describe('Kennung des Schemas vorher'),
      b: z.string().describe('nachher'),
    }),
    response: z.object({
      bewegungen: z.array(
        z.object({ id: z.string(), name: z.string(), vorher: z.number(), nachher: z.number() }),
      ),
    }),
    handle: async ({ query, principal }) => {
      const manager = await managerOf(deps, principal, 'Schemata vergleichen');
      if (!manager.ok) return manager;
      const before = await readRangfolge(deps, manager.value, { eigene: null, schema: query.a });
      if (!before.ok) return before;
      const after = await readRangfolge(deps, manager.value, { eigene: null, schema: query.b });
      if (!after.ok) return after;
      const { leistungen } = after.value.welt;
      return ok({
        bewegungen: bewegungen(before.value.liste, after.value.liste).map(({ row, vorher, nachher }) => ({
          id: leistungen[row]?.id ?? '',
          name: leistungen[row]?.name ?? '',
          vorher,
          nachher,
        })),
      });
    },
  });
}

function saveOperation(deps: PrioritiesDeps): Operation {
  return operation({
    capability: 'priorities.schemes.save',
    method: 'post',
    path: '/prioritaeten/schemata',
    summary: 'Ein Schema anlegen oder, mit „id“ und „grundlage“, ändern',
    access: manage,
    body: z.strictObject({
      id: z.uuid().nullable().default(null),
      grundlage: z.int().positive().nullable().default(null).describe('Gelesene Fassung'),
      titel: z.string().max(200),
      gewichtung: gewichtungSchema,
    }),
    response: schemaSchema,
    status: 201,
    handle: async ({ body, principal }) => {
      const manager = await managerOf(deps, principal, 'Schemata speichern');
      if (!manager.ok) return manager;
      const saved = await saveSchema(deps, manager.value, body);
      return saved.ok ? ok(schemaAnswer(saved.value)) : saved;
    },
  });
}

function decideOperation(deps: PrioritiesDeps): Operation {
  return operation({
    capability: 'priorities.schemes.decide',
    method: 'post',
    path: '/prioritaeten/schemata/{id}/beschluss',
    summary: 'Ein Schema beschließen: Gewichte, Werte und Rangfolge werden für immer festgehalten',
    access: manage,
    params: z.object({ id: z.string().describe('Kennung des Schemas') }),
    body: z.strictObject({
      fassung: z.int().positive(),
      gremium: z.string().max(200),
      grund: z.string().max(1000),
      sitzungsbeschluss: z.string().min(1).max(200).nullable().default(null),
    }),
    response: beschlussSchema,
    status: 201,
    handle: async ({ params, body, principal }) => {
      const manager = await managerOf(deps, principal, 'Schemata beschließen');
      if (!manager.ok) return manager;
      const decided = await decideSchema(deps, manager.value, params.id, body);
      return decided.ok ? ok(beschlussAnswer(decided.value)) : decided;
    },
  });
}

function openOperation(deps: PrioritiesDeps): Operation {
  return operation({
    capability: 'priorities.decisions',
    method: 'get',
    path: '/prioritaeten/beschluesse/{nummer}',
    summary: 'Ein Beschluss, genau wie er getroffen wurde, mit seiner ganzen Rangfolge',
    access: 'signed-in',
    params: z.object({ nummer: z.string().describe('Nummer des Beschlusses') }),
    response: z.object({
      beschluss: beschlussSchema,
      unveraendert: z.boolean().describe('Nachgerechnet ergibt sich dasselbe'),
      leistungen: z.array(zeileSchema),
    }),
    handle: async ({ params, principal }) => {
      const viewer = await viewerOf(deps, principal);
      if (!viewer.ok) return viewer;
      const opened = await openBeschluss(deps, viewer.value, params.nummer);
      if (!opened.ok) return opened;
      const { beschluss, unveraendert, liste } = opened.value;
      const leistungen = Array.from(liste.reihenfolge, (row) => zeileAnswer(opened.value, row));
      return ok({ beschluss: beschlussAnswer(beschluss), unveraendert, leistungen });
    },
  });
}
