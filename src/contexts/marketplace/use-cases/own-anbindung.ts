import { listAnbindungen } from '#efa';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import type { Bestellende } from './wer.ts';

/** The Kommune's Anbindung to a service, as efa keeps it; `null` where there is none. */
export async function anbindungOf(
  { efa }: Pick<MarketplaceDeps, 'efa'>,
  wer: Pick<Bestellende, 'actor' | 'kommune'>,
  dienst: string,
) {
  const own = await listAnbindungen(efa, wer);
  return own.find(({ anbindung }) => anbindung.dienst === dienst)?.anbindung ?? null;
}
