import type { Messages } from '../words/messages.ts';
import type { Behaviour } from './behaviour.ts';
import { textual } from './text-fields.ts';

/** Whether the check digits fit (ISO 7064 MOD 97-10); a German IBAN has 22 characters. */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  if (iban.startsWith('DE') && iban.length !== 22) return false;
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** An IBAN, kept without blanks and shown in groups of four. */
export function ibanField(words: Messages): Behaviour {
  const behaviour = textual(words, 60, (text) => {
    const iban = text.replaceAll(/\s/g, '').toUpperCase();
    return isIban(iban) ? { text: iban } : { problem: words.iban };
  });
  return {
    ...behaviour,
    show: (answer, env) => behaviour.show(answer, env).replaceAll(/(.{4})(?=.)/g, '$1 '),
  };
}
