import { readAnbindungenOf } from '#efa';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import type { Bestellende } from './wer.ts';

/** The Kommune's Anbindung to a service, as efa keeps it; `null` where there is none. */
export async function anbindungOf(
  { db }: Pick<MarketplaceDeps, 'db'>,
  { kommune, actor }: Pick<Bestellende, 'actor' | 'kommune'>,
  dienst: string,
) {
  const seen = await db.withTenant(kommune.tenant, actor, (tx) => readAnbindungenOf(tx, dienst));
  return seen.find(({ tenant }) => tenant === kommune.tenant) ?? null;
}
