import { unknown } from '../../domain/columns/stand-fact.ts';
import { type Gesagt, gesagtVon, type StandOn } from '../../domain/columns/stand-on.ts';
import { lueckenartOf } from '../../domain/matching/luecke.ts';
import { levels11 } from '../../domain/stand.ts';
import { zustaende } from '../../domain/zustand.ts';
import type { Figures } from '../../figures/open-figures.ts';
import { visibleBodies } from '../../figures/visible-bodies.ts';
import type { MatchingDeps } from '../matching-deps.ts';
import type { Sicht } from './sicht.ts';

/** The gaps of today by Kommune: of the own one, and of those of the circle that share their Stand. */
export async function gapsFor(
  deps: Pick<MatchingDeps, 'figures' | 'clock'>,
  { tenant }: Pick<Sicht, 'tenant'>,
): Promise<{
  readonly figures: Figures;
  readonly gaps: ReadonlyMap<string, Gaps>;
  readonly withoutConsent: number;
}> {
  const date = deps.clock.today();
  const figures = await deps.figures();
  const [pflicht, stand] = await Promise.all([figures.pflichtOn(date), figures.standOn(date)]);
  const { bodies, withoutConsent } = visibleBodies(figures, tenant);
  return { figures, gaps: gapsOf(figures, stand, pflicht, bodies), withoutConsent };
}

/** The gaps of one Kommune. */
export interface Gaps {
  readonly row: number;
  readonly ids: readonly string[];
  readonly ohneAngabe: ReadonlySet<string>;
  readonly faelle: ReadonlyMap<string, number>;
}

function gapsOf(figures: Figures, stand: StandOn, pflicht: Uint8Array, shown: Uint8Array) {
  const { bodies } = figures.matrix;
  return new Map(
    bodies.flatMap(({ ags }, row): readonly (readonly [string, Gaps])[] =>
      shown[row] === 1 ? [[ags, gapsIn(figures, stand, pflicht, row)]] : [],
    ),
  );
}

function gapsIn({ matrix: { leistungen } }: Figures, stand: StandOn, pflicht: Uint8Array, row: number): Gaps {
  const ids: string[] = [];
  const ohneAngabe = new Set<string>();
  const faelle = new Map<string, number>();
  for (const [column, { id }] of leistungen.entries()) {
    const cell = row * leistungen.length + column;
    const gesagt = gesagtVon(stand, cell);
    const art = pflicht[cell] === 1 ? artOf(gesagt) : null;
    if (art === null) continue;
    ids.push(id);
    if (art === 'ohne-angabe') ohneAngabe.add(id);
    if (gesagt.fallzahl !== unknown) faelle.set(id, gesagt.fallzahl);
  }
  return { row, ids, ohneAngabe, faelle };
}

function artOf({ zustand: code, reifegrad11 }: Gesagt) {
  const zustand = zustaende[code - 1];
  return lueckenartOf(zustand === undefined ? null : { zustand, reifegrad11: level11(reifegrad11) });
}

function level11(code: number) {
  return levels11.find((level) => level === code) ?? null;
}
