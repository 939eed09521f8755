import { type Clock, ok, type Result, refuse } from '#kernel';
import { actorOf, type Database, type Principal, secretHash } from '#platform';
import { isPermission } from '../domain/permissions.ts';
import { tokenRefused } from '../errors.ts';
import { tokenByKey, tokenUsed } from '../store/tokens.ts';

const shape = /^lwt_[0-9a-f]{8}_[\w-]{43}$/;

/** The machine that a bearer token stands for; unknown, expired and revoked tokens get the same refusal. */
export async function readBearer(
  deps: { readonly db: Database; readonly clock: Clock },
  token: string,
): Promise<Result<Principal>> {
  if (!shape.test(token)) return refuse(tokenRefused);
  const key = secretHash(token);
  const today = deps.clock.today();
  return deps.db.withKey(key, async (tx) => {
    const stored = await tokenByKey(tx, key);
    if (!stored || stored.revoked_at !== null || stored.expires_at <= deps.clock.now())
      return refuse(tokenRefused);
    if (stored.last_used_on !== today) await tokenUsed(tx, key, today);
    return ok({
      kind: 'maschine',
      actor: actorOf('maschine', stored.id),
      tenant: stored.tenant_id,
      permissions: new Set(stored.scopes.filter(isPermission)),
    });
  });
}
