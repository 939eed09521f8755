import type { Reader } from '#compass';
import { ok, type Result } from '#kernel';
import { actorOf, publish, type TenantId } from '#platform';
import { reportPdf } from '../report-pdf.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import { insertPdf, type PdfKey, readPdf } from '../store-pdf.ts';
import { readBericht, readBerichtIn } from './read-reports.ts';

/** Somebody asked for a file that is not there yet. */
export const pdfRequested = 'reports.pdf.requested';

const system = actorOf('system', 'berichte');

/** A file that is there, or was ordered. */
export interface Ordered {
  readonly key: PdfKey;
  readonly fileName: string;
  readonly pdf: Buffer | null;
}

/** The file of a version in its present state; where it is not there yet it is ordered, and `pdf` is null. */
export function pdfOf(
  { db }: Pick<ReportsDeps, 'db'>,
  { kommune, actor }: Reader,
  id: string,
  fassung?: number,
): Promise<Result<Ordered>> {
  return db.withTenant(kommune.tenant, actor, async (tx) => {
    const found = await readBerichtIn(tx, id, fassung);
    if (!found.ok) return found;
    const { nummer, gezeigt, schritte } = found.value;
    const key: PdfKey = { bericht: id, fassung: gezeigt.fassung, schritte: schritte.length };
    const pdf = await readPdf(tx, key);
    if (pdf === null) await publish(tx, pdfRequested, { ...key });
    return ok({
      key,
      fileName: `sachstandsbericht-${kommune.ags}-${nummer}-fassung-${gezeigt.fassung}.pdf`,
      pdf,
    });
  });
}

/** The file, once it is made. */
export function madePdf(
  { db }: Pick<ReportsDeps, 'db'>,
  { kommune, actor }: Reader,
  key: PdfKey,
): Promise<Buffer | null> {
  return db.withTenant(kommune.tenant, actor, (tx) => readPdf(tx, key));
}

/** Makes the file of a version unless it is there. */
export async function makePdf(
  deps: Pick<ReportsDeps, 'db' | 'clock'>,
  tenant: TenantId,
  key: PdfKey,
): Promise<void> {
  const there = await deps.db.withTenant(tenant, system, (tx) => readPdf(tx, key));
  if (there !== null) return;
  const found = await readBericht(
    deps,
    { actor: system, kommune: { tenant, ags: '', name: '' } },
    key.bericht,
    key.fassung,
  );
  // Meanwhile a step was taken: whoever asks again orders the file of the new state.
  if (!found.ok || found.value.schritte.length !== key.schritte) return;
  const now = deps.clock.now();
  const pdf = await reportPdf(found.value, now);
  await deps.db.withTenant(tenant, system, (tx) => insertPdf(tx, key, pdf, now));
}
