import assert from 'node:assert/strict';
import { operatorPrincipal } from '../../src/app/cli/operator.ts';
import { allCommands } from '../../src/app/commands.ts';
import type { RunningApp } from './running-app.ts';

/** Runs a command in this process on the running application's database, as the operator; its JSON. */
export async function runCommand(
  { services }: RunningApp,
  name: string,
  positionals: readonly string[],
  values: Readonly<Record<string, string | boolean>> = {},
): Promise<unknown> {
  const noInstance = async () => {
    throw new Error('This command needs a process of its own.');
  };
  const command = allCommands(services, { instance: noInstance }).find((one) => one.name === name);
  assert.ok(command, `there is no command ${name}`);
  const principal = operatorPrincipal({ USER: 'test' });
  const result = await command.run({ positionals, values, principal, say: () => {} });
  assert.ok(result.ok, result.ok ? '' : result.refusal.message);
  return result.value.json;
}
