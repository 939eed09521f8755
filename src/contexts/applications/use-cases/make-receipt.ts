import { type EventHandlers, publish, type TenantId, type Tx } from '#platform';
import { antragActor } from '../antrag-actor.ts';
import type { ApplicationsDeps } from '../deps.ts';
import { messages } from '../messages.ts';
import { receiptPdf } from '../receipt-pdf.ts';
import { receiptRows } from '../receipt-rows.ts';
import { insertQuittung, readAntrag, readQuittung } from '../store-antrag.ts';
import { readSendungen } from '../store-sendung.ts';

/** The event that asks the worker for a receipt; its payload holds ids only. */
export const receiptRequested = 'applications.receipt.requested';

/** Asks for the PDF, where it is not there yet. */
export async function requestReceipt(tx: Tx, antrag: string): Promise<void> {
  if ((await readQuittung(tx, antrag)) === null) await publish(tx, receiptRequested, { antrag });
}

/** What the worker does for this context. Making a receipt twice makes one. */
export function applicationHandlers(deps: Pick<ApplicationsDeps, 'db' | 'clock'>): EventHandlers {
  return {
    [receiptRequested]: async (payload, { tenant }) => {
      const antrag = antragOf(payload);
      if (tenant !== null && antrag !== null) await makeReceipt(deps, tenant, antrag);
    },
  };
}

function antragOf(payload: unknown): string | null {
  const isNamed = typeof payload === 'object' && payload !== null && 'antrag' in payload;
  return isNamed && typeof payload.antrag === 'string' ? payload.antrag : null;
}

async function makeReceipt(
  { db, clock }: Pick<ApplicationsDeps, 'db' | 'clock'>,
  tenant: TenantId,
  antrag: string,
): Promise<void> {
  const found = await db.withTenant(tenant, antragActor, async (tx) => {
    const row = await readAntrag(tx, antrag);
    return row && { row, sendungen: await readSendungen(tx, antrag) };
  });
  if (!found || found.row.zustand === 'geloescht') return;
  const { row, sendungen } = found;
  const pdf = await receiptPdf({
    title: messages.receipt.title,
    lead: messages.receipt.lead(row.kommune),
    rows: receiptRows(row, sendungen),
    notes: [messages.receipt.loeschregel(row), messages.receipt.door],
    createdAt: clock.now(),
  });
  await db.withTenant(tenant, antragActor, async (tx) => {
    const current = await readAntrag(tx, antrag);
    if (current && current.zustand !== 'geloescht') await insertQuittung(tx, current, pdf, clock.now());
  });
}
