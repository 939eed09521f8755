import { sql } from 'kysely';
import { change, rowsOf, type TenantId, type Tx } from '#platform';

/** A message as it is stored, sealed to the applicant. */
export interface NachrichtRow {
  readonly id: string;
  readonly von: 'behoerde' | 'antragsteller';
  readonly art: 'mitteilung' | 'rueckfrage' | 'nachricht' | 'kontakt' | 'ruecknahme';
  readonly sealed: Buffer;
  readonly gesendetAm: Date;
  /** The submission it belongs to; `null` where it concerns all. */
  readonly sendung: number | null;
}

/** Enters a message; `false` where it is there already. */
export async function insertNachricht(
  tx: Tx,
  tenant: TenantId,
  antrag: string,
  { id, von, art, sealed, gesendetAm, sendung }: NachrichtRow,
): Promise<boolean> {
  const inserted = await change(
    tx,
    sql`insert into applications.nachricht (tenant_id, id, antrag_id, von, art, text_sealed, gesendet_am, sendung)
      values (${tenant}, ${id}, ${antrag}, ${von}, ${art}, ${sealed}, ${gesendetAm}, ${sendung}) on conflict do nothing`,
  );
  return inserted === 1;
}

/** The messages of an Antrag, oldest first. */
export function readNachrichten(tx: Tx, antrag: string): Promise<readonly NachrichtRow[]> {
  return rowsOf(
    tx,
    sql<NachrichtRow>`select id, von, art, text_sealed as sealed, gesendet_am as "gesendetAm", sendung
      from applications.nachricht where antrag_id = ${antrag} order by gesendet_am, id`,
  );
}
