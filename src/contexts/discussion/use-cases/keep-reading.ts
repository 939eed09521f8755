import { ok, type Result, refuse } from '#kernel';
import { type Principal, recordAudit } from '#platform';
import type { DiscussionDeps } from '../deps.ts';
import { unknownThread } from '../errors.ts';
import { listRueckfragen } from '../store/rueckfragen.ts';
import { keepFolgt, keepGelesen } from '../store/teilnahme.ts';
import type { GelesenerThread } from './read.ts';
import { teilnehmerOf, threadId } from './teilnehmer.ts';

/** Keeps that the reader has seen what the page shows; what came meanwhile stays unread. */
export async function keepSeen(
  { db }: Pick<DiscussionDeps, 'db'>,
  { zeile, beitraege, teilnehmer }: GelesenerThread,
): Promise<void> {
  const { tenant, actor, person } = teilnehmer;
  const bis = beitraege.at(-1)?.nr ?? 0;
  await db.withTenant(tenant, actor, (tx) => keepGelesen(tx, person, [{ id: zeile.id, bis }]));
}

/** Marks threads as read, each as far as it goes now; all that the person may see where none is named. */
export async function markRead(
  deps: DiscussionDeps,
  principal: Principal | null,
  ids: readonly string[] | null,
): Promise<Result<{ readonly anzahl: number }>> {
  const found = teilnehmerOf(deps, principal);
  if (!found.ok) return found;
  const { tenant, actor, person, leser } = found.value;
  return deps.db.withTenant(tenant, actor, async (tx) => {
    const all = await listRueckfragen(tx, leser);
    const wanted = ids === null ? all : all.filter(({ id }) => ids.includes(id));
    if (ids !== null && wanted.length < new Set(ids).size) return refuse(unknownThread);
    const unread = wanted.filter(({ ungelesen }) => ungelesen);
    await keepGelesen(
      tx,
      person,
      unread.map(({ id, beitraege }) => ({ id, bis: beitraege })),
    );
    return ok({ anzahl: unread.length });
  });
}

/** Follows a thread, or turns it off: it is told no more, except by a mention of the person. */
export async function follow(
  deps: DiscussionDeps,
  principal: Principal | null,
  id: string,
  folgt: boolean,
): Promise<Result<{ readonly folgt: boolean }>> {
  const found = teilnehmerOf(deps, principal);
  if (!found.ok) return found;
  const known = threadId(id, unknownThread);
  if (!known.ok) return known;
  const { tenant, actor, person, leser } = found.value;
  return deps.db.withTenant(tenant, actor, async (tx) => {
    const [zeile] = await listRueckfragen(tx, leser, { id: known.value });
    if (zeile === undefined) return refuse(unknownThread);
    await keepFolgt(tx, person, zeile.id, folgt);
    await recordAudit(tx, {
      action: 'discussion.rueckfrage.followed',
      object: { type: 'rueckfrage', id: zeile.id },
      summary: { folgt },
    });
    return ok({ folgt });
  });
}
