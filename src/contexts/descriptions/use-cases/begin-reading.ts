import { ok, type Result, refuse } from '#kernel';
import { type Actor, publish, recordAudit, type TenantId } from '#platform';
import type { FeedDeps } from '../deps.ts';
import type { Einlesung } from '../domain/einlesung.ts';
import { fileMissing, readingOver, readingUnknown, sourceUnknown } from '../errors.ts';
import { insertEinlesung, type NewEinlesung, readBegun, readEinlesung } from '../store-einlesung.ts';
import { readQuelle } from '../store-quelle.ts';

/** For whom somebody reads a feed in; no tenant for the operator. */
export interface Reader {
  readonly actor: Actor;
  readonly tenant: TenantId | null;
}

/** The event that makes the worker read. */
export const readEvent = 'descriptions.xzufi.read';

/**
 * Begins to read a feed; the worker does it where the file is kept. The same file of the same source goes on where it
 * stopped, without a second reading.
 */
export async function beginReading(
  { db }: Pick<FeedDeps, 'db'>,
  { actor, tenant }: Reader,
  wanted: NewEinlesung,
): Promise<Result<Einlesung>> {
  if (wanted.bytes === 0) return refuse(fileMissing);
  return db.withReference(
    actor,
    async (tx) => {
      if ((await readQuelle(tx, wanted.quelle)) === null) return refuse(sourceUnknown(wanted.quelle));
      const begun = await readBegun(tx, wanted);
      const nummer = begun?.nummer ?? (await insertEinlesung(tx, wanted));
      const einlesung = begun ?? (await readEinlesung(tx, nummer));
      if (einlesung === null) return refuse(readingUnknown(nummer));
      const { quelle, umfang, dateiname, bytes } = wanted;
      await recordAudit(tx, {
        action: begun ? 'descriptions.xzufi.resumed' : 'descriptions.xzufi.begun',
        object: { type: 'descriptions.einlesung', id: String(nummer) },
        summary: { quelle, umfang, dateiname: dateiname.slice(0, 200), bytes },
      });
      if (einlesung.datei !== null && einlesung.zustand === 'liest')
        await publish(tx, readEvent, { einlesung: nummer });
      return ok(einlesung);
    },
    tenant ?? undefined,
  );
}

/** Makes the worker go on with a reading that stopped. */
export async function resumeReading(
  { db }: Pick<FeedDeps, 'db'>,
  { actor, tenant }: Reader,
  nummer: number,
): Promise<Result<Einlesung>> {
  return db.withReference(
    actor,
    async (tx) => {
      const einlesung = await readEinlesung(tx, nummer);
      if (einlesung === null) return refuse(readingUnknown(nummer));
      if (einlesung.zustand !== 'liest') return refuse(readingOver);
      await publish(tx, readEvent, { einlesung: nummer });
      return ok(einlesung);
    },
    tenant ?? undefined,
  );
}
