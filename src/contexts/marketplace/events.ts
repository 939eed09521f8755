import { publish, type Tx } from '#platform';
import type { Bestellschritt, Bestellung } from './domain/bestellung.ts';

/** A signed order waits for its provider. */
export const orderSigned = 'marketplace.order.signed';
/** A provider accepted or declined. */
export const orderAnswered = 'marketplace.order.answered';
/** A Kommune took an order back, or ended its contract. */
export const orderEnded = 'marketplace.order.ended';
/** A provider says that a Kommune can order now. */
export const orderInvited = 'marketplace.order.invited';

/** Tells the outbox of a step of an order: ids only. */
export async function publishStep(
  tx: Tx,
  schritt: Bestellschritt,
  { id, tenant, empfaenger }: Pick<Bestellung, 'id' | 'tenant' | 'empfaenger'>,
): Promise<void> {
  const ids = { bestellung: id, kommune: tenant, anbieter: empfaenger };
  switch (schritt) {
    case 'zeichnen':
      return publish(tx, orderSigned, ids);
    case 'annehmen':
    case 'ablehnen':
      return publish(tx, orderAnswered, ids);
    case 'zurueckziehen':
    case 'beenden':
      return publish(tx, orderEnded, ids);
  }
}
