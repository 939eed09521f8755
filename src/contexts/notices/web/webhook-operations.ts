import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { NoticesDeps } from '../deps.ts';
import {
  addWebhook,
  changeWebhook,
  readWebhook,
  readWebhooks,
  removeWebhook,
  renewSecret,
} from '../use-cases/manage-webhooks.ts';
import { replayDelivery, testWebhook } from '../use-cases/resend-webhook.ts';
import { idParams } from '../views/shapes.ts';
import {
  webhookAnswer,
  webhookBody,
  webhookDetailAnswer,
  webhookDetailSchema,
  webhookSchema,
} from '../views/webhook-shapes.ts';
import { requireCaller } from './answers.ts';

const access = { permission: 'notices.webhooks' } as const;
const nothing = { response: z.null(), status: 204 } as const;

/** Webhooks in the JSON API. */
export function webhookOperations(deps: NoticesDeps): readonly Operation[] {
  return [...readOperations(deps), ...changeOperations(deps), ...callOperations(deps)];
}

function readOperations(deps: NoticesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'notices.webhook.list',
      method: 'get',
      path: '/webhooks',
      summary: 'Die Webhooks der eigenen Organisation, ohne ihre Geheimnisse, und die wählbaren Ereignisse',
      access,
      response: z.object({
        webhooks: z.array(webhookSchema),
        ereignisse: z.array(z.object({ name: z.string(), label: z.string() })),
      }),
      handle: async ({ principal }) => {
        const caller = requireCaller(principal);
        if (!caller.ok) return caller;
        const webhooks = (await readWebhooks(deps, caller.value)).map(webhookAnswer);
        return ok({ webhooks, ereignisse: [...deps.webhookEvents] });
      },
    }),
    operation({
      capability: 'notices.webhook.show',
      method: 'get',
      path: '/webhooks/{id}',
      summary: 'Ein Webhook mit seinen letzten 100 Aufrufen',
      access,
      params: idParams,
      response: webhookDetailSchema,
      handle: async ({ params, principal }) => {
        const caller = requireCaller(principal);
        if (!caller.ok) return caller;
        const found = await readWebhook(deps, caller.value, params.id);
        return found.ok ? ok(webhookDetailAnswer(found.value)) : found;
      },
    }),
  ];
}

function changeOperations(deps: NoticesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'notices.webhook.add',
      method: 'post',
      path: '/webhooks',
      summary: 'Einen Webhook einrichten; sein Geheimnis erscheint nur jetzt',
      access,
      body: webhookBody,
      response: z.object({ id: z.string(), secret: z.string() }),
      status: 201,
      handle: async ({ body, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? addWebhook(deps, caller.value, body) : caller;
      },
    }),
    operation({
      capability: 'notices.webhook.change',
      method: 'put',
      path: '/webhooks/{id}',
      summary: 'Einen Webhook ändern; ein abgeschalteter ist damit wieder eingeschaltet',
      access,
      params: idParams,
      body: webhookBody,
      ...nothing,
      handle: async ({ params, body, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? changeWebhook(deps, caller.value, params.id, body) : caller;
      },
    }),
    operation({
      capability: 'notices.webhook.secret',
      method: 'post',
      path: '/webhooks/{id}/secret',
      summary: 'Einem Webhook ein neues Geheimnis geben; es erscheint nur jetzt',
      access,
      params: idParams,
      response: z.object({ secret: z.string() }),
      handle: async ({ params, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? renewSecret(deps, caller.value, params.id) : caller;
      },
    }),
    operation({
      capability: 'notices.webhook.remove',
      method: 'delete',
      path: '/webhooks/{id}',
      summary: 'Einen Webhook mit seinem Protokoll löschen',
      access,
      params: idParams,
      ...nothing,
      handle: async ({ params, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? removeWebhook(deps, caller.value, params.id) : caller;
      },
    }),
  ];
}

function callOperations(deps: NoticesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'notices.webhook.test',
      method: 'post',
      path: '/webhooks/{id}/probe',
      summary: 'Eine Probe senden; was daraus wird, steht im Protokoll',
      access,
      params: idParams,
      response: z.object({ zustellung: z.string() }),
      status: 202,
      handle: async ({ params, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? testWebhook(deps, caller.value, params.id) : caller;
      },
    }),
    operation({
      capability: 'notices.webhook.replay',
      method: 'post',
      path: '/webhooks/{id}/zustellungen/{zustellung}/erneut',
      summary: 'Einen aufgegebenen Aufruf noch einmal senden, unter derselben Kennung',
      access,
      params: z.object({ id: z.uuid(), zustellung: z.uuid() }),
      ...nothing,
      handle: async ({ params, principal }) => {
        const caller = requireCaller(principal);
        const delivery = { webhook: params.id, id: params.zustellung };
        return caller.ok ? replayDelivery(deps, caller.value, delivery) : caller;
      },
    }),
  ];
}
