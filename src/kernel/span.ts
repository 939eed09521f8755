/** A stretch of time in milliseconds, the end not included; infinite where nothing bounds it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The longest span around a moment in which none of these moments begins anything new. */
export function spanAround(moments: readonly number[], at: number): Span {
  return {
    from: Math.max(...moments.filter((moment) => moment <= at), Number.NEGATIVE_INFINITY),
    to: Math.min(...moments.filter((moment) => moment > at), Number.POSITIVE_INFINITY),
  };
}
