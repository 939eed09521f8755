import { textType } from '../expression/types.ts';
import { isJsonObject, type Json, ownValue } from '../json.ts';
import { messages } from '../messages.ts';
import { type Behaviour, type Check, invalid } from './behaviour.ts';
import { cleanText, textProblem } from './text-input.ts';

/** The parts of an address, in the order in which people write them. */
export const addressParts = ['street', 'number', 'plz', 'city'] as const;

export type AddressPart = (typeof addressParts)[number];

const most: Readonly<Record<AddressPart, number>> = { street: 100, number: 20, plz: 5, city: 100 };

function partOf(answer: Json, part: AddressPart): string {
  const value = isJsonObject(answer) ? ownValue(answer, part) : undefined;
  return typeof value === 'string' ? value : '';
}

function problemOf(part: AddressPart, text: string): string | null {
  if (part === 'plz') return /^(?!00)\d{5}$/.test(text) ? null : messages.address.plz;
  if (part === 'number') return /^\d/.test(text) ? textProblem(text, most.number) : messages.address.number;
  return text === '' ? messages.address[part] : textProblem(text, most[part]);
}

/** An address in Germany: Straße, Hausnummer, PLZ (five digits) and Ort. */
export function addressField(): Behaviour {
  const check = (answer: Json): Check => {
    if (!isJsonObject(answer)) return invalid(messages.wrongShape);
    const parts: string[] = [];
    for (const part of addressParts) {
      const text = partOf(answer, part);
      const problem = problemOf(part, text);
      if (problem) return invalid(problem, part);
      parts.push(text);
    }
    return { ok: true, value: oneLine(answer), parts };
  };
  return {
    type: textType,
    parts: { street: textType, number: textType, plz: textType, city: textType },
    read: (input) => {
      const address: Record<string, string> = {};
      for (const part of addressParts) {
        const text = cleanText(input.one(part));
        if (text) address[part] = text;
      }
      return Object.keys(address).length > 0 ? address : undefined;
    },
    check,
    show: oneLine,
  };
}

function oneLine(answer: Json): string {
  const [street, number, plz, city] = addressParts.map((part) => partOf(answer, part));
  return [`${street} ${number}`.trim(), `${plz} ${city}`.trim()].filter(Boolean).join(', ');
}
