import type { Regel } from './regel.ts';

/** What somebody proposes about a rule, and what is then decided. */
export const vorschlagArten = ['bestaetigen', 'aendern', 'neu', 'entfernen'] as const;

export type VorschlagArt = (typeof vorschlagArten)[number];

export const vorschlagArtLabel: Readonly<Record<VorschlagArt, string>> = {
  bestaetigen: 'Als richtig bestätigen',
  aendern: 'Ändern',
  neu: 'Neue Regel',
  entfernen: 'Entfernen',
};

/** A decision by four eyes about one rule; of several the last holds. */
export interface EntschiedeneRegel {
  readonly id: string;
  readonly regelId: string;
  readonly art: VorschlagArt;
  /** The hash of the rule as it stood when it was proposed; null for a new one. */
  readonly grundlage: string | null;
  /** What the rule is from then on; null where it is confirmed as it is, or goes. */
  readonly regel: Regel | null;
  readonly begruendung: string;
  /** The names of the organisations that proposed and decided. */
  readonly vorgeschlagenHaus: string;
  readonly entschiedenHaus: string;
  readonly entschiedenAm: Date;
}

/** Where a rule stands in the review. */
export type Pruefstand = 'ungeprueft' | 'vorgeschlagen' | 'geprueft' | 'erneut zu prüfen';

/** The shipped rules with what was decided here: changed ones in their place, new ones behind, removed ones gone. */
export function withDecisions(
  shipped: readonly Regel[],
  decisions: readonly EntschiedeneRegel[],
): readonly Regel[] {
  const byId = new Map(shipped.map((regel) => [regel.id, regel]));
  for (const { regelId, art, regel } of decisions) {
    if (art === 'entfernen') byId.delete(regelId);
    else if (regel !== null) byId.set(regelId, regel);
  }
  return [...byId.values()];
}

/** What the review needs to know of a rule: its hash now, and its hash as the product ships it. */
export interface RegelHashes {
  readonly current: string;
  /** Null where the product does not ship the rule. */
  readonly shipped: string | null;
}

/**
 * Reviewed is a rule whose last decision is about it as it stands. A decision about an older text, and a change of our
 * own over a rule that the product has changed since, call for another look.
 */
export function pruefstandOf(
  hashes: RegelHashes,
  decisions: readonly EntschiedeneRegel[],
  proposed: boolean,
): Pruefstand {
  if (proposed) return 'vorgeschlagen';
  const last = decisions.at(-1);
  if (last === undefined) return 'ungeprueft';
  const read =
    last.art === 'bestaetigen'
      ? last.grundlage === hashes.current
      : hashes.shipped === null || decisions.some(({ grundlage }) => grundlage === hashes.shipped);
  return read ? 'geprueft' : 'erneut zu prüfen';
}
