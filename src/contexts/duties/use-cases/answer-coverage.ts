import type { Leistung } from '#catalogue';
import type { LocalDate } from '#kernel';
import {
  type CoverageFigures,
  type CoveredLeistung,
  coverageFigures,
  coverageOn,
} from '../domain/coverage.ts';
import type { Regel } from '../domain/regel.ts';
import { sampleOf } from '../domain/sample.ts';
import type { OpenReasonCode } from '../domain/verdict.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { themenfeldOf } from './themenfeld-of.ts';

/** The Land whose rules the product holds. */
const land = '05';
const sampleSize = 20;

/** How much of the communal catalogue is decided, altogether and by Themenfeld, with estimates to read again. */
export interface CoverageAnswer {
  readonly date: LocalDate;
  readonly figures: CoverageFigures;
  readonly themen: readonly { readonly name: string; readonly figures: CoverageFigures }[];
  readonly seed: number;
  readonly sample: readonly { readonly leistung: Leistung; readonly regel: Regel }[];
}

export function coverageAnswer(world: DutiesWorld, date: LocalDate, seed: number): CoverageAnswer {
  const rows = coverageOn(world.duties, land, date);
  const byTheme = Map.groupBy(rows, ({ leistung }) => themenfeldOf(world.catalogue, leistung.ozgId));
  const estimates = rows.flatMap(({ leistung, coverage }) =>
    coverage.decided && coverage.regel.evidenz === 'einschaetzung'
      ? [{ leistung, regel: coverage.regel }]
      : [],
  );
  return {
    date,
    figures: coverageFigures(rows),
    themen: [...byTheme]
      .map(([name, group]) => ({ name, figures: coverageFigures(group) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'de')),
    seed,
    sample: sampleOf(estimates, sampleSize, seed),
  };
}

/** The number of a sample, as somebody gave it; 1 where it is none. */
export function readSeed(text: string | null | undefined): number {
  const seed = Number(text ?? '1');
  return Number.isSafeInteger(seed) && seed > 0 && seed < 2 ** 31 ? seed : 1;
}

/** A Leistung of the communal catalogue about which something is open. */
export interface OpenLeistung {
  readonly leistung: Leistung;
  readonly themenfeld: string;
  readonly ozg: string;
  readonly open: OpenReasonCode;
  readonly regeln: readonly Regel[];
}

/** What the rules leave open on a day. */
export function openLeistungen(world: DutiesWorld, date: LocalDate): readonly OpenLeistung[] {
  const open = ({ leistung, coverage }: CoveredLeistung<Leistung>): OpenLeistung[] =>
    coverage.decided
      ? []
      : [
          {
            leistung,
            themenfeld: themenfeldOf(world.catalogue, leistung.ozgId),
            ozg: ozgName(world, leistung.ozgId),
            open: coverage.open,
            regeln: coverage.regeln,
          },
        ];
  return coverageOn(world.duties, land, date).flatMap(open);
}

function ozgName({ catalogue }: DutiesWorld, ozgId: number | null): string {
  const ozg = ozgId === null ? undefined : catalogue.ozgById.get(ozgId);
  return ozg === undefined ? 'ohne OZG-Leistung' : `${ozg.ozgId} ${ozg.name}`;
}
