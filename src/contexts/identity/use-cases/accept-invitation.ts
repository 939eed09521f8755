import { ok, type Result, refuse } from '#kernel';
import { recordAudit, secretHash, type TenantId, type Tx } from '#platform';
import { transition } from '../domain/member.ts';
import { checkNewPassword } from '../domain/password-rules.ts';
import { managesMembers } from '../domain/roles.ts';
import { linkRefused } from '../errors.ts';
import { type LinkPurpose, linkByKey, type StoredLink, takeLink } from '../store/links.ts';
import { lockMember, memberById, setPassword, setState } from '../store/members.ts';
import { insertUebergabe, organisationById, providersOf } from '../store/organisations.ts';
import { endSessionsOf } from '../store/sessions.ts';
import { memberActor } from './actors.ts';
import type { Hashing, Storage } from './deps.ts';
import { openMember } from './sealed-member.ts';

/** What the page of a link shows before anything is changed. */
export interface LinkHolder {
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
}

/** Whom a link belongs to; refused where it does not count (any more). */
export async function readLink(
  deps: Storage,
  secret: string,
  purpose: LinkPurpose,
): Promise<Result<LinkHolder>> {
  const link = await liveLink(deps, secret, purpose);
  if (!link) return refuse(linkRefused);
  const { tenant_id: tenant, member_id: id } = link;
  return deps.db.withTenant(tenant, memberActor(id), async (tx) => {
    const stored = await memberById(tx, tenant, id);
    const organisation = await organisationById(tx, tenant);
    if (!stored || !organisation || !isOpenTo(stored.state, purpose)) return refuse(linkRefused);
    const member = openMember(await deps.keys.dataKeyOf(tx, tenant), stored);
    return ok({ name: member.name, email: member.email ?? '', organisation: organisation.name });
  });
}

export interface LinkUse {
  readonly secret: string;
  readonly purpose: LinkPurpose;
  readonly password: string;
}

/** Uses a link: the password is set, an invited member becomes active, all its sessions end. */
export async function useLink(deps: Storage & Hashing, input: LinkUse): Promise<Result<null>> {
  const holder = await readLink(deps, input.secret, input.purpose);
  if (!holder.ok) return holder;
  const checked = checkNewPassword(input.password, [holder.value.name, holder.value.email]);
  if (!checked.ok) return checked;
  const link = await liveLink(deps, input.secret, input.purpose);
  if (!link) return refuse(linkRefused);
  const hash = await deps.passwords.hash(input.password);
  return deps.db.withTenant(link.tenant_id, memberActor(link.member_id), (tx) =>
    settle(tx, deps, link, hash),
  );
}

async function settle(tx: Tx, deps: Storage, link: StoredLink, hash: string): Promise<Result<null>> {
  const { tenant_id: tenant, member_id: id } = link;
  const member = await lockMember(tx, tenant, id);
  if (!member || !isOpenTo(member.state, link.purpose)) return refuse(linkRefused);
  if (!(await takeLink(tx, tenant, link.id, deps.clock.now()))) return refuse(linkRefused);
  await setPassword(tx, tenant, id, hash);
  await endSessionsOf(tx, tenant, id, null);
  if (link.purpose === 'invitation') await accept(tx, deps, tenant, id);
  else await recordAudit(tx, { action: 'identity.password.reset', object: { type: 'mitglied', id } });
  return ok(null);
}

async function accept(tx: Tx, deps: Storage, tenant: TenantId, id: string): Promise<void> {
  await setState(tx, tenant, id, transition('invited', 'accept') ?? 'active');
  await recordAudit(tx, { action: 'identity.member.accepted', object: { type: 'mitglied', id } });
  const stored = await memberById(tx, tenant, id);
  if (stored && managesMembers(openMember(await deps.keys.dataKeyOf(tx, tenant), stored).roles))
    await takeOver(tx, deps, tenant);
}

/** With the first administrator who accepts, the Kommune takes its organisation over from its provider. */
async function takeOver(tx: Tx, deps: Storage, tenant: TenantId): Promise<void> {
  for (const provider of await providersOf(tx, tenant, deps.clock.today())) {
    if (await insertUebergabe(tx, tenant, provider, deps.clock.now()))
      await recordAudit(tx, {
        action: 'identity.kommune.taken-over',
        object: { type: 'organisation', id: tenant },
        summary: { von: provider },
      });
  }
}

function isOpenTo(state: string, purpose: LinkPurpose): boolean {
  return state === (purpose === 'invitation' ? 'invited' : 'active');
}

async function liveLink(deps: Storage, secret: string, purpose: LinkPurpose): Promise<StoredLink | null> {
  const key = secretHash(secret);
  const link = await deps.db.withKey(key, (tx) => linkByKey(tx, key, purpose));
  return link && link.used_at === null && link.expires_at > deps.clock.now() ? link : null;
}
