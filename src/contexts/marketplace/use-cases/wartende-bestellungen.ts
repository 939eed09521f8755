import type { Principal } from '#platform';
import type { Bestellung, Bestellzustand } from '../domain/bestellung.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { betrachtendeOf, listBestellungen } from './read-bestellungen.ts';

/** An order that stands still until somebody of the reader's house acts. */
export interface WartendeBestellung {
  readonly bestellung: Bestellung;
  readonly auf: 'unterschrift' | 'annahme';
}

/** The orders that wait for whoever asks: to be signed by a head of the Kommune, to be accepted by the provider. */
export async function wartendeBestellungen(
  deps: Pick<MarketplaceDeps, 'db' | 'efa'>,
  principal: Principal | null,
): Promise<readonly WartendeBestellung[]> {
  const who = await betrachtendeOf(deps, principal);
  if (!who.ok || (who.value.seite === 'kommune' && !who.value.wer.darfBestellen)) return [];
  const [zustand, auf]: readonly [Bestellzustand, WartendeBestellung['auf']] =
    who.value.seite === 'kommune' ? ['vorbereitet', 'unterschrift'] : ['gezeichnet', 'annahme'];
  const all = await listBestellungen(deps, who.value);
  return all.filter((each) => each.zustand === zustand).map((bestellung) => ({ bestellung, auf }));
}
