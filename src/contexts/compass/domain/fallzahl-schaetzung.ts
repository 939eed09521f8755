/** A body that counted its cases. */
export interface Vergleichswert {
  readonly ags: string;
  readonly einwohner: number;
  readonly fallzahl: number;
}

/** What the cases of others, per 1,000 inhabitants, let expect of one body. Always an estimate. */
export interface Fallzahlschaetzung {
  readonly wert: number;
  /** What the lowest and the highest rate among the others would mean. */
  readonly von: number;
  readonly bis: number;
  readonly kommunen: number;
  /** By how much such an estimate misses on average, in percent of the counted value: each body estimated by the others. */
  readonly fehlerProzent: number;
}

/** Fewer bodies would tell of one of them, and nothing of the rest. */
const fewest = 3;

const sizeFactor = 3;

/** Estimates from bodies of the same kind and of similar size; `null` where there are too few of them. */
export function schaetzeFallzahl(
  ags: string,
  einwohner: number,
  andere: readonly Vergleichswert[],
): Fallzahlschaetzung | null {
  const peers = andere.filter((each) => isPeer(ags, einwohner, each));
  if (peers.length < fewest || einwohner <= 0) return null;
  const rates = peers.map(rateOf);
  const casesAt = (rate: number) => Math.round((rate * einwohner) / 1000);
  return {
    wert: casesAt(median(rates)),
    von: casesAt(Math.min(...rates)),
    bis: casesAt(Math.max(...rates)),
    kommunen: peers.length,
    fehlerProzent: leaveOneOutError(peers),
  };
}

/** The mean absolute error, in percent, when each body is estimated from all others. */
export function leaveOneOutError(werte: readonly Vergleichswert[]): number {
  const counted = werte.filter(({ fallzahl }) => fallzahl > 0);
  const errors = counted.map((one) => {
    const others = werte.filter((each) => each !== one).map(rateOf);
    const expected = (median(others) * one.einwohner) / 1000;
    return Math.abs(expected - one.fallzahl) / one.fallzahl;
  });
  if (errors.length === 0) return 0;
  return Math.round((100 * errors.reduce((sum, error) => sum + error, 0)) / errors.length);
}

function isPeer(ags: string, einwohner: number, other: Vergleichswert): boolean {
  const sameKind = other.ags !== ags && other.ags.length === ags.length;
  const near = other.einwohner <= einwohner * sizeFactor && other.einwohner * sizeFactor >= einwohner;
  return sameKind && near && other.einwohner > 0;
}

function rateOf({ fallzahl, einwohner }: Vergleichswert): number {
  return (fallzahl * 1000) / einwohner;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
