import { parseArgs } from 'node:util';
import { exitCodeOfRefusal, problemOf, type Refusal, type Result, refuse } from '#kernel';
import type { CommandInput, CommandOutput } from '#platform';
import { readConfig } from '#platform/config';
import { type ListedCommand, readCommandList } from './command-list.ts';
import { commandHelp, generalHelp } from './help.ts';
import { matchCommand } from './match-command.ts';

/** What the command line reads and where it writes. */
export interface CliWorld {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingFolder: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const exitFault = 70;
const exitFound = 1;
const commonOptions = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;

/** Runs one command; resolves to the exit code (docs/command-line.md). Only a command that is to run loads the program. */
export async function runCli(words: readonly string[], world: CliWorld): Promise<number> {
  const config = readConfig(world.environment, world.workingFolder);
  if (!config.ok) return sayRefusal(config.refusal, wantsJson(words), world);
  const commands = readCommandList();
  if (words.length === 0 || words[0] === 'help' || words[0] === '--help' || words[0] === '-h') {
    world.out(generalHelp(commands));
    return 0;
  }
  const matched = matchCommand(words, commands);
  if (!matched.ok) return sayRefusal(matched.refusal, wantsJson(words), world);
  const { command, rest } = matched.value;
  const parsed = parse(command, rest);
  if (!parsed.ok) return sayRefusal(parsed.refusal, wantsJson(words), world);
  const { values, positionals } = parsed.value;
  if (values.help) {
    world.out(commandHelp(command));
    return 0;
  }
  try {
    const { runCommand } = await import('./run-command.ts');
    const say = (line: string) => world.err(`${line}\n`);
    const result = await runCommand(
      config.value,
      command.name,
      { positionals, values, say },
      world.environment,
    );
    return sayResult(result, values.json === true, world);
  } catch (error) {
    world.err(`${error instanceof Error ? error.message : error}\n`);
    return exitFault;
  }
}

type ParsedWords = {
  readonly values: CommandInput['values'];
  readonly positionals: readonly string[];
};

function parse(command: ListedCommand, rest: readonly string[]): Result<ParsedWords> {
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      options: { ...command.options, ...commonOptions },
      allowPositionals: true,
      strict: true,
    });
    const [least, most] = command.arity;
    if (!values.help && (positionals.length < least || positionals.length > most)) {
      return refuse(
        usage(command, positionals.length < least ? 'Es fehlt eine Angabe.' : 'Das sind zu viele Angaben.'),
      );
    }
    return { ok: true, value: { values: values as ParsedWords['values'], positionals } };
  } catch (error) {
    return refuse(usage(command, misread(error)));
  }
}

/** Which word could not be read, as people are told: Node says it to programmers. */
function misread(error: unknown): string {
  if (!(error instanceof Error && 'code' in error)) throw error;
  const [option = 'Eine Angabe'] = /--?[\w-]+/.exec(error.message) ?? [];
  return error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    ? `„${option}“ kennt dieser Befehl nicht.`
    : `Zu „${option}“ fehlt der Wert, oder es steht einer, wo keiner hingehört.`;
}

function usage(command: ListedCommand, what: string): Refusal {
  return {
    kind: 'invalid',
    code: 'COMMAND_USAGE',
    message: `${what} Aufruf: leitwerk ${command.name} ${command.usage}`.trim(),
  };
}

function wantsJson(words: readonly string[]): boolean {
  return words.includes('--json');
}

function sayResult(result: Result<CommandOutput>, json: boolean, world: CliWorld): number {
  if (!result.ok) return sayRefusal(result.refusal, json, world);
  const text = json ? JSON.stringify(result.value.json, null, 2) : result.value.text;
  if (text !== '') world.out(text.endsWith('\n') ? text : `${text}\n`);
  return result.value.found === true ? exitFound : 0;
}

function sayRefusal(refusal: Refusal, json: boolean, world: CliWorld): number {
  if (json) world.out(`${JSON.stringify(problemOf(refusal), null, 2)}\n`);
  world.err(`${refusal.message}\n`);
  for (const { field, message } of refusal.fields ?? []) world.err(`  ${field}: ${message}\n`);
  for (const { key, label } of refusal.suggestions ?? []) world.err(`  ${key}  ${label}\n`);
  return exitCodeOfRefusal(refusal.kind);
}
