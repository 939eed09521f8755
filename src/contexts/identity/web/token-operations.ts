import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { IdentityDeps } from '../identity-deps.ts';
import { idParams, tokenAnswer, tokenSchema } from '../shapes.ts';
import { issueToken, readTokens, revokeToken } from '../use-cases/machine-tokens.ts';
import { requireCaller } from './answers.ts';

export function tokenOperations(deps: IdentityDeps): readonly Operation[] {
  const access = { permission: 'tokens.manage' } as const;
  return [
    operation({
      capability: 'identity.token.list',
      method: 'get',
      path: '/tokens',
      summary: 'Die Zugänge für Maschinen, ohne ihre Geheimnisse',
      access,
      response: z.object({ tokens: z.array(tokenSchema) }),
      handle: async ({ principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? ok({ tokens: (await readTokens(deps, caller.value)).map(tokenAnswer) }) : caller;
      },
    }),
    operation({
      capability: 'identity.token.issue',
      method: 'post',
      path: '/tokens',
      summary: 'Einen Zugang ausstellen; sein Geheimnis erscheint nur in dieser Antwort',
      access,
      body: z.strictObject({ label: z.string(), scopes: z.array(z.string()), days: z.int() }),
      response: z.object({ id: z.string(), token: z.string(), expiresAt: z.string() }),
      status: 201,
      handle: async ({ body, principal }) => {
        const caller = requireCaller(principal);
        if (!caller.ok) return caller;
        const issued = await issueToken(deps, caller.value, body);
        return issued.ok ? ok({ ...issued.value, expiresAt: issued.value.expiresAt.toISOString() }) : issued;
      },
    }),
    operation({
      capability: 'identity.token.revoke',
      method: 'delete',
      path: '/tokens/{id}',
      summary: 'Einen Zugang widerrufen',
      access,
      params: idParams,
      response: z.null(),
      status: 204,
      handle: async ({ params, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? revokeToken(deps, caller.value, params.id) : caller;
      },
    }),
  ];
}
