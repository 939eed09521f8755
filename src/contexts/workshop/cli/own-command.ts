import type { Result } from '#kernel';
import type { Command, CommandInput, CommandOutput } from '#platform';
import type { Autor } from '../use-cases/autor.ts';

export const text = { type: 'string' } as const;

export const flag = { type: 'boolean' } as const;

export interface Own extends Omit<Command, 'run'> {
  readonly act: (autor: Autor, input: CommandInput) => Promise<Result<CommandOutput>>;
}
