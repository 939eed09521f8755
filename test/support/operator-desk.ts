import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { readConfig } from '#platform';
import { matchCommand } from '../../src/app/cli/match-command.ts';
import { openOperation } from '../../src/app/cli/operation.ts';
import { operatorPrincipal } from '../../src/app/cli/operator.ts';

/** The command line beside a started program, opened once for many commands. */
export interface OperatorDesk extends AsyncDisposable {
  /** Runs a command as an account of the system; its JSON. */
  readonly run: (account: string, words: readonly string[]) => Promise<unknown>;
}

export function operatorDesk(dataFolder: string, port: number): OperatorDesk {
  const config = readConfig({ LEITWERK_DATA: dataFolder, PORT: String(port) }, dataFolder);
  assert.ok(config.ok);
  const operation = openOperation(config.value);
  return {
    run: async (account, words) => {
      const matched = matchCommand(words, operation.commands);
      assert.ok(matched.ok, words.join(' '));
      const { command, rest } = matched.value;
      const { values, positionals } = parseArgs({
        args: [...rest],
        options: command.options ?? {},
        allowPositionals: true,
      });
      const principal = operatorPrincipal({ USER: account });
      const result = await command.run({
        positionals,
        values: values as Record<string, string | boolean | undefined>,
        principal,
        say: () => {},
      });
      assert.ok(result.ok, `${words.join(' ')}: ${result.ok ? '' : JSON.stringify(result.refusal)}`);
      return result.value.json;
    },
    [Symbol.asyncDispose]: () => operation[Symbol.asyncDispose](),
  };
}
