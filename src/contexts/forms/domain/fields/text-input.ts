import type { Json } from '../json.ts';
import { limits } from '../limits.ts';
import type { Messages } from '../words/messages.ts';

/** Typed text: composed letters, one kind of line break, no blanks around it, no more than can be kept. */
export function cleanText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const cut = text.slice(0, limits.textLength + 1);
  return cut.normalize('NFC').replaceAll('\r\n', '\n').trim();
}

// Everything below the blank but tab and line feed, and the C1 block.
const control = /[\p{Cc}--[\t\n]]/v;

/** What is wrong with any text, or null. */
export function textProblem(words: Messages, text: string, max: number): string | null {
  if (text.length > max) return words.tooLong(max);
  return control.test(text) ? words.controlCharacters : null;
}

/** The answer as text, where it is text or a number that was typed. */
export function textOf(answer: Json): string | null {
  if (typeof answer === 'string') return answer;
  return null;
}
