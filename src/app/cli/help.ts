import type { ListedCommand } from './command-list.ts';

/** The page of all commands. */
export function generalHelp(commands: readonly ListedCommand[]): string {
  const rows = commands.map((command) => ({
    call: `${command.name} ${command.usage}`.trim(),
    summary: command.summary,
  }));
  const lines = rows.map(({ call, summary }) => `  ${call}\n      ${summary}`);
  return `leitwerk: was eine Kommune online schuldet, und warum\n\nAufruf: leitwerk <Befehl> [Angaben]\n\n${lines.join('\n')}\n\nJeder Befehl kennt --json (Antwort als JSON) und --help. Rückgabewerte: docs/command-line.md\n`;
}

/** The help of one command. */
export function commandHelp(command: ListedCommand): string {
  return `leitwerk ${command.name} ${command.usage}\n  ${command.summary}\n`;
}
