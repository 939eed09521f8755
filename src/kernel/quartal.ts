import type { Brand } from './brand.ts';
import { type LocalDate, localDate } from './local-date.ts';
import type { Refusal } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';

/** A quarter of a year, `YYYY-Qn`, between 1900-Q1 and 2100-Q4. Texts of it sort as the quarters do. */
export type Quartal = Brand<string, 'Quartal'>;

const exact = /^(\d{4})-Q([1-4])$/;
const spellings = [
  /^(?<jahr>\d{4})\s*[-/ ]?\s*Q?(?<nr>[1-4])$/i,
  /^Q(?<nr>[1-4])\s*[-/ ]?\s*(?<jahr>\d{4})$/i,
  /^(?<nr>[1-4])\s*\/\s*(?<jahr>\d{4})$/,
  /^(?<nr>[1-4])\.\s*Quartal\s*(?<jahr>\d{4})$/i,
];

/** Parses `2027-Q1`, and as people write it: `Q1/2027`, `1/2027`, `1. Quartal 2027`. Refuses years outside 1900–2100. */
export function parseQuartal(text: string): Result<Quartal> {
  const given = text.trim();
  const groups = spellings.map((shape) => shape.exec(given)?.groups).find((found) => found !== undefined);
  const [jahr, nr] = [Number(groups?.jahr ?? 0), groups?.nr ?? ''];
  return jahr >= 1900 && jahr <= 2100 ? ok(`${jahr}-Q${nr}` as Quartal) : refuse(invalidQuartal(text));
}

function invalidQuartal(text: string): Refusal {
  const message = `„${text}“ ist kein Quartal der Form JJJJ-Qn, zum Beispiel 2027-Q1.`;
  return { kind: 'invalid', code: 'QUARTAL_INVALID', message, fields: [{ field: 'quartal', message }] };
}

/** Parses a quarter that stands in our own code or data; throws where it is none. */
export function quartal(text: string): Quartal {
  const parsed = parseQuartal(text);
  if (!parsed.ok) throw new Error(parsed.refusal.message);
  return parsed.value;
}

/** The quarter in which a day lies. */
export function quartalOf(date: LocalDate): Quartal {
  return quartal(`${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`);
}

/** The quarter `steps` after (or, negative, before) another; the next one where nothing is said. */
export function nextQuartal(of: Quartal, steps = 1): Quartal {
  const index = quartalIndex(of) + steps;
  return quartal(`${Math.floor(index / 4)}-Q${(((index % 4) + 4) % 4) + 1}`);
}

/** All quarters from one to another, both inclusive; none where the second lies before the first. */
export function quartaleBetween(from: Quartal, to: Quartal): readonly Quartal[] {
  const count = quartalIndex(to) - quartalIndex(from) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, step) => nextQuartal(from, step));
}

/** The first day of a quarter. */
export function quartalBegin(of: Quartal): LocalDate {
  const month = (Number(of.slice(6)) - 1) * 3 + 1;
  return localDate(`${of.slice(0, 4)}-${String(month).padStart(2, '0')}-01`);
}

/** `1. Quartal 2027`, as German readers write it. */
export function formatQuartal(of: Quartal): string {
  return `${of.slice(6)}. Quartal ${of.slice(0, 4)}`;
}

/** Counts quarters from the year 0, so that differences are steps. */
function quartalIndex(of: Quartal): number {
  const [, jahr, nr] = exact.exec(of) ?? [];
  return Number(jahr) * 4 + Number(nr) - 1;
}
