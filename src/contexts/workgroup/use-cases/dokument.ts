import { createHash } from 'node:crypto';
import { z } from 'zod';
import { actorOf, type EventHandlers, pdf, publish, type TenantId } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { fillPdf, orderPdf, readPdf } from '../store/dateien.ts';
import type { Mitwirkende } from './wer.ts';

const tabelle = z.object({ spalten: z.array(z.string()), zeilen: z.array(z.array(z.string())) });
const teil = z.object({ titel: z.string(), absaetze: z.array(z.string()), tabelle: tabelle.nullable() });
const dokument = z.object({ titel: z.string(), absaetze: z.array(z.string()), teile: z.array(teil) });

/** What a file says, as plain data: the order for the worker is the whole document. */
export type Dokument = z.output<typeof dokument>;

const bestellt = 'workgroup.pdf.requested';
const system = actorOf('system', 'arbeitsgruppe');
const order = z.object({ name: z.string() });

/** A file by its name, and its content once the worker has made it. */
export interface Bestellung {
  readonly name: string;
  readonly fileName: string;
  readonly inhalt: Buffer | null;
}

/** The file of a document; where it is not there yet it is ordered. The same document is made once. */
export function orderDokument(
  { db, clock }: Pick<WorkgroupDeps, 'db' | 'clock'>,
  { tenant, actor }: Pick<Mitwirkende, 'tenant' | 'actor'>,
  fileName: string,
  inhalt: Dokument,
): Promise<Bestellung> {
  const hash = createHash('sha256').update(JSON.stringify(inhalt)).digest('hex').slice(0, 32);
  const name = `${fileName} ${hash}`;
  return db.withTenant(tenant, actor, async (tx) => {
    const made = await orderPdf(tx, name, inhalt, clock.now());
    if (made === null) await publish(tx, bestellt, { name });
    return { name, fileName, inhalt: made };
  });
}

/** The content of a file, once it is made. */
export function madeDokument(
  { db }: Pick<WorkgroupDeps, 'db'>,
  { tenant, actor }: Pick<Mitwirkende, 'tenant' | 'actor'>,
  name: string,
): Promise<Buffer | null> {
  return db.withTenant(tenant, actor, async (tx) => (await readPdf(tx, name))?.inhalt ?? null);
}

/** Makes a file that was ordered, unless it is there. */
export async function makeDokument(
  { db, clock }: Pick<WorkgroupDeps, 'db' | 'clock'>,
  tenant: TenantId,
  name: string,
): Promise<void> {
  const found = await db.withTenant(tenant, system, (tx) => readPdf(tx, name));
  if (found === null || found.inhalt !== null) return;
  const file = await pdfOf(dokument.parse(found.auftrag), clock.now());
  await db.withTenant(tenant, system, (tx) => fillPdf(tx, name, file));
}

/** What the worker does for files. */
export function dokumentHandlers(deps: Pick<WorkgroupDeps, 'db' | 'clock'>): EventHandlers {
  return {
    [bestellt]: async (payload, { tenant }) => {
      if (tenant !== null) await makeDokument(deps, tenant, order.parse(payload).name);
    },
  };
}

/** A tagged PDF: headings, paragraphs, tables with head cells. */
async function pdfOf({ titel, absaetze, teile }: Dokument, createdAt: Date): Promise<Buffer> {
  const { doc, root, finish } = await pdf.openPdf(titel, createdAt);
  pdf.heading(doc, root, 'H1', titel);
  for (const text of absaetze) pdf.paragraphs(doc, root, text);
  for (const each of teile) {
    const part = doc.struct('Sect');
    root.add(part);
    pdf.heading(doc, part, 'H2', each.titel);
    for (const text of each.absaetze) pdf.paragraphs(doc, part, text);
    if (each.tabelle !== null)
      pdf.drawTable(
        doc,
        part,
        each.tabelle.spalten.map((label) => ({ label })),
        each.tabelle.zeilen,
      );
    part.end();
  }
  return finish();
}
