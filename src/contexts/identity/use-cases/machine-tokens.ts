import { ok, type Result, refuse } from '#kernel';
import { newId, newSecret, recordAudit, secretHash, type Tx } from '#platform';
import { invalidField } from '../domain/invalid-field.ts';
import { isPermission, type Permission } from '../domain/permissions.ts';
import { lifetimes } from '../domain/session-times.ts';
import { tokenUnknown } from '../errors.ts';
import { memberById } from '../store/members.ts';
import { insertToken, listTokens, revokeTokenById, type StoredToken } from '../store/tokens.ts';
import { membersOfActor } from './actors.ts';
import type { Caller, Storage } from './deps.ts';
import { endOfDay } from './limit-member.ts';

export interface TokenRequest {
  readonly label: string;
  readonly scopes: readonly string[];
  readonly days: number;
}

/** A token just issued; `token` is shown this once. */
export interface IssuedToken {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/** Issues a token for a machine. It can do at most what its issuer can do. */
export async function issueToken(
  deps: Storage,
  caller: Caller,
  request: TokenRequest,
): Promise<Result<IssuedToken>> {
  const wanted = parseRequest(caller, request);
  if (!wanted.ok) return wanted;
  const now = deps.clock.now();
  const id = newId();
  const prefix = newId().slice(0, 8);
  const token = `lwt_${prefix}_${newSecret(32)}`;
  const wishedEnd = new Date(now.getTime() + request.days * 86_400_000);
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    const expiresAt = await endFor(tx, caller, wishedEnd);
    await insertToken(tx, {
      tenant_id: caller.tenant,
      id,
      key_hash: secretHash(token),
      prefix,
      label: wanted.value.label,
      scopes: wanted.value.scopes,
      issued_by: caller.actor,
      created_at: now,
      expires_at: expiresAt,
    });
    await recordAudit(tx, {
      action: 'identity.token.issued',
      object: { type: 'zugang', id },
      summary: { rechte: wanted.value.scopes, bis: expiresAt.toISOString().slice(0, 10) },
    });
    return ok({ id, token, expiresAt });
  });
}

/** A token ends at the latest with the access of the member who issues it. */
async function endFor(tx: Tx, { tenant, actor }: Caller, wished: Date): Promise<Date> {
  const issuer = membersOfActor(actor);
  const last = issuer && (await memberById(tx, tenant, issuer.id))?.gueltig_bis;
  const end = last ? endOfDay(last) : wished;
  return end < wished ? end : wished;
}

/** The tokens of the caller's organisation, without their secrets. */
export function readTokens(deps: Storage, caller: Caller): Promise<readonly StoredToken[]> {
  return deps.db.withTenant(caller.tenant, caller.actor, (tx) => listTokens(tx, caller.tenant));
}

/** Revokes a token at once. */
export function revokeToken(deps: Storage, caller: Caller, id: string): Promise<Result<null>> {
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    if (!(await revokeTokenById(tx, caller.tenant, id, deps.clock.now()))) return refuse(tokenUnknown);
    await recordAudit(tx, { action: 'identity.token.revoked', object: { type: 'zugang', id } });
    return ok(null);
  });
}

function parseRequest(
  caller: Caller,
  request: TokenRequest,
): Result<{ label: string; scopes: readonly Permission[] }> {
  const label = request.label.trim();
  if (label.length < 1 || label.length > 100)
    return refuse(
      invalidField(
        'TOKEN_LABEL',
        'bezeichnung',
        'Bitte sagen Sie, wofür der Zugang ist (1 bis 100 Zeichen).',
      ),
    );
  if (!Number.isInteger(request.days) || request.days < 1 || request.days > lifetimes.tokenMostDays)
    return refuse(
      invalidField('TOKEN_DAYS', 'tage', `Ein Zugang gilt 1 bis ${lifetimes.tokenMostDays} Tage.`),
    );
  const wanted = [...new Set(request.scopes)];
  const beyond = wanted.filter((scope) => !isPermission(scope) || !caller.permissions.has(scope));
  if (beyond.length > 0)
    return refuse(
      invalidField(
        'TOKEN_SCOPE',
        'rechte',
        `Diese Rechte haben Sie selbst nicht: ${beyond.join(', ')}. Ein Zugang kann höchstens, was Sie können.`,
      ),
    );
  return ok({ label, scopes: wanted.filter(isPermission) });
}
