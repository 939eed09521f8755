import type { LocalDate } from '#kernel';
import { actorOf, recordAudit, type TenantId, type Tx } from '#platform';
import type { ApplicationsDeps } from '../deps.ts';
import { dueAntraege, eraseAntrag, lockAntrag } from '../store-antrag.ts';
import { deleteZugang, dueEntwuerfe } from '../store-entwurf.ts';
import { readSendungen } from '../store-sendung.ts';

/** What a run of the deletion rules did, over all Kommunen. */
export interface DeletionReport {
  readonly drafts: number;
  readonly antraege: number;
}

const actor = actorOf('system', 'loeschung');

/**
 * Deletes the drafts and Anträge whose day has come, each in a transaction of its own, with a line of the audit trail as
 * proof, without personal data. Files that were never sent are swept by delivery, which knows their day.
 */
export async function maintainApplications(
  { db, clock }: Pick<ApplicationsDeps, 'db' | 'clock'>,
  tenants: readonly TenantId[],
): Promise<DeletionReport> {
  const report = { drafts: 0, antraege: 0 };
  const today = clock.today();
  for (const tenant of tenants) {
    const inTenant = <T>(fn: (tx: Tx) => Promise<T>) => db.withTenant(tenant, actor, fn);
    for (const draft of await inTenant((tx) => dueEntwuerfe(tx, today)))
      report.drafts += await inTenant((tx) => deleteDraft(tx, draft));
    for (const id of await inTenant((tx) => dueAntraege(tx, today)))
      report.antraege += await inTenant((tx) => deleteAntrag(tx, id, clock.now()));
  }
  return report;
}

/** Deletes a draft with its door; `zugang` takes the sealed answers with it. */
export async function deleteDraft(
  tx: Tx,
  {
    id,
    dienst,
    loeschenAm,
  }: { readonly id: string; readonly dienst: string; readonly loeschenAm: LocalDate },
): Promise<number> {
  const deleted = await deleteZugang(tx, id);
  if (deleted === 0) return 0;
  const object = { type: 'applications.entwurf', id };
  await recordAudit(tx, { action: 'applications.draft.deleted', object, summary: { dienst, loeschenAm } });
  return deleted;
}

async function deleteAntrag(tx: Tx, id: string, now: Date): Promise<number> {
  const row = await lockAntrag(tx, id);
  if (!row || row.zustand === 'geloescht') return 0;
  await eraseAntrag(tx, id, now);
  await deleteZugang(tx, id);
  const contentHashes = (await readSendungen(tx, id)).map(({ contentHash }) => contentHash);
  const { dienst, eingangstag, fristGrundlage, zustand } = row;
  const summary = { dienst, eingangstag, grundlage: fristGrundlage, contentHashes, zustand };
  const object = { type: 'applications.antrag', id };
  await recordAudit(tx, { action: 'applications.antrag.deleted', object, summary });
  return 1;
}
