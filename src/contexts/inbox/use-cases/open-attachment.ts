import { type OpenedAttachment, openSubmission } from '#delivery';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import { recordAudit, type ScanVerdict, type Tx } from '#platform';
import type { Anlage } from '../domain/antrag.ts';
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
import { sightOf } from './worker.ts';

type AttachmentDeps = Pick<InboxDeps, 'db' | 'keys' | 'delivery' | 'scan' | 'colleagues'>;

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
 * The audit trail keeps who took it.
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
  const barred = barrierOf(verdict, meta);
  if (barred) {
    if (verdict === 'infected') await noteInfection(deps, worker, found.value);
    return refuse(barred);
  }
  const { name, mimeType } = meta;
  const scanned = meta.scanned || verdict === 'clean';
  return ok({ name, mimeType, scanned, bytes: verified.value.plaintext() });
}

interface Wanted {
  readonly nummer: string;
  readonly anlage: string;
  readonly maySee: ReturnType<typeof sightOf>;
}

/** What was found clean at its upload may go out while the scanner is silent; what nobody ever saw may not. */
function barrierOf(verdict: ScanVerdict | null, { scanned }: Anlage): Refusal | null {
  if (verdict === 'infected') return attachmentInfected;
  if (scanned || verdict === null || verdict === 'clean') return null;
  return verdict === 'too-large' ? attachmentTooLargeToScan : scannerSilent;
}

function noteInfection({ db }: AttachmentDeps, { tenant, actor }: Worker, { eingang, meta }: Found) {
  const object = { type: 'inbox.eingang', id: eingang };
  const summary = { anlage: meta.id };
  return db.withTenant(tenant, actor, (tx) =>
    recordAudit(tx, { action: 'inbox.attachment.infected', object, summary }),
  );
}

interface Found {
  readonly eingang: string;
  readonly meta: Anlage;
  readonly file: OpenedAttachment;
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
  const { anlagen } = openInhalt(await keys.dataKeyOf(tx, tenant), row.id, row.inhalt);
  const meta = anlagen.find(({ id }) => id === anlage);
  if (!meta) return refuse(attachmentUnknown);
  const opened = await openSubmission(tx, delivery, tenant, row.id);
  if (!opened.ok) return opened;
  const file = opened.value.attachments.find(({ id }) => id === anlage);
  if (!file) return refuse(attachmentUnknown);
  const object = { type: 'inbox.eingang', id: row.id };
  await recordAudit(tx, { action: 'inbox.attachment.read', object, summary: { nummer, anlage } });
  return ok({ eingang: row.id, meta, file });
}
