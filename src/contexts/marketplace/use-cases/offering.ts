import { type Angebot, readAngebote } from '#efa';
import { newestAngebote } from '#efa/many';
import { nearest, ok, type Result, refuse } from '#kernel';
import type { Tx } from '#platform';
import type { Dienstangaben } from '../domain/angaben.ts';
import { type Preisblatt, preisblattOn } from '../domain/preisblatt.ts';
import { dienstUnknown, offeredByOther } from '../errors.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import { readAngaben, readPreisblaetter } from '../store/offering.ts';
import type { Anbietende } from './wer.ts';

/** A service on the marketplace: its newest version, what its provider says of it, and its prices. */
export interface Offering {
  readonly angebot: Angebot;
  /** Every version that was ever offered, newest first. */
  readonly fassungen: readonly { readonly fassung: string; readonly angebotenAm: Date }[];
  readonly angaben: Dienstangaben | null;
  /** The sheet that counts today. */
  readonly preisblatt: Preisblatt | null;
  /** All that was ever stated, oldest first. */
  readonly preise: readonly Preisblatt[];
}

/** Every service on the marketplace. */
export async function readOfferings(
  tx: Tx,
  { clock }: Pick<MarketplaceDeps, 'clock'>,
): Promise<readonly Offering[]> {
  const all = await readAngebote(tx);
  const angaben = await readAngaben(tx);
  const preise = Map.groupBy(await readPreisblaetter(tx), ({ dienst }) => dienst);
  const today = clock.today();
  return newestAngebote(all).map((angebot) => {
    const own = preise.get(angebot.dienst) ?? [];
    const versions = all.filter(({ dienst }) => dienst === angebot.dienst);
    return {
      angebot,
      fassungen: versions.toReversed().map(({ fassung, angebotenAm }) => ({ fassung, angebotenAm })),
      angaben: angaben.get(angebot.dienst) ?? null,
      preisblatt: preisblattOn(own, today),
      preise: own,
    };
  });
}

/** One service, or what it may have been called. */
export async function findOffering(
  tx: Tx,
  deps: Pick<MarketplaceDeps, 'clock'>,
  dienst: string,
): Promise<Result<Offering>> {
  const all = await readOfferings(tx, deps);
  const found = all.find(({ angebot }) => angebot.dienst === dienst);
  if (found) return ok(found);
  const near = nearest(dienst, all, ({ angebot }) => `${angebot.dienst} ${angebot.data.title}`, 5);
  return refuse(
    dienstUnknown(
      dienst,
      near.map(({ angebot }) => ({ key: angebot.dienst, label: angebot.data.title })),
    ),
  );
}

/** A service that the asking house itself offers. */
export async function ownOffering(
  tx: Tx,
  deps: Pick<MarketplaceDeps, 'clock'>,
  { anbieter }: Anbietende,
  dienst: string,
): Promise<Result<Offering>> {
  const found = await findOffering(tx, deps, dienst);
  if (!found.ok) return found;
  const { anbieterId, anbieter: haus } = found.value.angebot;
  return anbieterId === anbieter.tenant ? found : refuse(offeredByOther(haus));
}
