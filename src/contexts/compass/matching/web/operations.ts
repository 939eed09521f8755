import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import { readerOf } from '../../use-cases/editor.ts';
import type { MatchingDeps } from '../matching-deps.ts';
import { lueckenOf, lueckeOf, vorschlaegeFor } from '../use-cases/luecken.ts';
import { nutzenOf } from '../use-cases/nutzen.ts';
import { sichtOf } from '../use-cases/sicht.ts';
import {
  lueckeJson,
  lueckeSchema,
  nutzenJson,
  nutzenSchema,
  rangJson,
  rangSchema,
  vorschlagJson,
  vorschlagSchema,
} from '../views/matching-json.ts';
import { writeOperations } from './write-operations.ts';

const access = { permission: 'compass.stand.read' } as const;

/** Matching in the JSON API. */
export function matchingOperations(deps: MatchingDeps): readonly Operation[] {
  return [...gapOperations(deps), benefitOperation(deps), ...writeOperations(deps)];
}

function gapOperations(deps: MatchingDeps): readonly Operation[] {
  return [
    operation({
      capability: 'compass.gaps',
      method: 'get',
      path: '/stand/luecken',
      summary: 'Die Lücken der eigenen Kommune, jede mit der besten Lösung',
      access,
      response: z.object({ date: z.string(), luecken: z.array(lueckeSchema) }),
      handle: async ({ principal }) => {
        const reader = await readerOf(deps, principal);
        if (!reader.ok) return reader;
        const found = await lueckenOf(deps, reader.value);
        if (!found.ok) return found;
        return ok({ date: found.value.date, luecken: found.value.luecken.map(lueckeJson) });
      },
    }),
    operation({
      capability: 'compass.gap',
      method: 'get',
      path: '/stand/luecken/{leistung}',
      summary: 'Eine Lücke mit allen Lösungen, die sie schließen, und jedem Grund',
      access,
      params: z.object({ leistung: z.string() }),
      response: lueckeSchema.extend({ loesungen: z.array(rangSchema) }),
      handle: async ({ principal, params }) => {
        const reader = await readerOf(deps, principal);
        if (!reader.ok) return reader;
        const found = await lueckeOf(deps, reader.value, params.leistung);
        if (!found.ok) return found;
        const { luecke } = found.value;
        return ok({ ...lueckeJson(luecke), loesungen: luecke.kandidaten.map(rangJson) });
      },
    }),
    operation({
      capability: 'compass.suggestions',
      method: 'get',
      path: '/loesungen-vorschlaege',
      summary: 'Die Lösungen, die am meisten Lücken der eigenen Kommune schließen',
      access,
      response: z.object({ date: z.string(), loesungen: z.array(vorschlagSchema) }),
      handle: async ({ principal }) => {
        const reader = await readerOf(deps, principal);
        if (!reader.ok) return reader;
        const found = await lueckenOf(deps, reader.value);
        if (!found.ok) return found;
        const loesungen = vorschlaegeFor(found.value).map(vorschlagJson);
        return ok({ date: found.value.date, loesungen });
      },
    }),
  ];
}

function benefitOperation(deps: MatchingDeps): Operation {
  return operation({
    capability: 'compass.benefit',
    method: 'get',
    path: '/loesungen/{loesung}/nutzen',
    summary: 'Wem eine Lösung am meisten hilft: die eigene Kommune und die des Verbunds, die teilen',
    access: 'signed-in',
    params: z.object({ loesung: z.string() }),
    response: nutzenSchema,
    handle: async ({ principal, params }) => {
      const sicht = await sichtOf(deps, principal);
      if (!sicht.ok) return sicht;
      const nutzen = await nutzenOf(deps, sicht.value, params.loesung);
      return nutzen.ok ? ok(nutzenJson(nutzen.value)) : nutzen;
    },
  });
}
