import { createHash } from 'node:crypto';
import type { Arbeitspunkt } from '../domain/bericht.ts';

/** The sum of what a person ticks off: another text is another piece of work. */
export function textSumme({ text, titel }: Pick<Arbeitspunkt, 'text' | 'titel'>): string {
  return createHash('sha256').update(`${titel}\n${text}`.replace(/\s+/g, ' ')).digest('hex');
}
