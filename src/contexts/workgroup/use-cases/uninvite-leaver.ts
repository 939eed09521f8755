import { actorOf, newId, type TenantId } from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { readSitz } from '../store/gruppen.ts';
import { lockSitzung, updateSitzung } from '../store/sitzungen.ts';
import { eingeladenGeblieben, giveUpZustellungen, insertZustellung } from '../store/zustellungen.ts';
import { inhaltOf } from './order-mails.ts';

/** Told in the transaction that ends a seat, whoever ends it; the mails are the IT-Dienstleister's. */
export const seatEndedEvent = 'workgroup.seat.ended';

const system = actorOf('system', 'arbeitsgruppe');

/**
 * Takes an ended seat out of the sessions to come that it was invited to: mails that wait are given up, and each
 * invitation that went out is followed by a cancellation for this one attendee. Gives how many it ordered. The session's
 * SEQUENCE rises with it, so that whoever comes back gets an invitation that is newer.
 */
export function uninviteLeaver(
  { db, clock }: Pick<WorkgroupDeps, 'db' | 'clock'>,
  provider: TenantId,
  sitzId: string,
): Promise<number> {
  return db.withTenant(provider, system, async (tx) => {
    const sitz = await readSitz(tx, sitzId);
    if (sitz === null || sitz.bis === null) return 0;
    const empfaenger = `sitz:${sitz.id}`;
    await giveUpZustellungen(tx, empfaenger, 'Der Sitz wurde vorher beendet.');
    let ordered = 0;
    for (const sitzungId of await eingeladenGeblieben(tx, empfaenger)) {
      const sitzung = await lockSitzung(tx, sitzungId);
      if (sitzung === null || sitzung.zustand === 'abgeschlossen' || sitzung.tag < clock.today()) continue;
      const next = { ...sitzung, kalenderFolge: sitzung.kalenderFolge + 1 };
      await updateSitzung(tx, next);
      const inhalt = { ...(await inhaltOf(tx, next)), grund: '' };
      await insertZustellung(
        tx,
        { id: newId(), sitzungId, empfaenger, art: 'austritt', inhalt },
        clock.now(),
      );
      ordered += 1;
    }
    return ordered;
  });
}
