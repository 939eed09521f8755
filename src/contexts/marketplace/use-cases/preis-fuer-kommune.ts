import type { Kommune } from '#efa';
import type { LocalDate } from '#kernel';
import { actorOf, type Tx } from '#platform';
import { type Preis, preisFuer, type Schaetzung } from '../domain/preisblatt.ts';
import type { MarketplaceDeps } from '../marketplace-deps.ts';
import type { Offering } from './offering.ts';

/** What a service costs one Kommune, and the figures on which that rests. */
export interface EigenerPreis {
  readonly preis: Preis;
  readonly einwohner: { readonly zahl: number; readonly stichtag: LocalDate } | null;
  readonly schaetzung: Schaetzung | null;
}

/** The inhabitants as of the newest day that is known. */
export async function einwohnerOf(
  { efa }: Pick<MarketplaceDeps, 'efa'>,
  ags: string,
): Promise<EigenerPreis['einwohner']> {
  const { territory } = await efa.world();
  const [newest] = territory.einwohnerByAgs.get(ags) ?? [];
  return newest ? { zahl: newest.zahl, stichtag: newest.stichtag } : null;
}

/** The price of a service for a Kommune today, by its sheet; where cost is apportioned, as the cost room reckons it. */
export async function eigenerPreis(
  tx: Tx,
  deps: Pick<MarketplaceDeps, 'efa' | 'clock' | 'kostenSchaetzung'>,
  offering: Offering,
  kommune: Pick<Kommune, 'ags' | 'name'>,
): Promise<EigenerPreis> {
  const einwohner = await einwohnerOf(deps, kommune.ags);
  const blatt = offering.preisblatt?.inhalt ?? null;
  const jahr = Number(deps.clock.today().slice(0, 4));
  const frage = { dienst: offering.angebot.dienst, kommune, jahr };
  // A price that stands in a sheet needs no reckoning, which apportions cost over all payers.
  const apportioned = blatt === null || blatt.jaehrlich.art === 'umlage';
  const schaetzung = apportioned && deps.kostenSchaetzung ? await deps.kostenSchaetzung(tx, frage) : null;
  const preis = preisFuer(blatt, einwohner?.zahl ?? null, schaetzung);
  return { preis, einwohner, schaetzung };
}

/** For what the marketplace does of itself, such as opening a paper for its receiver. */
export const system = actorOf('system', 'marktplatz');
