import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { NoticesDeps } from '../deps.ts';
import { readVerteiler, removeVerteiler, saveVerteiler } from '../use-cases/keep-verteiler.ts';
import { idParams, verteilerSchema } from '../views/shapes.ts';
import { requireCaller } from './answers.ts';

const access = { permission: 'notices.send' } as const;

/** Groups of Kommunen in the JSON API. */
export function verteilerOperations(deps: NoticesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'notices.verteiler.list',
      method: 'get',
      path: '/verteiler',
      summary: 'Die Verteiler: Gruppen betreuter Kommunen',
      access,
      response: z.object({ verteiler: z.array(verteilerSchema) }),
      handle: async ({ principal }) => {
        const caller = requireCaller(principal);
        if (!caller.ok) return caller;
        const all = await readVerteiler(deps, caller.value);
        return ok({ verteiler: all.map((one) => ({ ...one, kommunen: [...one.kommunen] })) });
      },
    }),
    operation({
      capability: 'notices.verteiler.save',
      method: 'post',
      path: '/verteiler',
      summary: 'Einen Verteiler anlegen oder den gleichen Namens ersetzen',
      access,
      body: z.strictObject({ name: z.string(), kommunen: z.array(z.uuid()).max(1000) }),
      response: verteilerSchema,
      handle: async ({ body, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? saveVerteiler(deps, caller.value, body) : caller;
      },
    }),
    operation({
      capability: 'notices.verteiler.remove',
      method: 'delete',
      path: '/verteiler/{id}',
      summary: 'Einen Verteiler löschen',
      access,
      params: idParams,
      response: z.null(),
      status: 204,
      handle: async ({ params, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? removeVerteiler(deps, caller.value, params.id) : caller;
      },
    }),
  ];
}
