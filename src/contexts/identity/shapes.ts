import { z } from 'zod';
import type { Member } from './domain/member.ts';
import { memberStates } from './domain/member.ts';
import type { BetreuteKommune } from './domain/organisation.ts';
import { organisationKinds } from './domain/organisation.ts';
import type { StoredToken } from './store/tokens.ts';
import type { NamedAuditLine } from './use-cases/read-audit.ts';
import type { MemberDetail } from './use-cases/read-members.ts';

export const idParams = z.object({ id: z.uuid() });

export const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  state: z.enum(memberStates),
  roles: z.array(z.string()),
  offices: z.array(z.uuid()).nullable().describe('Stellen, deren Anträge die Person bearbeitet; null: alle'),
  secondFactor: z.boolean(),
  until: z.string().nullable().describe('Letzter Tag des Zugangs; null: unbefristet'),
  createdAt: z.string(),
});

const vertretungSchema = z.object({
  id: z.string(),
  memberId: z.string(),
  deputyId: z.string(),
  from: z.string(),
  to: z.string(),
  endedAt: z.string().nullable(),
});

export const memberDetailSchema = memberSchema.extend({ vertretungen: z.array(vertretungSchema) });

export const organisationSchema = z.object({
  id: z.string(),
  kind: z.enum(organisationKinds),
  name: z.string(),
  bodyKey: z.string().nullable(),
  erfunden: z.boolean(),
});

export const kommuneSchema = organisationSchema.extend({
  since: z.string(),
  sharesSince: z.string().nullable(),
  handedOverAt: z.string().nullable(),
});

export const tokenSchema = z.object({
  id: z.string(),
  label: z.string(),
  prefix: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
  lastUsedOn: z.string().nullable(),
});

export const auditLineSchema = z.object({
  seq: z.number(),
  at: z.string(),
  actor: z.string(),
  actorName: z.string(),
  action: z.string(),
  object: z.object({ type: z.string(), id: z.string(), name: z.string().nullable() }),
  summary: z.record(z.string(), z.unknown()),
});

export const chainCheckSchema = z.object({
  lines: z.number(),
  lastHash: z.string(),
  firstBroken: z.object({ seq: z.number(), why: z.enum(['gap', 'chain', 'content']) }).nullable(),
});

export const memberChangeSchema = z.object({ sessionsEnded: z.number(), tokensRevoked: z.number() });
export const invitedSchema = z.object({ memberId: z.string(), mailSent: z.boolean() });

export function memberAnswer(member: Member): z.input<typeof memberSchema> {
  return {
    id: member.id,
    name: member.name,
    email: member.email,
    state: member.state,
    roles: [...member.roles],
    offices: member.stellen && [...member.stellen],
    secondFactor: member.hasTotp,
    until: member.gueltigBis,
    createdAt: member.createdAt.toISOString(),
  };
}

export function memberDetailAnswer({
  member,
  vertretungen,
}: MemberDetail): z.input<typeof memberDetailSchema> {
  return {
    ...memberAnswer(member),
    vertretungen: vertretungen.map((each) => ({
      id: each.id,
      memberId: each.memberId,
      deputyId: each.deputyId,
      from: each.validFrom,
      to: each.validTo,
      endedAt: each.endedAt?.toISOString() ?? null,
    })),
  };
}

export function kommuneAnswer(kommune: BetreuteKommune): z.input<typeof kommuneSchema> {
  const { id, kind, name, bodyKey, erfunden } = kommune;
  return {
    id,
    kind,
    name,
    bodyKey,
    erfunden,
    since: kommune.seit,
    sharesSince: kommune.teiltSeit,
    handedOverAt: kommune.uebergebenAm?.toISOString() ?? null,
  };
}

export function tokenAnswer(token: StoredToken): z.input<typeof tokenSchema> {
  return {
    id: token.id,
    label: token.label,
    prefix: token.prefix,
    scopes: [...token.scopes],
    createdAt: token.created_at.toISOString(),
    expiresAt: token.expires_at.toISOString(),
    revokedAt: token.revoked_at?.toISOString() ?? null,
    lastUsedOn: token.last_used_on,
  };
}

export function auditLineAnswer(line: NamedAuditLine): z.input<typeof auditLineSchema> {
  return {
    seq: line.seq,
    at: line.at.toISOString(),
    actor: line.actor,
    actorName: line.actorName,
    action: line.action,
    object: { type: line.objectType, id: line.objectId, name: line.objectName },
    summary: { ...line.summary },
  };
}
