import { ok, type Rational, type Result, ratio, refuse } from '#kernel';
import type { Kostenplan, Schluessel, Schluesselart } from './kostenplan.ts';
import { notHundred, planRefusal, unknownKey } from './refusals.ts';

/** The values of every key by payer, read once. */
export type Schluesselwerte = ReadonlyMap<string, ReadonlyMap<string, Rational>>;

const hundred = ratio.rational(100n);

/** Keys that say of themselves that they are parts of a hundred. */
const declared: ReadonlySet<Schluesselart> = new Set(['koenigsteiner', 'koenigsteiner_angepasst', 'fest']);

export function declaresHundred({ art }: Pick<Schluessel, 'art'>): boolean {
  return declared.has(art);
}

/** Reads all values. Refuses what is no number, is negative, or does not sum to what it says. */
export function readSchluesselwerte(plan: Pick<Kostenplan, 'schluessel'>): Result<Schluesselwerte> {
  const all = new Map<string, ReadonlyMap<string, Rational>>();
  for (const key of plan.schluessel) {
    const values = valuesOf(key);
    if (!values.ok) return values;
    all.set(key.id, values.value);
  }
  for (const key of plan.schluessel) {
    const parts = checkTeile(key, plan.schluessel);
    if (!parts.ok) return parts;
  }
  return ok(all);
}

/** The values of one key; the door for an imported table. */
export function valuesOf(key: Schluessel): Result<ReadonlyMap<string, Rational>> {
  const values = new Map<string, Rational>();
  for (const [kennung, text] of Object.entries(key.werte ?? {})) {
    const value = ratio.parse(text);
    if (!value.ok) return refuse(badValue(key, kennung, value.refusal.message));
    if (value.value.n < 0n)
      return refuse(badValue(key, kennung, `${text} ist negativ; ein Wert ist 0 oder größer.`));
    values.set(kennung, value.value);
  }
  if (!declaresHundred(key) || key.renormiert === true) return ok(values);
  const sum = ratio.sum(values.values());
  return ratio.cmp(sum, hundred) === 0
    ? ok(values)
    : refuse(notHundred(key.titel, percent(sum), 'in der Tabelle'));
}

/** As many digits as it takes, at most ten: `99,97961`. */
export function percent(value: Rational): string {
  return ratio
    .toDecimal(value, 10)
    .replace(/\.?0+$/, '')
    .replace('.', ',');
}

function checkTeile(key: Schluessel, all: readonly Schluessel[]): Result<null> {
  if (key.art !== 'kombination') return ok(null);
  const weights: Rational[] = [];
  for (const { schluessel, gewicht } of key.teile ?? []) {
    const part = all.find(({ id }) => id === schluessel);
    if (part === undefined) return refuse(unknownKey(schluessel, key.titel));
    if (part.art === 'kombination') return refuse(nested(key, part));
    const weight = ratio.parse(gewicht);
    if (!weight.ok) return refuse(badValue(key, part.titel, weight.refusal.message));
    if (weight.value.n < 0n) return refuse(badValue(key, part.titel, `${gewicht} ist negativ.`));
    weights.push(weight.value);
  }
  const sum = ratio.sum(weights);
  return ratio.cmp(sum, ratio.one) === 0 ? ok(null) : refuse(notOne(key, sum));
}

function badValue({ titel }: Schluessel, of: string, why: string) {
  return planRefusal('COSTS_VALUE_INVALID', `Schlüssel „${titel}“, ${of}: ${why}`, 'werte');
}

function nested({ titel }: Schluessel, part: Schluessel) {
  return planRefusal(
    'COSTS_KEY_NESTED',
    `Die Kombination „${titel}“ enthält mit „${part.titel}“ wieder eine Kombination. Nehmen Sie deren Teile einzeln auf.`,
    'teile',
  );
}

function notOne({ titel }: Schluessel, sum: Rational) {
  return planRefusal(
    'COSTS_COMBINATION_NOT_1',
    `Die Gewichte der Kombination „${titel}“ ergeben zusammen ${percent(sum)} statt genau 1. Ändern Sie die Gewichte.`,
    'teile',
  );
}
