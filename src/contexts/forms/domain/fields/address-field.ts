import type { Env } from '../expression/value.ts';
import type { Messages } from '../words/messages.ts';
import type { Behaviour, FieldInput } from './behaviour.ts';
import { isCountry } from './countries.ts';
import { type Part, partedField } from './parted-field.ts';
import { textProblem } from './text-input.ts';

/** The parts of an address, in the order in which people write them. */
export const addressParts = ['street', 'number', 'plz', 'city', 'country'] as const;

export type AddressPart = (typeof addressParts)[number];

const most: Readonly<Record<AddressPart, number>> = {
  street: 100,
  number: 20,
  plz: 12,
  city: 100,
  country: 2,
};

export function isPlz(text: string): boolean {
  return /^(?!00)\d{5}$/.test(text);
}

type Problem = Part['problem'];

/** An address: Straße, Hausnummer, PLZ (five digits in Germany) and Ort, where wanted with the country. */
export function addressField(
  words: Messages,
  { country = false }: { country?: boolean | undefined },
): Behaviour {
  const { address } = words;
  const filled =
    (part: AddressPart): Problem =>
    (text) =>
      text === '' ? address[part] : textProblem(words, text, most[part]);
  const abroad = (all: (name: string) => string): boolean => country && all('country') !== 'DE';
  const plz: Problem = (text, all) =>
    abroad(all) ? textProblem(words, text, most.plz) : isPlz(text) ? null : address.plz;
  const number: Problem = (text, all) => {
    if (abroad(all)) return textProblem(words, text, most.number);
    return /^\d/.test(text) ? textProblem(words, text, most.number) : address.number;
  };
  const city: Problem = (text, all, env) => {
    const cities = text === '' && !abroad(all) ? citiesOf(env, all('plz')) : [];
    return cities.length > 1
      ? address.cityOfPlz(cities.slice(0, 8).join(', '))
      : filled('city')(text, all, env);
  };
  const parts: Part[] = [
    { name: 'street', problem: filled('street') },
    { name: 'number', problem: number },
    { name: 'plz', problem: plz },
    { name: 'city', problem: city },
  ];
  if (country) parts.push({ name: 'country', problem: (text) => (isCountry(text) ? null : address.country) });
  return partedField(words, { parts, line: (part) => oneLine(part, country), completed });
}

function citiesOf({ places }: Pick<Env, 'places'>, plz: string): readonly string[] {
  return places?.citiesOf(plz) ?? [];
}

/** The place that a postcode names alone is filled in, so that nobody has to type it. */
function completed(address: Record<string, string>, { places }: FieldInput): void {
  const { plz = '', city, country = 'DE' } = address;
  if (city !== undefined || country !== 'DE') return;
  const [only, ...others] = places?.citiesOf(plz) ?? [];
  if (only !== undefined && others.length === 0) address.city = only;
}

function oneLine(part: (name: string) => string, abroad: boolean): string {
  const state = abroad && part('country') !== 'DE' ? part('country') : '';
  const lines = [`${part('street')} ${part('number')}`.trim(), `${part('plz')} ${part('city')}`.trim()];
  return [...lines, state].filter(Boolean).join(', ');
}
