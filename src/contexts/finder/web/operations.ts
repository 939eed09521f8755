import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { FinderDeps } from '../deps.ts';
import { zielgruppen } from '../domain/zielgruppe.ts';
import { allLebenslagen, findLebenslage } from '../use-cases/find-lebenslage.ts';
import { findLeistungen, suggestFor } from '../use-cases/find-leistungen.ts';
import {
  antwortJson,
  jsonOfAntwort,
  jsonOfGuided,
  jsonOfLebenslage,
  lebenslageJson,
  lebenslageKurzJson,
} from '../views/json.ts';
import { editorOperations } from './editor-operations.ts';

/** This context in the JSON API. */
export function finderOperations(deps: FinderDeps): readonly Operation[] {
  return [...searchOperations(deps), ...lebenslageOperations(deps), ...editorOperations(deps)];
}

const frage = z.object({
  q: z.string().max(10_000).describe('Was jemand sucht, in eigenen Worten; ein Ort darf dabei stehen'),
  ort: z.string().max(200).optional().describe('PLZ, Name, AGS oder ARS'),
  limit: z.coerce.number().int().min(1).max(100).optional(),
  offset: z.coerce.number().int().min(0).max(1_000).optional(),
  themenfeld: z.coerce.number().int().optional(),
  fuer: z.enum(zielgruppen).optional(),
  online: z.enum(['ja']).optional().describe('Nur, was hier online geht'),
});

function searchOperations(deps: FinderDeps): readonly Operation[] {
  return [
    operation({
      capability: 'finder.suche',
      method: 'get',
      path: '/suche',
      summary: 'Leistungen finden, in den Worten der Menschen',
      access: 'public',
      query: frage,
      response: antwortJson,
      handle: async ({ query }) => {
        const { q, ort, limit, offset, themenfeld, fuer, online } = query;
        const found = await findLeistungen(deps, {
          text: q,
          ...(ort === undefined ? {} : { ort }),
          ...(limit === undefined ? {} : { limit }),
          ...(offset === undefined ? {} : { offset }),
          facetten: {
            ...(themenfeld === undefined ? {} : { themenfeldId: themenfeld }),
            ...(fuer === undefined ? {} : { zielgruppe: fuer }),
            ...(online === undefined ? {} : { online: true }),
          },
        });
        return found.ok ? ok(jsonOfAntwort(found.value)) : found;
      },
    }),
    operation({
      capability: 'finder.vorschlaege',
      method: 'get',
      path: '/vorschlaege',
      summary: 'Vorschläge während des Tippens',
      access: 'public',
      query: z.object({
        q: z.string().max(200),
        limit: z.coerce.number().int().min(1).max(20).optional(),
      }),
      response: z.object({
        vorschlaege: z.array(z.object({ text: z.string(), leistungId: z.string().nullable() })),
      }),
      handle: async ({ query }) => ok({ vorschlaege: await suggestFor(deps, query.q, query.limit) }),
    }),
  ];
}

function lebenslageOperations(deps: FinderDeps): readonly Operation[] {
  return [
    operation({
      capability: 'finder.lebenslagen',
      method: 'get',
      path: '/lebenslagen',
      summary: 'Lebenslagen, die mehrere Leistungen brauchen',
      access: 'public',
      response: z.object({ lebenslagen: z.array(lebenslageKurzJson) }),
      handle: async () => ok({ lebenslagen: (await allLebenslagen(deps)).map(jsonOfLebenslage) }),
    }),
    operation({
      capability: 'finder.lebenslage',
      method: 'get',
      path: '/lebenslagen/{id}',
      summary: 'Eine Lebenslage mit ihren Schritten in der Reihenfolge',
      access: 'public',
      params: z.object({ id: z.string().max(80) }),
      response: lebenslageJson,
      handle: async ({ params }) => {
        const found = await findLebenslage(deps, params.id);
        return found.ok ? ok(jsonOfGuided(found.value)) : found;
      },
    }),
  ];
}
