import type { ParseArgsConfig } from 'node:util';
import { z } from 'zod';

/** A filter of a list, as far as a door must know it to name it. */
interface NamedFilter {
  readonly key: string;
  readonly label: string;
}

const oneOrMany = z.union([z.string(), z.array(z.string())]).optional();

/**
 * What the API takes for a list, under the names that the page's address has: words to search for, the order, and each
 * filter once or several times. The list itself says which values it knows.
 */
export function listQueryShape(filters: readonly NamedFilter[]) {
  return {
    suche: z.string().max(200).optional().describe('Wörter, die alle vorkommen'),
    sortierung: z.string().max(40).optional().describe('Spalte; mit Minuszeichen davor absteigend'),
    ...Object.fromEntries(filters.map(({ key, label }) => [key, oneOrMany.describe(label)])),
  };
}

/** The same as options of a command; each filter may stand several times. */
export function listOptions(filters: readonly NamedFilter[]): NonNullable<ParseArgsConfig['options']> {
  return {
    suche: { type: 'string' },
    sortierung: { type: 'string' },
    ...Object.fromEntries(filters.map(({ key }) => [key, { type: 'string', multiple: true } as const])),
  };
}

/** The same in the usage of a command. */
export function listUsage(filters: readonly NamedFilter[]): string {
  return [
    '[--suche <Wörter>]',
    ...filters.map(({ key }) => `[--${key} <Wert>]`),
    '[--sortierung <Feld>]',
  ].join(' ');
}
