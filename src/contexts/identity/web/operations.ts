import { z } from 'zod';
import { ok, refuse } from '#kernel';
import { type Operation, operation, parseTenantId } from '#platform';
import { organisationUnknown } from '../errors.ts';
import type { IdentityDeps } from '../identity-deps.ts';
import {
  auditLineAnswer,
  auditLineSchema,
  chainCheckSchema,
  idParams,
  invitedSchema,
  kommuneAnswer,
  kommuneSchema,
  organisationSchema,
  tokenAnswer,
  tokenSchema,
} from '../shapes.ts';
import { decideEinwilligung, readCircle, readOrganisation } from '../use-cases/circle.ts';
import { issueToken, readTokens, revokeToken } from '../use-cases/machine-tokens.ts';
import { onboardKommune, renewOnboarding } from '../use-cases/onboard-kommune.ts';
import { parseAuditSearch } from '../use-cases/parse-audit-search.ts';
import { checkAuditChain, readAudit } from '../use-cases/read-audit.ts';
import { requireCaller } from './answers.ts';
import { memberOperations } from './member-operations.ts';

/** Everything of this context that machines can do. */
export function identityOperations(deps: IdentityDeps): readonly Operation[] {
  return [
    ...memberOperations(deps),
    ...organisationOperations(deps),
    ...circleOperations(deps),
    ...tokenOperations(deps),
    ...auditOperations(deps),
  ];
}

function organisationOperations(deps: IdentityDeps): readonly Operation[] {
  return [
    operation({
      capability: 'identity.organisation.show',
      method: 'get',
      path: '/organisation',
      summary: 'Die eigene Organisation, wer sie betreut und worin sie einwilligt',
      access: 'signed-in',
      response: z.object({
        organisation: organisationSchema,
        providers: z.array(organisationSchema),
        consents: z.array(z.object({ providerId: z.string(), from: z.string(), to: z.string().nullable() })),
      }),
      handle: async ({ principal }) => {
        const caller = requireCaller(principal);
        if (!caller.ok) return caller;
        const detail = await readOrganisation(deps, caller.value);
        if (!detail.ok) return detail;
        const { organisation, providers, einwilligungen } = detail.value;
        const consents = einwilligungen.map(({ providerId, validFrom, validTo }) => ({
          providerId,
          from: validFrom,
          to: validTo,
        }));
        return ok({ organisation, providers: [...providers], consents });
      },
    }),
    operation({
      capability: 'identity.einwilligung.decide',
      method: 'put',
      path: '/organisation/consents/{id}',
      summary: 'In das Teilen der Zahlen mit einem IT-Dienstleister einwilligen oder es zurücknehmen',
      access: { permission: 'organisation.manage' },
      params: idParams,
      body: z.strictObject({ consent: z.boolean() }),
      response: z.null(),
      status: 204,
      handle: async ({ params, body, principal }) => {
        const caller = requireCaller(principal);
        if (!caller.ok) return caller;
        const provider = parseTenantId(params.id);
        if (!provider) return refuse(organisationUnknown);
        return decideEinwilligung(deps, caller.value, provider, body.consent);
      },
    }),
  ];
}

function circleOperations(deps: IdentityDeps): readonly Operation[] {
  return [
    operation({
      capability: 'identity.circle.list',
      method: 'get',
      path: '/circle',
      summary: 'Die betreuten Kommunen eines IT-Dienstleisters',
      access: { permission: 'circle.read' },
      response: z.object({ kommunen: z.array(kommuneSchema) }),
      handle: async ({ principal }) => {
        const caller = requireCaller(principal);
        if (!caller.ok) return caller;
        return ok({ kommunen: (await readCircle(deps, caller.value)).map(kommuneAnswer) });
      },
    }),
    operation({
      capability: 'identity.kommune.onboard',
      method: 'post',
      path: '/circle',
      summary: 'Eine Kommune aufnehmen und ihre Administration einladen',
      access: { permission: 'kommune.onboard' },
      body: z.strictObject({
        body: z.string().describe('Name oder AGS'),
        administrator: z.strictObject({ name: z.string(), email: z.string() }),
      }),
      response: invitedSchema.extend({ organisation: organisationSchema }),
      status: 201,
      handle: async ({ body, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? onboardKommune(deps, caller.value, body) : caller;
      },
    }),
    operation({
      capability: 'identity.kommune.renew',
      method: 'post',
      path: '/circle/{id}/invitation',
      summary:
        'Die Einladung an die erste Administration noch einmal senden, solange sie nicht angenommen ist',
      access: { permission: 'kommune.onboard' },
      params: idParams,
      response: invitedSchema,
      handle: async ({ params, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? renewOnboarding(deps, caller.value, params.id) : caller;
      },
    }),
  ];
}

function tokenOperations(deps: IdentityDeps): readonly Operation[] {
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

const chain = z.enum(['organisation', 'installation']).default('organisation');

const auditQuery = z.object({
  chain,
  action: z.string().max(100).optional().describe('Die Handlung oder ihr Anfang: identity.member'),
  actor: z.string().max(200).optional().describe('Wer, oder der Anfang davon: maschine:'),
  objectType: z.string().max(100).optional(),
  objectId: z.string().max(200).optional(),
  from: z.string().optional().describe('Erster Tag, JJJJ-MM-TT'),
  to: z.string().optional().describe('Letzter Tag, JJJJ-MM-TT'),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: z.coerce.number().int().min(1).max(500).default(50),
});

function auditOperations(deps: IdentityDeps): readonly Operation[] {
  const access = { permission: 'audit.read' } as const;
  return [
    operation({
      capability: 'identity.audit.search',
      method: 'get',
      path: '/audit',
      summary: 'Die Prüfspur durchsuchen, neueste Einträge zuerst',
      access,
      query: auditQuery,
      response: z.object({
        lines: z.array(auditLineSchema),
        total: z.number(),
        page: z.number(),
        size: z.number(),
      }),
      handle: async ({ query, principal }) => {
        const caller = requireCaller(principal);
        if (!caller.ok) return caller;
        const search = parseAuditSearch(query);
        if (!search.ok) return search;
        const found = await readAudit(deps, caller.value, search.value);
        if (!found.ok) return found;
        const { rows, total, page, size } = found.value;
        return ok({ lines: rows.map(auditLineAnswer), total, page, size });
      },
    }),
    operation({
      capability: 'identity.audit.verify',
      method: 'post',
      path: '/audit/verify',
      summary: 'Die Hash-Kette der Prüfspur neu berechnen',
      access,
      query: z.object({ chain }),
      response: chainCheckSchema,
      handle: async ({ query, principal }) => {
        const caller = requireCaller(principal);
        return caller.ok ? checkAuditChain(deps, caller.value, query.chain) : caller;
      },
    }),
  ];
}
