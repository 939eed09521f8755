import { type OpenedSubmission, openSubmission } from '#delivery';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import { recordAudit, type ScanVerdict, type Tx } from '#platform';
import type { Anlage, Inhalt } from '../domain/antrag.ts';
import {
  attachmentInfected,
  attachmentTooLargeToScan,
  attachmentUnknown,
  deletedAlready,
  eingangUnknown,
  scannerSilent,
} from '../errors.ts';
import type { InboxDeps, Worker } from '../ports.ts';
import { eingangByNummer, openInhalt } from '../store/eingaenge.ts';
import { fassungenOf } from '../store/fassungen.ts';
import { type Befund, keepPruefung, pruefungenOf } from '../store/pruefungen.ts';
import { sightOf } from './worker.ts';

type AttachmentDeps = Pick<
  InboxDeps,
  'db' | 'clock' | 'keys' | 'delivery' | 'scan' | 'colleagues' | 'tellScan'
>;

/** A file that may leave the house, as a stream of its bytes. */
export interface Download {
  readonly name: string;
  readonly mimeType: string;
  /** Whether a scanner saw it, at its upload or now. */
  readonly scanned: boolean;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Opens an attachment of a case. It is checked whole before a byte is released, and scanned where a scanner is configured.
 * Refuses what is unknown, damaged or infected, and what no scanner has seen yet where the configured one gives no verdict.
 * What was found is kept with the case and told to the applicant. The audit trail keeps who took it.
 */
export async function openAttachment(
  deps: AttachmentDeps,
  worker: Worker,
  wanted: { readonly nummer: string; readonly anlage: string },
): Promise<Result<Download>> {
  const { db } = deps;
  const maySee = sightOf(worker, await deps.colleagues(worker));
  const found = await db.withTenant(worker.tenant, worker.actor, (tx) =>
    find(deps, tx, worker, { ...wanted, maySee }),
  );
  if (!found.ok) return found;
  const { meta, file } = found.value;
  const verified = await file.open();
  if (!verified.ok) return verified;
  const verdict = (await deps.scan?.(verified.value.plaintext())) ?? null;
  const befund = befundOf(verdict);
  if (befund) await keepBefund(deps, worker, found.value, befund);
  const latest = befund ?? found.value.befund;
  const scanned = latest === 'sauber' || (latest === null && meta.scanned);
  const barred = barrierOf(verdict, latest, scanned);
  if (barred) return refuse(barred);
  const { name, mimeType } = meta;
  return ok({ name, mimeType, scanned, bytes: verified.value.plaintext() });
}

interface Wanted {
  readonly nummer: string;
  readonly anlage: string;
  readonly maySee: ReturnType<typeof sightOf>;
}

function befundOf(verdict: ScanVerdict | null): Befund | null {
  if (verdict === 'clean') return 'sauber';
  return verdict === 'infected' ? 'schadsoftware' : null;
}

/** What was found clean before may go out while the scanner is silent; what nobody ever saw, or was infected, may not. */
function barrierOf(verdict: ScanVerdict | null, latest: Befund | null, scanned: boolean): Refusal | null {
  if (latest === 'schadsoftware') return attachmentInfected;
  if (scanned || verdict === null) return null;
  return verdict === 'too-large' ? attachmentTooLargeToScan : scannerSilent;
}

function keepBefund(
  { db, clock, keys, tellScan }: AttachmentDeps,
  { tenant, actor }: Worker,
  { eingang, meta, inhalt }: Found,
  befund: Befund,
): Promise<void> {
  const { reference: nummer, caseId, absender } = inhalt;
  const am = clock.now();
  return db.withTenant(tenant, actor, async (tx) => {
    const key = await keys.dataKeyOf(tx, tenant);
    await keepPruefung(tx, key, { tenant, eingang, anlage: meta.id }, { am, befund });
    await tellScan(tx, { nummer, caseId, absender, submission: eingang, anlage: meta.id, am, befund });
    if (befund === 'sauber') return;
    const object = { type: 'inbox.eingang', id: eingang };
    await recordAudit(tx, { action: 'inbox.attachment.infected', object, summary: { anlage: meta.id } });
  });
}

interface Found {
  readonly eingang: string;
  readonly inhalt: Inhalt;
  readonly meta: Anlage;
  /** What was found when somebody took it before. */
  readonly befund: Befund | null;
  readonly file: OpenedSubmission['attachments'][number];
}

async function find(
  { keys, delivery }: Pick<AttachmentDeps, 'keys' | 'delivery'>,
  tx: Tx,
  { tenant }: Worker,
  { nummer, anlage, maySee }: Wanted,
): Promise<Result<Found>> {
  const row = await eingangByNummer(tx, tenant, nummer);
  if (!row || !maySee(row)) return refuse(eingangUnknown);
  if (row.inhalt === null) return refuse(deletedAlready);
  const key = await keys.dataKeyOf(tx, tenant);
  const latest = (await fassungenOf(tx, key, tenant, row.id)).at(-1);
  const inhalt = latest?.inhalt ?? openInhalt(key, row.id, row.inhalt);
  const meta = inhalt.anlagen.find(({ id }) => id === anlage);
  if (!meta) return refuse(attachmentUnknown);
  const opened = await openSubmission(tx, delivery, tenant, meta.sendung ?? row.id);
  if (!opened.ok) return opened;
  const file = opened.value.attachments.find(({ id }) => id === anlage);
  if (!file) return refuse(attachmentUnknown);
  const object = { type: 'inbox.eingang', id: row.id };
  await recordAudit(tx, { action: 'inbox.attachment.read', object, summary: { nummer, anlage } });
  const befund = (await pruefungenOf(tx, key, tenant, row.id)).get(anlage)?.befund ?? null;
  return ok({ eingang: row.id, inhalt, meta, befund, file });
}
