import type { Messages } from '../words/messages.ts';
import type { Behaviour } from './behaviour.ts';
import { textual } from './text-fields.ts';

const shape = /^([A-ZÄÖÜ]{1,3})(?:\s*-\s*|\s+)([A-Z]{1,2})\s*-?\s*([1-9]\d{0,3})\s*([EH]?)$/;

/**
 * A German number plate in one way of writing: `LIP-AB 123`, `LIP-AB 12E`. Unterscheidungszeichen of one to three letters,
 * Erkennungsnummer of one or two letters and one to four digits without leading zero, at most eight places
 * (FZV, Anlage 2), E for electric and H for historic vehicles. Null where it is none.
 */
export function normalPlate(text: string): string | null {
  const match = shape.exec(text.trim().toUpperCase());
  if (!match) return null;
  const [, place = '', letters = '', digits = '', mark = ''] = match;
  if (place.length + letters.length + digits.length + mark.length > 8) return null;
  return `${place}-${letters} ${digits}${mark}`;
}

export function plateField(words: Messages): Behaviour {
  return textual(words, 20, (text) => {
    const plate = normalPlate(text);
    return plate ? { text: plate } : { problem: words.plate };
  });
}
