import { z } from 'zod';
import { ok } from '#kernel';
import { type Operation, operation } from '#platform';
import type { IdentityDeps } from '../identity-deps.ts';
import { auditLineAnswer, auditLineSchema, chainCheckSchema } from '../shapes.ts';
import { parseAuditSearch } from '../use-cases/parse-audit-search.ts';
import { checkAuditChain, readAudit } from '../use-cases/read-audit.ts';
import { requireCaller } from './answers.ts';

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

export function auditOperations(deps: IdentityDeps): readonly Operation[] {
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
