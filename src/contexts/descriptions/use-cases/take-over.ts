import { ok, type Result, refuse } from '#kernel';
import { recordAudit, type Tx } from '#platform';
import type { FeedDeps } from '../deps.ts';
import { type Einlesung, endsTooMuch } from '../domain/einlesung.ts';
import { confirmEnding, readingNotReady, readingOver, readingUnknown, sourceChanged } from '../errors.ts';
import { moveEinlesung, readEinlesung, rewriteBilanz } from '../store-einlesung.ts';
import { lastActive, lockQuelle, noteWechsel } from '../store-quelle.ts';
import { compareWithHeld, replaceAll, replaceChanged } from '../store-staging.ts';
import type { Reader } from './begin-reading.ts';

/** What a reading came to once it is decided. */
export interface TakenOver {
  readonly einlesung: Einlesung;
  /** False where everything was there already; the reading is then put aside. */
  readonly changed: boolean;
}

/**
 * Makes a reading visible in one step: a whole feed takes the place of all that its source had, a feed of changes of the
 * objects that it names. Where more ends than a tenth, `endenBestaetigt` must say so.
 */
export async function takeOver(
  deps: Pick<FeedDeps, 'db'>,
  who: Reader,
  nummer: number,
  { endenBestaetigt }: { readonly endenBestaetigt: boolean },
): Promise<Result<TakenOver>> {
  return decided(deps, who, nummer, async (tx, einlesung) => {
    const { bilanz, quelle } = einlesung;
    if (einlesung.zustand === 'liest') return refuse(readingNotReady);
    if (einlesung.zustand !== 'geprueft' || bilanz === null) return refuse(readingOver);
    const grundlage = await lastActive(tx, quelle);
    if (grundlage !== bilanz.grundlage) {
      await rewriteBilanz(tx, nummer, { ...(await compareWithHeld(tx, einlesung)), grundlage });
      return refuse(sourceChanged);
    }
    if (endsTooMuch(bilanz) && !endenBestaetigt) return refuse(confirmEnding(bilanz));
    const changed = bilanz.neu + bilanz.geaendert + bilanz.endet > 0;
    if (!changed) await moveEinlesung(tx, nummer, 'verwerfen');
    else await activate(tx, einlesung);
    await recordAudit(tx, {
      action: changed ? 'descriptions.xzufi.taken-over' : 'descriptions.xzufi.nothing-new',
      object: { type: 'descriptions.einlesung', id: String(nummer) },
      summary: { quelle, neu: bilanz.neu, geaendert: bilanz.geaendert, endet: bilanz.endet },
    });
    const now = await readEinlesung(tx, nummer);
    return now === null ? refuse(readingUnknown(nummer)) : ok({ einlesung: now, changed });
  });
}

async function activate(tx: Tx, einlesung: Einlesung): Promise<void> {
  if (einlesung.umfang === 'vollstaendig') await replaceAll(tx, einlesung.quelle);
  else await replaceChanged(tx, einlesung);
  await moveEinlesung(tx, einlesung.nummer, 'uebernehmen');
  await noteWechsel(tx, `einlesung ${einlesung.nummer}`);
}

/** Puts a reading aside; what is held stays as it is. */
export async function discardReading(
  deps: Pick<FeedDeps, 'db'>,
  who: Reader,
  nummer: number,
): Promise<Result<Einlesung>> {
  return decided(deps, who, nummer, async (tx, { quelle }) => {
    if (!(await moveEinlesung(tx, nummer, 'verwerfen'))) return refuse(readingOver);
    await recordAudit(tx, {
      action: 'descriptions.xzufi.discarded',
      object: { type: 'descriptions.einlesung', id: String(nummer) },
      summary: { quelle },
    });
    const now = await readEinlesung(tx, nummer);
    return now === null ? refuse(readingUnknown(nummer)) : ok(now);
  });
}

/** Decides about a reading while nobody else decides about its source. */
async function decided<T>(
  { db }: Pick<FeedDeps, 'db'>,
  { actor, tenant }: Reader,
  nummer: number,
  decide: (tx: Tx, einlesung: Einlesung) => Promise<Result<T>>,
): Promise<Result<T>> {
  return db.withReference(
    actor,
    async (tx) => {
      const found = await readEinlesung(tx, nummer);
      if (found === null) return refuse(readingUnknown(nummer));
      await lockQuelle(tx, found.quelle);
      const einlesung = await readEinlesung(tx, nummer, true);
      return einlesung === null ? refuse(readingUnknown(nummer)) : decide(tx, einlesung);
    },
    tenant ?? undefined,
  );
}
