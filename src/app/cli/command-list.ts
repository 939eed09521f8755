import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '#platform';

/** What a command is called by, without what it does. */
export type ListedCommand = Pick<Command, 'name' | 'usage' | 'summary' | 'options' | 'arity'>;

/** Where the list of all commands lies; test/support/write-doors.ts writes it from the commands themselves. */
export const commandListFile = join(import.meta.dirname, 'commands.json');

/** Every command, so that help and a slip of the pen are answered without loading the program. */
export function readCommandList(): readonly ListedCommand[] {
  return JSON.parse(readFileSync(commandListFile, 'utf8')) as readonly ListedCommand[];
}

/** The list as it lies in the file. */
export function commandListText(commands: readonly Command[]): string {
  const lines = commands.map(({ name, usage, summary, options, arity }) =>
    JSON.stringify({ name, usage, summary, ...(options ? { options } : {}), arity }),
  );
  return `[\n${lines.join(',\n')}\n]\n`;
}
