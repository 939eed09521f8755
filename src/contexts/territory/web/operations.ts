import { z } from 'zod';
import { ok } from '#kernel';
import { dateParameter, type Operation, operation } from '#platform';
import type { TerritoryOperationDeps } from '../doors-deps.ts';
import { resolveBody } from '../use-cases/resolve-body.ts';
import { bodiesJson } from '../views/bodies-json.ts';
import { heldBodiesList } from '../views/bodies-list.ts';
import { bodyJson } from '../views/body-json.ts';
import { bodiesQuerySchema, bodiesSchema, bodySchema } from './schemas.ts';
import { statusOperations } from './status-operations.ts';

/** The territory's operations of the JSON API; everybody may call them. */
export function territoryOperations(deps: TerritoryOperationDeps): Operation[] {
  return [listOperation(deps), bodyOperation(deps), ...statusOperations(deps)];
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
      const { date = clock.today(), ...asked } = query;
      return bodiesJson(listOf(await territory(), date), asked, date);
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
    query: z.object({ date: dateParameter }),
    response: bodySchema,
    handle: async ({ params, query }) => {
      const snapshot = await territory();
      const body = resolveBody(snapshot, params.body);
      return body.ok ? ok(bodyJson(snapshot, body.value, query.date ?? clock.today())) : body;
    },
  });
}
