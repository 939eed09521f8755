import { z } from 'zod';
import { ok, type Refusal, type Result } from '#kernel';
import {
  type Actor,
  actorOf,
  type Database,
  type Principal,
  parseVorgangId,
  publish,
  readVorgang,
  startVorgang,
  type TenantId,
  type Tx,
  type Vorgang,
  type VorgangId,
} from '#platform';

/** What the worker does with reference data; the name is also that of its event. */
export type ReferenceWork =
  | 'reference.preview'
  | 'reference.apply'
  | 'reference.germany'
  | 'catalogue.table.preview'
  | 'catalogue.table.apply';

/** Runs `fn` where the Vorgänge of this organisation stand; the operator's own belong to no organisation. */
export function inScopeOf<T>(
  db: Database,
  { tenant, actor }: { readonly tenant: TenantId | null; readonly actor: Actor },
  fn: (tx: Tx) => Promise<T>,
): Promise<T> {
  return tenant === null ? db.withReference(actor, fn) : db.withTenant(tenant, actor, fn);
}

/** Hands work to the worker; the payload holds ids only. */
export function beginWork(
  db: Database,
  principal: Principal,
  work: ReferenceWork,
  upload: string | null,
): Promise<VorgangId> {
  return inScopeOf(db, principal, async (tx) => {
    const vorgang = await startVorgang(tx, work, 'Wartet auf den nächsten freien Platz.');
    await publish(tx, work, { vorgang, upload, actor: principal.actor });
    return vorgang;
  });
}

/** How far the work is; a refusal where this organisation has no such Vorgang. */
export async function findWork(db: Database, principal: Principal, id: string): Promise<Result<Vorgang>> {
  const parsed = parseVorgangId(id);
  const vorgang = parsed && (await inScopeOf(db, principal, (tx) => readVorgang(tx, parsed)));
  return vorgang ? ok(vorgang) : { ok: false, refusal: workUnknown };
}

const payloadShape = z.object({
  vorgang: z.string(),
  upload: z.string().nullable(),
  actor: z.string().regex(/^(mitglied|maschine|betreiber|system):.+$/),
});

/** What the worker is told of a piece of work. */
export function readWorkPayload(payload: unknown) {
  const { vorgang, upload, actor } = payloadShape.parse(payload);
  const id = parseVorgangId(vorgang);
  if (!id) throw new Error(`${vorgang} is no Vorgang`);
  const [kind = '', ...key] = actor.split(':');
  return { vorgang: id, upload, actor: actorOf(kind as Parameters<typeof actorOf>[0], key.join(':')) };
}

const workUnknown: Refusal = {
  kind: 'not-found',
  code: 'REFERENCE_WORK_UNKNOWN',
  message: 'Diesen Vorgang gibt es nicht, oder er gehört einer anderen Organisation.',
};
