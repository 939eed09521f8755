import { z } from 'zod';
import { ok } from '#kernel';
import { dateParameter, type Operation, operation } from '#platform';
import type { TerritoryOperationDeps } from '../doors-deps.ts';
import { resolveBody } from '../use-cases/resolve-body.ts';
import {
  statusJson,
  statusListSchema,
  statusRowJson,
  statusSchema,
  thresholdSchema,
  thresholdsJson,
} from '../views/status-json.ts';
import { statusRows } from '../views/status-list.ts';

/** The legal status by § 4 GO NRW in the JSON API; everybody may call it. */
export function statusOperations({ territory, clock }: TerritoryOperationDeps): readonly Operation[] {
  return [
    operation({
      capability: 'territory.status.list',
      method: 'get',
      path: '/groessenklassen',
      summary: 'Alle Gemeinden mit Größenklasse und der nächsten Schwelle nach § 4 GO NRW',
      access: 'public',
      query: z.object({ date: dateParameter }),
      response: statusListSchema,
      handle: async ({ query }) => {
        const date = query.date ?? clock.today();
        return ok({ date, gemeinden: statusRows(await territory(), date).map(statusRowJson) });
      },
    }),
    operation({
      capability: 'territory.thresholds',
      method: 'get',
      path: '/groessenklassen/schwellen',
      summary: 'Die Schwellen nach § 4 GO NRW in allen Fassungen des Gesetzes, und ob jede am Stichtag gilt',
      access: 'public',
      query: z.object({ date: dateParameter }),
      response: z.object({ date: z.string(), schwellen: z.array(thresholdSchema) }),
      handle: async ({ query }) => ok(thresholdsJson(await territory(), query.date ?? clock.today())),
    }),
    operation({
      capability: 'territory.status',
      method: 'get',
      path: '/kommunen/{body}/groessenklasse',
      summary:
        'Der Status einer Gemeinde über die Zeit, ihre Stichtagszahlen und die Beobachtung der Schwellen',
      access: 'public',
      params: z.object({ body: z.string().min(1).max(100) }),
      query: z.object({ date: dateParameter }),
      response: statusSchema,
      handle: async ({ params, query }) => {
        const snapshot = await territory();
        const body = resolveBody(snapshot, params.body);
        return body.ok ? ok(statusJson(snapshot, body.value, query.date ?? clock.today())) : body;
      },
    }),
  ];
}
