export type Unit = 'ms' | 's' | 'kB' | 'MB' | 'a second' | '%';
export type Statistic = 'p50' | 'p95' | 'p99' | 'max';

/** The statistic that counts and the most that it may be. */
export interface Limit {
  readonly of: Statistic;
  readonly most: number;
}

/** One measured thing: its samples in order of size, and how many further tries failed. */
export interface Figure {
  readonly id: string;
  readonly what: string;
  readonly unit: Unit;
  readonly samples: number;
  readonly errors: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  /** The statistic to read first; for a limited figure that of its limit. */
  readonly shown: Statistic;
  readonly limit: number | null;
}

/** What a figure is called and held to. */
export interface FigureHead {
  readonly id: string;
  readonly what: string;
  readonly unit: Unit;
  readonly shown: Statistic;
  readonly limit?: number;
}

/** Sums up samples by nearest rank: every percentile is a sample that was measured. */
export function figureOf(head: FigureHead, samples: readonly number[], errors = 0): Figure {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? -1);
  return {
    id: head.id,
    what: head.what,
    unit: head.unit,
    samples: samples.length,
    errors,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
    shown: head.shown,
    limit: head.limit ?? null,
  };
}

/** Whether a figure keeps its limit with as many samples as it must have, and without an error. */
export function keepsLimit(figure: Figure): boolean {
  return figure.errors === 0 && (figure.limit === null || figure[figure.shown] < figure.limit);
}

function rounded(value: number): number {
  return Number(value.toPrecision(value >= 100 ? 4 : 3));
}
