import { ok, type Result, refuse } from '#kernel';
import type { ListedCommand } from './command-list.ts';

/** The command that the words begin with, and the words after its name. */
export interface MatchedCommand<Known extends ListedCommand> {
  readonly command: Known;
  readonly rest: readonly string[];
}

/** Finds the longest name that the words begin with; an unknown one is told the names that come near. */
export function matchCommand<Known extends ListedCommand>(
  words: readonly string[],
  commands: readonly Known[],
): Result<MatchedCommand<Known>> {
  const matching = commands
    .map((command) => ({ command, length: command.name.split(' ').length }))
    .filter(({ command, length }) => words.slice(0, length).join(' ') === command.name)
    .sort((a, b) => b.length - a.length)[0];
  if (matching) return ok({ command: matching.command, rest: words.slice(matching.length) });
  const first = words[0] ?? '';
  const near = commands.filter(
    ({ name }) => name.startsWith(first.slice(0, 3)) || name.split(' ').includes(first),
  );
  return refuse({
    kind: 'invalid',
    code: 'COMMAND_UNKNOWN',
    message: `Den Befehl „${first}“ gibt es nicht. Alle Befehle zeigt: leitwerk help`,
    suggestions: near.map(({ name, summary }) => ({ key: name, label: summary })),
  });
}
