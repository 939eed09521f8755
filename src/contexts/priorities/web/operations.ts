import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { PrioritiesDeps } from '../priorities-deps.ts';
import { readAngaben } from '../store-angaben.ts';
import { compare, explain, rowOf } from '../use-cases/explain.ts';
import { readRangfolge } from '../use-cases/read-rangfolge.ts';
import { viewerOf } from '../use-cases/viewer.ts';
import { erklaerungAnswer, kriterienAnswer, rangfolgeAnswer, vergleichAnswer } from '../views/answers.ts';
import { type GewichteText, wunschOfText } from '../weights-text.ts';
import {
  angabeSchema,
  erklaerungSchema,
  kriterienSchema,
  rangfolgeSchema,
  vergleichSchema,
} from './schemas.ts';
import { schemeOperations } from './scheme-operations.ts';
import { statementOperations } from './statement-operations.ts';
import { strategyOperations } from './strategy-operations.ts';

const weights = {
  gewichte: z.string().optional().describe('Gewichte 0 bis 100, zum Beispiel fallzahlen=40,frist=0'),
  unbekannt: z
    .string()
    .optional()
    .describe('Wie Unbekanntes zählt: mitte, null oder voll, zum Beispiel frist=voll'),
  schema: z.string().optional().describe('Kennung eines eigenen Schemas als Grundlage'),
};

const leistung = z.string().describe('Kennung (L00001), LeiKa-Schlüssel oder genauer Name');

/** This context in the JSON API. Fixed addresses stand before those with an id. */
export function prioritiesOperations(deps: PrioritiesDeps): readonly Operation[] {
  return [
    ...rankOperations(deps),
    ...statementOperations(deps),
    ...schemeOperations(deps),
    ...strategyOperations(deps),
  ];
}

async function ranked(deps: PrioritiesDeps, principal: Parameters<typeof viewerOf>[1], text: GewichteText) {
  const viewer = await viewerOf(deps, principal);
  if (!viewer.ok) return viewer;
  const wunsch = wunschOfText(text);
  return wunsch.ok ? readRangfolge(deps, viewer.value, wunsch.value) : wunsch;
}

function rankOperations(deps: PrioritiesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'priorities.rank',
      method: 'get',
      path: '/prioritaeten',
      summary: 'Die Rangfolge der Leistungen unter beschlossenen oder eigenen Gewichten',
      access: 'signed-in',
      query: z.object({
        ...weights,
        ab: z.coerce.number().int().min(1).default(1).describe('Ab welcher Stelle der Reihenfolge'),
        anzahl: z.coerce.number().int().min(1).max(6000).default(100),
      }),
      response: rangfolgeSchema,
      handle: async ({ query, principal }) => {
        const found = await ranked(deps, principal, query);
        return found.ok ? ok(rangfolgeAnswer(found.value, query.ab - 1, query.anzahl)) : found;
      },
    }),
    operation({
      capability: 'priorities.criteria',
      method: 'get',
      path: '/prioritaeten/kriterien',
      summary: 'Die acht Kriterien mit Regel und Herkunft, und von wie vielen Leistungen sie bekannt sind',
      access: 'signed-in',
      response: kriterienSchema,
      handle: async ({ principal }) => {
        const found = await ranked(deps, principal, {});
        return found.ok ? ok(kriterienAnswer(found.value)) : found;
      },
    }),
    operation({
      capability: 'priorities.compare',
      method: 'get',
      path: '/prioritaeten/vergleich',
      summary: 'Warum eine Leistung über einer anderen steht',
      access: 'signed-in',
      query: z.object({ a: leistung, b: leistung, ...weights }),
      response: vergleichSchema,
      handle: async ({ query, principal }) => {
        const found = await ranked(deps, principal, query);
        if (!found.ok) return found;
        const catalogue = await deps.catalogue();
        const a = rowOf(catalogue, found.value.welt, query.a);
        if (!a.ok) return a;
        const b = rowOf(catalogue, found.value.welt, query.b);
        if (!b.ok) return b;
        const both = compare(found.value, a.value, b.value);
        return both.ok ? ok(vergleichAnswer(found.value, both.value)) : both;
      },
    }),
    operation({
      capability: 'priorities.statements',
      method: 'get',
      path: '/prioritaeten/angaben',
      summary: 'Was zu den Kriterien angegeben ist',
      access: 'signed-in',
      response: z.object({ angaben: z.array(angabeSchema) }),
      handle: async ({ principal }) => {
        const viewer = await viewerOf(deps, principal);
        if (!viewer.ok) return viewer;
        const { tenant, actor, provider } = viewer.value;
        const angaben = await deps.db.withTenant(tenant, actor, (tx) => readAngaben(tx, provider.id));
        return ok({ angaben: angaben.map(({ angegebenAm: _, ...angabe }) => angabe) });
      },
    }),
    operation({
      capability: 'priorities.explain',
      method: 'get',
      path: '/prioritaeten/leistungen/{leistung}',
      summary: 'Warum eine Leistung auf ihrem Platz steht, und wie fest',
      access: 'signed-in',
      params: z.object({ leistung }),
      query: z.object(weights),
      response: erklaerungSchema,
      handle: async ({ params, query, principal }) => {
        const found = await ranked(deps, principal, query);
        if (!found.ok) return found;
        const row = rowOf(await deps.catalogue(), found.value.welt, params.leistung);
        return row.ok ? ok(erklaerungAnswer(found.value, explain(found.value, row.value))) : row;
      },
    }),
  ];
}
