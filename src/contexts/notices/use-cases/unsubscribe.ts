import { timingSafeEqual } from 'node:crypto';
import { ok, type Result, refuse } from '#kernel';
import { parseTenantId, recordAudit, type TenantId } from '#platform';
import type { NoticesDeps } from '../deps.ts';
import { linkUnknown } from '../errors.ts';
import { refuseRundmails } from '../store-einstellung.ts';
import { systemActor } from './system.ts';

type Keys = Pick<NoticesDeps, 'keys' | 'staffOrigin'>;

/** The address at which a person turns Rundmails off without signing in. It can do nothing else, and never ends. */
export function unsubscribeLink(deps: Keys, tenant: TenantId, member: string): string {
  return `${deps.staffOrigin}/abbestellen/${tenant}.${member}.${proofOf(deps, tenant, member)}`;
}

function proofOf({ keys }: Keys, tenant: string, member: string): string {
  return keys.blindIndex('rundmail-abbestellen', `${tenant} ${member}`).toString('base64url');
}

/** Whom a link of a mail means; refuses one that this installation did not make. */
export function readUnsubscribeToken(
  deps: Keys,
  token: string,
): Result<{ readonly tenant: TenantId; readonly member: string }> {
  const [tenantText = '', memberText = '', proof = ''] = token.split('.');
  const tenant = parseTenantId(tenantText);
  const member = parseTenantId(memberText);
  if (tenant === null || member === null) return refuse(linkUnknown);
  const given = Buffer.from(proof);
  const wanted = Buffer.from(proofOf(deps, tenant, member));
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return refuse(linkUnknown);
  return ok({ tenant, member });
}

/** Turns Rundmails off for the person of a link; operational ones still come. */
export async function unsubscribe(deps: NoticesDeps, token: string): Promise<Result<null>> {
  const read = readUnsubscribeToken(deps, token);
  if (!read.ok) return read;
  const { tenant, member } = read.value;
  await deps.db.withTenant(tenant, systemActor, async (tx) => {
    await refuseRundmails(tx, tenant, member, deps.clock.now());
    await recordAudit(tx, {
      action: 'notices.rundmails.unsubscribed',
      object: { type: 'mitglied', id: member },
    });
  });
  return ok(null);
}
