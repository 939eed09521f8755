import { isUuid, ok, type Result, refuse } from '#kernel';
import { newId, recordAudit } from '#platform';
import type { Caller, NoticesDeps } from '../deps.ts';
import { invalidFields, verteilerUnknown } from '../errors.ts';
import { deleteVerteiler, listVerteiler, putVerteiler, type Verteiler } from '../store-verteiler.ts';
import { readZiele } from './find-recipients.ts';

/** The groups of Kommunen of the caller's circle. */
export function readVerteiler(deps: NoticesDeps, caller: Caller): Promise<readonly Verteiler[]> {
  return deps.db.withTenant(caller.tenant, caller.actor, (tx) => listVerteiler(tx, caller.tenant));
}

/** Keeps a group; one of the same name gets these Kommunen. Refuses Kommunen that are not in the circle. */
export async function saveVerteiler(
  deps: NoticesDeps,
  caller: Caller,
  typed: { readonly name: string; readonly kommunen: readonly string[] },
): Promise<Result<Verteiler>> {
  const name = typed.name.trim();
  if (name.length < 1 || name.length > 100)
    return wrong('name', 'Bitte geben Sie einen Namen an (1 bis 100 Zeichen).');
  const known = new Set((await readZiele(deps, caller)).map(({ id }) => id));
  const kommunen = [...new Set(typed.kommunen)];
  if (kommunen.length === 0) return wrong('kommunen', 'Bitte wählen Sie mindestens eine Kommune.');
  if (!kommunen.every((id) => known.has(id)))
    return wrong('kommunen', 'Eine dieser Kommunen betreuen Sie nicht.');
  const now = deps.clock.now();
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    await putVerteiler(tx, caller.tenant, { id: newId(), name, kommunen }, now);
    const kept = (await listVerteiler(tx, caller.tenant)).find((each) => each.name === name);
    if (!kept) throw new Error('notices.verteiler: no row');
    await recordAudit(tx, {
      action: 'notices.verteiler.saved',
      object: { type: 'verteiler', id: kept.id },
      summary: { kommunen: kommunen.length },
    });
    return ok(kept);
  });
}

function wrong(field: string, message: string) {
  return refuse(invalidFields('VERTEILER_INVALID', [{ field, message }]));
}

/** Forgets a group. Rundmails that named it reach nobody by it any more. */
export function removeVerteiler(deps: NoticesDeps, caller: Caller, id: string): Promise<Result<null>> {
  return deps.db.withTenant(caller.tenant, caller.actor, async (tx) => {
    if (!isUuid(id) || !(await deleteVerteiler(tx, caller.tenant, id))) return refuse(verteilerUnknown);
    await recordAudit(tx, { action: 'notices.verteiler.removed', object: { type: 'verteiler', id } });
    return ok(null);
  });
}
