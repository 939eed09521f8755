import { type LocalDate, ok, type Result, refuse } from '#kernel';
import { type LoesungStand, whomWouldItHelp } from '#solutions';
import type { Figures } from '../../figures/open-figures.ts';
import { loesungUnknown } from '../errors.ts';
import type { MatchingDeps } from '../matching-deps.ts';
import { type Gaps, gapsFor } from './gaps.ts';
import { loesungOf } from './loesung-of.ts';
import { summe } from './luecken.ts';
import type { Sicht } from './sicht.ts';

/** A Kommune that a Lösung would help. */
export interface Geholfen {
  readonly ags: string;
  readonly name: string;
  readonly klasse: string | null;
  readonly eigene: boolean;
  /** The gaps that it closes. */
  readonly deckt: readonly string[];
  /** Those of them about which the Kommune said nothing yet. */
  readonly ohneAngabe: number;
  /** All its gaps. */
  readonly luecken: number;
  /** Cases a year of the closed gaps, as far as stated; `null` where none is. */
  readonly faelle: number | null;
  readonly satz: string;
}

export interface Nutzen {
  readonly loesung: LoesungStand;
  readonly date: LocalDate;
  /** Most helped first. */
  readonly kommunen: readonly Geholfen[];
  /** Kommunen of the circle that do not share, and so are not among them. */
  readonly ohneEinwilligung: number;
}

/** Whom a Lösung would help most: the own Kommune and those of the circle that share their Stand. */
export async function nutzenOf(
  deps: Pick<MatchingDeps, 'figures' | 'register' | 'clock'>,
  sicht: Sicht,
  loesungId: string,
): Promise<Result<Nutzen>> {
  const date = deps.clock.today();
  const loesung = loesungOf(await deps.register(), loesungId, date);
  if (loesung === null) return refuse(loesungUnknown(loesungId));
  const { figures, gaps, withoutConsent } = await gapsFor(deps, sicht);
  const ranked = whomWouldItHelp(loesung, new Map([...gaps].map(([ags, each]) => [ags, each.ids])));
  const kommunen = ranked.flatMap(({ kommune, deckt, luecken, satz }) => {
    const found = gaps.get(kommune);
    return found ? [geholfen(figures, found, { deckt, luecken, satz }, sicht.kommune?.ags ?? null)] : [];
  });
  // A stated gap weighs more than one about which nobody knows; within, the rank stays.
  const sorted = kommunen.toSorted((a, b) => stated(b) - stated(a));
  return ok({ loesung, date, kommunen: sorted, ohneEinwilligung: withoutConsent });
}

function stated({ deckt, ohneAngabe }: Geholfen): number {
  return deckt.length - ohneAngabe;
}

function geholfen(
  { matrix }: Figures,
  { row, ohneAngabe, faelle }: Gaps,
  { deckt, luecken, satz }: Pick<Geholfen, 'deckt' | 'luecken' | 'satz'>,
  own: string | null,
): Geholfen {
  const body = matrix.bodies[row];
  return {
    ags: body?.ags ?? '',
    name: body?.name ?? '',
    klasse: body?.klasse ?? null,
    eigene: body?.ags === own,
    deckt,
    luecken,
    satz,
    ohneAngabe: deckt.filter((id) => ohneAngabe.has(id)).length,
    faelle: summe(deckt.map((id) => faelle.get(id) ?? null)),
  };
}
