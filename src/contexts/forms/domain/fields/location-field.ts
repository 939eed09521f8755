import { integerType, textType } from '../expression/types.ts';
import { isJsonObject, type Json, ownValue } from '../json.ts';
import type { Messages } from '../words/messages.ts';
import { type Behaviour, type Check, invalid } from './behaviour.ts';
import { cleanText, textOf, textProblem } from './text-input.ts';

const shape = /^(-?\d{1,2}(?:[.,]\d{1,7})?)\s*(?:;|,\s|\s)\s*(-?\d{1,3}(?:[.,]\d{1,7})?)$/;

/** `52.0281, 8.9001` as millionths of a degree, north and east; null where it is no position. */
export function readPosition(text: string): readonly [number, number] | null {
  const match = shape.exec(text.trim());
  const [lat, lon] = [1, 2].map((part) =>
    Math.round(Number((match?.[part] ?? '999').replace(',', '.')) * 1e6),
  );
  if (lat === undefined || lon === undefined) return null;
  return Math.abs(lat) <= 90e6 && Math.abs(lon) <= 180e6 ? [lat, lon] : null;
}

/** A place: its position, its description in words, or both. */
export function locationField(words: Messages): Behaviour {
  const check = (answer: Json): Check => {
    if (!isJsonObject(answer)) return invalid(words.wrongShape);
    const [point, text] = [partOf(answer, 'point'), partOf(answer, 'text')];
    const position = readPosition(point);
    if (position === null && (point !== '' || text === '')) return invalid(words.location, 'point');
    const problem = textProblem(words, text, 500);
    if (problem) return invalid(problem, 'text');
    return { ok: true, value: line(answer), parts: [position?.[0], position?.[1], text || undefined] };
  };
  return {
    type: textType,
    parts: { lat: integerType, lon: integerType, text: textType },
    read: (input) => {
      const [point, text] = [cleanText(input.one('point')), cleanText(input.one('text'))];
      if (!point && !text) return undefined;
      return { ...(point ? { point } : {}), ...(text ? { text } : {}) };
    },
    check,
    show: line,
  };
}

function partOf(answer: Json, name: string): string {
  return isJsonObject(answer) ? (textOf(ownValue(answer, name) ?? '') ?? '') : '';
}

function line(answer: Json): string {
  return [partOf(answer, 'text'), partOf(answer, 'point')].filter(Boolean).join(' – ');
}
