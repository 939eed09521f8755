import type { ParseArgsConfig } from 'node:util';
import type { Result } from '#kernel';
import type { Principal } from './principal.ts';

/** What a command prints: `json` with `--json`, otherwise `text`, both on standard output. */
export interface CommandOutput {
  readonly json: unknown;
  readonly text: string;
  /** Set where the command did its work and found something: it then ends with exit code 1. */
  readonly found?: boolean;
}

/** The value of an option; several where the command allows it to be repeated. */
export type OptionValue = string | readonly string[] | boolean | undefined;

/** What a command gets: its words after the name, its options, and the operator as whom it acts. */
export interface CommandInput {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, OptionValue>>;
  readonly principal: Principal;
  /** Tells a person what goes on; standard error. */
  readonly say: (line: string) => void;
}

/** One command of `leitwerk`; every command also knows `--json` and `--help`. */
export interface Command {
  readonly capability: string;
  /** One or more words: `duties`, `demo code`. */
  readonly name: string;
  /** What follows the name: `<body> [--date JJJJ-MM-TT]`. */
  readonly usage: string;
  readonly summary: string;
  readonly options?: ParseArgsConfig['options'];
  /** How many words it wants, at least and at most. */
  readonly arity: readonly [number, number];
  readonly run: (input: CommandInput) => Promise<Result<CommandOutput>>;
}
