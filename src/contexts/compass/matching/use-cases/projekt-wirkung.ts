import type { Principal } from '#platform';
import type { MatchingDeps } from '../matching-deps.ts';
import { gapsFor } from './gaps.ts';
import { loesungOf } from './loesung-of.ts';
import { sichtOf } from './sicht.ts';

/** The gaps of one Kommune that something closes. */
export interface GeschlosseneLuecken {
  readonly ags: string;
  readonly name: string;
  /** Leistungen that it states as not well online. */
  readonly leistungen: readonly string[];
  /** Leistungen that it owes and about which it said nothing. */
  readonly ohneAngabe: readonly string[];
}

export interface Wirkung {
  /** Those with a stated gap, most of them first. */
  readonly kommunen: readonly GeschlosseneLuecken[];
  /** Kommunen that owe such a Leistung and stated nothing about any. */
  readonly nurOhneAngabe: number;
  /** Kommunen of the circle that do not share, and so are not counted. */
  readonly ohneEinwilligung: number;
}

/**
 * Which gaps of which Kommunen these Leistungen and Lösungen close, as far as somebody may see them; `null` for whoever
 * sees no Stand, and where nothing is named.
 */
export async function geschlosseneLuecken(
  deps: Pick<MatchingDeps, 'figures' | 'register' | 'clock' | 'ownKommune' | 'actingFor'>,
  principal: Principal | null,
  loesungen: readonly string[],
  leistungen: readonly string[],
): Promise<Wirkung | null> {
  const sicht = await sichtOf(deps, principal);
  if (!sicht.ok) return null;
  const register = await deps.register();
  const today = deps.clock.today();
  const contained = loesungen.flatMap(
    (id) => loesungOf(register, id, today)?.inhalt.leistungen.map(({ leistungId }) => leistungId) ?? [],
  );
  const closed = new Set([...leistungen, ...contained]);
  if (closed.size === 0) return null;
  const { figures, gaps, withoutConsent } = await gapsFor(deps, sicht.value);
  const names = new Map(figures.matrix.bodies.map(({ ags, name }) => [ags, name]));
  const found = [...gaps].map(([ags, { ids, ohneAngabe }]): GeschlosseneLuecken => {
    const hit = ids.filter((id) => closed.has(id));
    return {
      ags,
      name: names.get(ags) ?? ags,
      leistungen: hit.filter((id) => !ohneAngabe.has(id)),
      ohneAngabe: hit.filter((id) => ohneAngabe.has(id)),
    };
  });
  return {
    kommunen: found
      .filter((each) => each.leistungen.length > 0)
      .toSorted((a, b) => b.leistungen.length - a.leistungen.length || a.name.localeCompare(b.name, 'de')),
    nurOhneAngabe: found.filter((each) => each.leistungen.length === 0 && each.ohneAngabe.length > 0).length,
    ohneEinwilligung: withoutConsent,
  };
}
