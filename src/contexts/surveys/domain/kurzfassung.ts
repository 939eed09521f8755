/** How many places of the ranking must not move by what is not asked. */
export const spitze = 20;

/** Between which points a Leistung can come to lie, whatever this Kommune answers. */
export interface Spielraum {
  readonly leistungId: string;
  readonly von: number;
  readonly bis: number;
}

/**
 * The Leistungen whose answer could change which ones stand among the first `k`. One that cannot reach them even by its
 * best answer need not be asked; nor one that stays among them by its worst. Ties count as movable.
 */
export function bewegliche(raeume: readonly Spielraum[], k: number = spitze): ReadonlySet<string> {
  if (raeume.length <= k) return new Set();
  const von = raeume.map((raum) => raum.von).sort((a, b) => b - a);
  const bis = raeume.map((raum) => raum.bis).sort((a, b) => b - a);
  const schwelleUnten = von[k - 1] ?? Number.NEGATIVE_INFINITY;
  const schwelleOben = bis[k] ?? Number.NEGATIVE_INFINITY;
  return new Set(
    raeume
      .filter((raum) => raum.bis !== raum.von && raum.bis >= schwelleUnten && raum.von <= schwelleOben)
      .map(({ leistungId }) => leistungId),
  );
}

/** The first `k` by points; equal ones in the order of their ids, so that the same points give the same places. */
export function ersteK(punkte: ReadonlyMap<string, number>, k: number = spitze): readonly string[] {
  return [...punkte]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, k)
    .map(([id]) => id);
}

/**
 * What an answer of one Kommune can do to the demand for a Leistung: others' wishes stay, its own adds two points for „ja“
 * and one for „später“. `andere` are the points of all others in the last round.
 */
export function spielraumOf(leistungId: string, andere: number): Spielraum {
  return { leistungId, von: andere, bis: andere + bedarfPunkte.ja };
}

export const bedarfPunkte = { ja: 2, spaeter: 1, nein: 0 } as const;
