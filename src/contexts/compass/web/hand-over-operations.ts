import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { CompassDeps } from '../doors-deps.ts';
import { managerOf } from '../use-cases/editor.ts';
import { handOver, previewHandOver } from '../use-cases/hand-over.ts';
import { vorschauJson, vorschauSchema } from '../views/hand-over-json.ts';

const access = { permission: 'compass.manage' } as const;

/** The hand-over when a person leaves, in the JSON API. */
export function handOverOperations(deps: CompassDeps): readonly Operation[] {
  return [
    operation({
      capability: 'compass.hand-over.preview',
      method: 'get',
      path: '/uebergaben/{von}',
      summary: 'Was eine Person zu übergeben hat',
      access,
      params: z.object({ von: z.string() }),
      response: vorschauSchema,
      handle: async ({ principal, params }) => {
        const editor = await managerOf(deps, principal);
        return editor.ok ? ok(vorschauJson(await previewHandOver(deps, editor.value, params))) : editor;
      },
    }),
    operation({
      capability: 'compass.hand-over',
      method: 'post',
      path: '/uebergaben',
      summary: 'Alles von einer Person an eine andere übergeben',
      access,
      body: z.strictObject({
        von: z.string(),
        an: z.string(),
        anzahl: z.number().int().describe('Was die Vorschau gezählt hat'),
      }),
      response: vorschauSchema,
      handle: async ({ principal, body: { anzahl, ...persons } }) => {
        const editor = await managerOf(deps, principal);
        if (!editor.ok) return editor;
        const moved = await handOver(deps, editor.value, persons, anzahl);
        return moved.ok ? ok(vorschauJson(moved.value)) : moved;
      },
    }),
  ];
}
