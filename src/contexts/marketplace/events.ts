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

const toldBy: Readonly<Record<Bestellschritt, string>> = {
  zeichnen: orderSigned,
  annehmen: orderAnswered,
  ablehnen: orderAnswered,
  zurueckziehen: orderEnded,
  beenden: orderEnded,
};

/** Tells the outbox of a step of an order: ids only. */
export async function publishStep(
  tx: Tx,
  schritt: Bestellschritt,
  { id, tenant, empfaenger }: Pick<Bestellung, 'id' | 'tenant' | 'empfaenger'>,
): Promise<void> {
  await publish(tx, toldBy[schritt], { bestellung: id, kommune: tenant, anbieter: empfaenger });
}
