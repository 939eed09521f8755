import { type Leistungsende, readEndedLeistungen } from '#catalogue';
import { dataFolder } from './load-reference-data.ts';

/** What the product ships on the ends of Leistungen, each with its source. */
export function shippedEnden(): readonly Leistungsende[] {
  const read = readEndedLeistungen(dataFolder);
  if (!read.ok) throw new Error(read.refusal.message);
  return read.value;
}
