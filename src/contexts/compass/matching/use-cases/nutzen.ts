import { type LocalDate, ok, type Result, refuse } from '#kernel';
import { type LoesungStand, whomWouldItHelp } from '#solutions';
import { unknown } from '../../domain/columns/stand-fact.ts';
import type { StandOn } from '../../domain/columns/stand-on.ts';
import { lueckenartOf } from '../../domain/matching/luecke.ts';
import { levels11 } from '../../domain/stand.ts';
import { zustaende } from '../../domain/zustand.ts';
import type { Figures } from '../../figures/open-figures.ts';
import { visibleBodies } from '../../figures/visible-bodies.ts';
import { loesungUnknown } from '../errors.ts';
import type { MatchingDeps } from '../matching-deps.ts';
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
  const figures = await deps.figures();
  const [pflicht, stand] = await Promise.all([figures.pflichtOn(date), figures.standOn(date)]);
  const { bodies, withoutConsent } = visibleBodies(figures, sicht.tenant);
  const gaps = gapsOf(figures, stand, pflicht, bodies);
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

interface Gaps {
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
    const art = pflicht[cell] === 1 ? artOf(stand, cell) : null;
    if (art === null) continue;
    ids.push(id);
    if (art === 'ohne-angabe') ohneAngabe.add(id);
    const cases = stand.fallzahl[cell] ?? unknown;
    if (cases !== unknown) faelle.set(id, cases);
  }
  return { row, ids, ohneAngabe, faelle };
}

function artOf(stand: StandOn, cell: number) {
  const zustand = zustaende[(stand.zustand[cell] ?? 0) - 1];
  return lueckenartOf(
    zustand === undefined ? null : { zustand, reifegrad11: level11(stand.reifegrad11[cell]) },
  );
}

function level11(code: number | undefined) {
  return levels11.find((level) => level === code) ?? null;
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
