import { z } from 'zod';
import { type Clock, ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { Territory } from '../domain/territory.ts';
import { resolveBody } from '../use-cases/resolve-body.ts';
import { bodiesJson } from '../views/bodies-json.ts';
import { heldBodiesList } from '../views/bodies-list.ts';
import { bodyJson } from '../views/body-json.ts';
import { bodiesQuerySchema, bodiesSchema, bodySchema } from './schemas.ts';

/** What the territory's operations and commands need. */
export interface TerritoryOperationDeps {
  readonly territory: () => Promise<Territory>;
  readonly clock: Clock;
}

/** The territory's operations of the JSON API; everybody may call them. */
export function territoryOperations(deps: TerritoryOperationDeps): Operation[] {
  return [listOperation(deps), bodyOperation(deps)];
}

function listOperation({ territory, clock }: TerritoryOperationDeps): Operation {
  const listOf = heldBodiesList();
  return operation({
    capability: 'territory.list',
    method: 'get',
    path: '/kommunen',
    summary: 'Kommunen suchen, eingrenzen, sortieren und blättern; dieselben Angaben wie auf der Seite',
    access: 'public',
    query: bodiesQuerySchema,
    response: bodiesSchema,
    handle: async ({ query }) => {
      const today = clock.today();
      return bodiesJson(listOf(await territory(), today), query, today);
    },
  });
}

function bodyOperation({ territory, clock }: TerritoryOperationDeps): Operation {
  return operation({
    capability: 'territory.body',
    method: 'get',
    path: '/kommunen/{body}',
    summary: 'Eine Kommune nach AGS, Kreisschlüssel, ARS oder Name; mehrdeutige Namen werden zurückgefragt',
    access: 'public',
    params: z.object({ body: z.string().min(1).max(100) }),
    response: bodySchema,
    handle: async ({ params }) => {
      const snapshot = await territory();
      const body = resolveBody(snapshot, params.body);
      return body.ok ? ok(bodyJson(snapshot, body.value, clock.today())) : body;
    },
  });
}
