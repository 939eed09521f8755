import type { LocalDate } from '#kernel';
import type { Territory } from '#territory';
import { type Fallzahlschaetzung, schaetzeFallzahl } from '../domain/fallzahl-schaetzung.ts';
import type { KreisStand } from '../domain/stand.ts';
import type { CompassDeps, Kommune } from '../doors-deps.ts';

/**
 * What the counted cases of the consenting Kommunen of the same circle let expect. Estimates are never estimated from:
 * only counted numbers are.
 */
export async function estimateFallzahl(
  deps: Pick<CompassDeps, 'kreisStaende' | 'world' | 'clock'>,
  kommune: Kommune,
  leistungId: string,
): Promise<Fallzahlschaetzung | null> {
  const [{ territory }, staende] = await Promise.all([deps.world(), deps.kreisStaende(kommune, leistungId)]);
  return schaetzungFor(territory, kommune.ags, staende, deps.clock.today());
}

/** The same from statements that are at hand. */
export function schaetzungFor(
  territory: Territory,
  ags: string,
  staende: readonly KreisStand[],
  date: LocalDate,
): Fallzahlschaetzung | null {
  const einwohnerOf = (key: string) =>
    territory.einwohnerByAgs.get(key)?.find(({ stichtag }) => stichtag <= date)?.zahl ?? 0;
  const counted = staende.flatMap(({ ags: other, fallzahl, fallzahlArt }) =>
    fallzahl !== null && fallzahlArt === 'gezaehlt'
      ? [{ ags: other, einwohner: einwohnerOf(other), fallzahl }]
      : [],
  );
  return schaetzeFallzahl(ags, einwohnerOf(ags), counted);
}
