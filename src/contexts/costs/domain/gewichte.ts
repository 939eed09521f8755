import { ok, type Rational, type Result, ratio, refuse } from '#kernel';
import type { Gewicht } from './abrechnung.ts';
import type { Kostenplan, Schluessel } from './kostenplan.ts';
import { notHundred, unknownKey, valuesMissing, weightsZero } from './refusals.ts';
import { declaresHundred, percent, type Schluesselwerte } from './schluesselwerte.ts';

/** Somebody who takes part in a layer, and in how many months of it. */
export interface Teilnehmer {
  readonly zahler: number;
  readonly monate: number;
}

export interface Gewichtung {
  readonly gewichte: readonly Gewicht[];
  readonly summe: bigint;
}

/** Weighs those who take part by a key; whole numbers over one sum. */
export function weigh(
  plan: Kostenplan,
  werte: Schluesselwerte,
  id: string,
  layer: string,
  all: readonly Teilnehmer[],
): Result<Gewichtung> {
  const key = plan.schluessel.find((each) => each.id === id);
  if (key === undefined) return refuse(unknownKey(id, layer));
  const weighed =
    key.art === 'kombination' ? combine(plan, werte, key, layer, all) : weighByValue(plan, werte, key, all);
  if (!weighed.ok) return weighed;
  return weighed.value.summe > 0n ? weighed : refuse(weightsZero(key.titel, layer));
}

function weighByValue(
  plan: Kostenplan,
  werte: Schluesselwerte,
  key: Schluessel,
  all: readonly Teilnehmer[],
): Result<Gewichtung> {
  const values = valuesFor(plan, werte, key, all);
  if (!values.ok) return values;
  const common = values.value.reduce((shared, { d }) => ratio.lcm(shared, d), 1n);
  const gewichte = all.map(({ zahler, monate }, at): Gewicht => {
    const wert = values.value[at] ?? ratio.zero;
    const factor = countsMonths(key) ? BigInt(monate) : 1n;
    return { zahler, wert, monate, gewicht: wert.n * (common / wert.d) * factor };
  });
  return ok({ gewichte, summe: sumOf(gewichte) });
}

/** Cases are counted as they fall; every other value is one of the whole time. */
export function countsMonths({ art }: Schluessel): boolean {
  return art !== 'nutzung';
}

function valuesFor(
  plan: Kostenplan,
  werte: Schluesselwerte,
  key: Schluessel,
  all: readonly Teilnehmer[],
): Result<readonly Rational[]> {
  if (key.art === 'gleich') return ok(all.map(() => ratio.one));
  const table = werte.get(key.id);
  const values: Rational[] = [];
  const missing: string[] = [];
  for (const { zahler } of all) {
    const value = table?.get(plan.zahler[zahler]?.kennung ?? '');
    if (value === undefined) missing.push(plan.zahler[zahler]?.name ?? '');
    else values.push(value);
  }
  if (missing.length > 0) return refuse(valuesMissing(key.titel, missing.toSorted()));
  return wholeHundred(key, values);
}

/** A key that declares a hundred needs all its parts here, unless it may be related to those who take part. */
function wholeHundred(key: Schluessel, values: readonly Rational[]): Result<readonly Rational[]> {
  if (!declaresHundred(key) || key.art === 'koenigsteiner_angepasst' || key.renormiert === true)
    return ok(values);
  const sum = ratio.sum(values);
  if (ratio.cmp(sum, ratio.rational(100n)) === 0) return ok(values);
  return refuse(notHundred(key.titel, percent(sum), 'für die Teilnehmenden'));
}

function combine(
  plan: Kostenplan,
  werte: Schluesselwerte,
  key: Schluessel,
  layer: string,
  all: readonly Teilnehmer[],
): Result<Gewichtung> {
  const parts: { readonly each: Gewichtung; readonly alpha: Rational }[] = [];
  for (const { schluessel, gewicht } of key.teile ?? []) {
    const each = weigh(plan, werte, schluessel, layer, all);
    if (!each.ok) return each;
    parts.push({ each: each.value, alpha: ratio.ofDecimal(gewicht) });
  }
  const summe = parts.reduce((shared, { each, alpha }) => ratio.lcm(shared, alpha.d * each.summe), 1n);
  const factors = parts.map(({ each, alpha }) => alpha.n * (summe / (alpha.d * each.summe)));
  const gewichte = all.map(({ zahler, monate }, at): Gewicht => {
    const gewicht = parts.reduce((sum, { each }, part) => {
      return sum + (each.gewichte[at]?.gewicht ?? 0n) * (factors[part] ?? 0n);
    }, 0n);
    return { zahler, monate, gewicht, wert: ratio.rational(gewicht, summe) };
  });
  return ok({ gewichte, summe });
}

function sumOf(gewichte: readonly Gewicht[]): bigint {
  return gewichte.reduce((sum, { gewicht }) => sum + gewicht, 0n);
}
