import type { Result } from '#kernel';
import type { CommandInput, CommandOutput, Config } from '#platform';
import { commandLogger } from './command-logger.ts';
import { operatorPrincipal } from './operator.ts';
import { RefusedStart } from './refused-start.ts';

/** Runs a command by its name as the operator; gives back what it opened. */
export async function runCommand(
  config: Config,
  name: string,
  words: Omit<CommandInput, 'principal'>,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Result<CommandOutput>> {
  const input = { ...words, principal: operatorPrincipal(environment) };
  // What only watches over the others stays as long as they do, and must not hold the program that they run.
  if (name === 'start') {
    const { startCommand } = await import('../start-command.ts');
    return startCommand({ config, logger: commandLogger(config) }).run(input);
  }
  const { openOperation } = await import('./operation.ts');
  await using operation = openOperation(config);
  try {
    const command = operation.commands.find((one) => one.name === name);
    if (!command)
      throw new Error(`There is no command ${name}: test/support/write-doors.ts writes their list.`);
    return await command.run(input);
  } catch (error) {
    if (error instanceof RefusedStart) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
