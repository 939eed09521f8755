import { exactly } from '../model/literals.ts';
import { type Abstract, anything, type Known, numbers, truth } from './abstract.ts';
import { dateOf, earliestDay, latestDay } from './dates.ts';

type Value = string | number | boolean | readonly string[] | undefined;
type Call = (name: string, args: readonly Value[]) => Value;
type NumberSet = Extract<Known, { kind: 'number' }>;

/** So many combinations of arguments are tried one by one. */
const most = 400;

/** What a function of the language can yield. Functions that this does not know may yield anything. */
export function applied(name: string, args: readonly Abstract[], call: Call): Abstract {
  if (args.some(({ known }) => known === null)) return { none: true, known: null };
  const none = args.some((arg) => arg.none);
  const [first, second] = args.map(({ known }) => known);
  if (name === 'age' && isNumbers(first)) {
    const on = second ?? null;
    return on === null || isNumbers(on) ? monotone(call, first, on, none) : anything;
  }
  if (name === 'days' && isNumbers(first) && isNumbers(second))
    return numbers('integer', second.low - first.high, second.high - first.low, none);
  if (name === 'year' && isNumbers(first))
    return numbers('integer', yearOf(first.low), yearOf(first.high), none);
  if (name === 'add_days' && isNumbers(first) && isNumbers(second))
    return moved(first.low + second.low, first.high + second.high, none);
  if (name === 'length' && first?.kind === 'text') return lengthOf(first, none);
  return tried(name, args, call, none);
}

function isNumbers(known: Known | null | undefined): known is NumberSet {
  return known?.kind === 'number';
}

function yearOf(day: number): number {
  return Number(dateOf(day).slice(0, 4));
}

function moved(low: number, high: number, none: boolean): Abstract {
  const outside = low < earliestDay || high > latestDay;
  return numbers('date', Math.max(low, earliestDay), Math.min(high, latestDay), none || outside);
}

/** Age falls with the day of birth and grows with the day that is asked about. */
function monotone(call: Call, born: NumberSet, on: NumberSet | null, none: boolean): Abstract {
  const at = (birth: number, day: number | undefined): number => {
    const value = call('age', day === undefined ? [dateOf(birth)] : [dateOf(birth), dateOf(day)]);
    return typeof value === 'number' ? value : 0;
  };
  return numbers('integer', at(born.high, on?.low), at(born.low, on?.high), none);
}

function lengthOf(text: Extract<Known, { kind: 'text' }>, none: boolean): Abstract {
  const lengths = [...text.values].map((value) => value.length);
  const all = text.other ? [...lengths, text.other.shortest, text.other.longest] : lengths;
  return numbers('integer', Math.min(...all), Math.max(...all), none);
}

/** A text that no list of anybody holds. */
const unlisted = '\u0001';

/** The single values of a set, where they are few; any other text stands as one that no list holds. */
function singlesOf(known: Known | null): readonly Value[] | null {
  if (known?.kind === 'text') return known.other ? [...known.values, unlisted] : [...known.values];
  if (known?.kind === 'truth') return [...(known.yes ? [true] : []), ...(known.no ? [false] : [])];
  if (known?.kind === 'texts' && known.maybe.size === 0 && !known.other) return [[...known.sure]];
  return null;
}

function tried(name: string, args: readonly Abstract[], call: Call, none: boolean): Abstract {
  if (name !== 'street_in') return anything;
  const choices = args.map(({ known }) => singlesOf(known));
  let rows: readonly (readonly Value[])[] = [[]];
  for (const choice of choices) {
    if (choice === null || rows.length * choice.length > most) return truthOrOpen(none);
    rows = rows.flatMap((row) => choice.map((value) => [...row, value]));
  }
  const results = rows.map((row) => exactly('boolean', call(name, row)));
  const isYes = results.some(({ known }) => known?.kind === 'truth' && known.yes);
  const isNo = results.some(({ known }) => known?.kind !== 'truth' || known.no);
  return { none, known: truth(isYes, isNo).known };
}

function truthOrOpen(none: boolean): Abstract {
  return { none, known: { kind: 'truth', yes: true, no: true } };
}
