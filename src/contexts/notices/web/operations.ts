import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { NoticesDeps } from '../deps.ts';
import { changeNotices, readNotices } from '../use-cases/summary.ts';
import { unsubscribe } from '../use-cases/unsubscribe.ts';
import {
  einstellungAnswer,
  einstellungSchema,
  ownNoticesAnswer,
  ownNoticesSchema,
} from '../views/setting-shapes.ts';
import { idParams } from '../views/shapes.ts';
import { requireCaller } from './answers.ts';
import { rundmailOperations } from './rundmail-operations.ts';
import { verteilerOperations } from './verteiler-operations.ts';
import { webhookOperations } from './webhook-operations.ts';

/** Everything of this context that machines can do. */
export function noticesOperations(deps: NoticesDeps): readonly Operation[] {
  return [
    ...rundmailOperations(deps),
    ...verteilerOperations(deps),
    ...webhookOperations(deps),
    ...settingOperations(deps),
  ];
}

function settingOperations(deps: NoticesDeps): readonly Operation[] {
  const access = { permission: 'members.manage' } as const;
  return [
    operation({
      capability: 'notices.setting.show',
      method: 'get',
      path: '/members/{id}/benachrichtigungen',
      summary: 'Was ein Mitglied per Mail erfährt, und was in seiner nächsten Zusammenfassung stünde',
      access,
      params: idParams,
      response: ownNoticesSchema,
      handle: async ({ params, principal }) => {
        const caller = requireCaller(principal);
        if (!caller.ok) return caller;
        const own = await readNotices(deps, caller.value, params.id);
        return own.ok ? ok(ownNoticesAnswer(own.value)) : own;
      },
    }),
    operation({
      capability: 'notices.setting.change',
      method: 'put',
      path: '/members/{id}/benachrichtigungen',
      summary: 'Festlegen, was ein Mitglied per Mail erfährt',
      access,
      params: idParams,
      body: einstellungSchema.strict(),
      response: einstellungSchema,
      handle: async ({ params, body, principal }) => {
        const caller = requireCaller(principal);
        if (!caller.ok) return caller;
        const changed = await changeNotices(deps, caller.value, params.id, body);
        return changed.ok ? ok(einstellungAnswer(changed.value)) : changed;
      },
    }),
    operation({
      capability: 'notices.unsubscribe',
      method: 'post',
      path: '/abbestellungen',
      summary: 'Rundmails mit dem Link aus einer Mail abbestellen',
      access: 'public',
      body: z.strictObject({ link: z.string().max(300) }),
      response: z.null(),
      status: 204,
      handle: ({ body }) => unsubscribe(deps, body.link),
    }),
  ];
}
