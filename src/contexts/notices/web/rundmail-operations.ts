import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { NoticesDeps } from '../deps.ts';
import { rundmailStates } from '../domain/rundmail.ts';
import { readRundmail, readRundmails } from '../use-cases/read-rundmails.ts';
import { releaseRundmail } from '../use-cases/release-rundmail.ts';
import { steerRundmail } from '../use-cases/steer-rundmail.ts';
import { draftRundmail, editRundmail } from '../use-cases/write-rundmail.ts';
import {
  idParams,
  rundmailAnswer,
  rundmailBody,
  rundmailDetailAnswer,
  rundmailDetailSchema,
  rundmailSchema,
} from '../views/shapes.ts';
import { requireCaller } from './answers.ts';

const access = { permission: 'notices.send' } as const;

/** Rundmails in the JSON API. */
export function rundmailOperations(deps: NoticesDeps): readonly Operation[] {
  return [...readOperations(deps), ...writeOperations(deps), ...steerOperations(deps)];
}

function readOperations(deps: NoticesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'notices.rundmail.list',
      method: 'get',
      path: '/rundmails',
      summary: 'Die Rundmails der eigenen Organisation mit ihrem Stand',
      access,
      response: z.object({ rundmails: z.array(rundmailSchema) }),
      handle: async ({ principal }) => {
        const caller = requireCaller(principal);
        if (!caller.ok) return caller;
        return ok({ rundmails: (await readRundmails(deps, caller.value)).map(rundmailAnswer) });
      },
    }),
    operation({
      capability: 'notices.rundmail.show',
      method: 'get',
      path: '/rundmails/{id}',
      summary: 'Eine Rundmail: im Entwurf die Vorschau ihrer Empfänger, danach der Stand jeder Person',
      access,
      params: idParams,
      response: rundmailDetailSchema,
      handle: async ({ params, principal }) => {
        const caller = requireCaller(principal);
        if (!caller.ok) return caller;
        const detail = await readRundmail(deps, caller.value, params.id);
        return detail.ok ? ok(rundmailDetailAnswer(detail.value)) : detail;
      },
    }),
  ];
}

function writeOperations(deps: NoticesDeps): readonly Operation[] {
  return [
    operation({
      capability: 'notices.rundmail.write',
      method: 'post',
      path: '/rundmails',
      summary: 'Einen Entwurf schreiben; gesendet wird erst nach der Freigabe',
      access,
      body: rundmailBody,
      response: z.object({ id: z.string() }),
      status: 201,
      handle: async ({ body, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? draftRundmail(deps, caller.value, body) : caller;
      },
    }),
    operation({
      capability: 'notices.rundmail.edit',
      method: 'put',
      path: '/rundmails/{id}',
      summary: 'Einen Entwurf ändern; fassung ist die zuletzt gelesene',
      access,
      params: idParams,
      body: rundmailBody.extend({ fassung: z.int() }),
      response: z.object({ fassung: z.number() }),
      handle: async ({ params, body: { fassung, ...typed }, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? editRundmail(deps, caller.value, { id: params.id, fassung }, typed) : caller;
      },
    }),
    operation({
      capability: 'notices.rundmail.release',
      method: 'post',
      path: '/rundmails/{id}/freigabe',
      summary: 'Einen Entwurf an genau die Empfänger der Vorschau freigeben',
      access,
      params: idParams,
      body: z.strictObject({ pruefsumme: z.string() }),
      response: z.object({ empfaenger: z.number() }),
      handle: async ({ params, body, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? releaseRundmail(deps, caller.value, params.id, body.pruefsumme) : caller;
      },
    }),
  ];
}

const steerings = [
  ['pause', 'anhalten', 'Eine Rundmail anhalten'],
  ['resume', 'fortsetzen', 'Eine angehaltene Rundmail fortsetzen'],
  ['cancel', 'abbrechen', 'Eine Rundmail abbrechen; wer noch wartet, bekommt sie nicht mehr'],
  ['retry', 'erneut', 'Wer aufgegeben wurde, noch einmal anschreiben'],
] as const;

function steerOperations(deps: NoticesDeps): readonly Operation[] {
  return steerings.map(([name, action, summary]) =>
    operation({
      capability: `notices.rundmail.${name}`,
      method: 'post',
      path: `/rundmails/{id}/${action}`,
      summary,
      access,
      params: idParams,
      response: z.object({ zustand: z.enum(rundmailStates), empfaenger: z.number() }),
      handle: async ({ params, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? steerRundmail(deps, caller.value, params.id, action) : caller;
      },
    }),
  );
}
