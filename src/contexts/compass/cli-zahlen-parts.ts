import { ok, type Result } from '#kernel';
import type { Command, CommandInput, CommandOutput } from '#platform';
import { umfangNamen } from './figures/umfang.ts';
import type * as antworten from './use-cases/zahlen-antworten.ts';

export const text = { type: 'string' } as const;

const umfangOptions = Object.fromEntries(['datum', ...umfangNamen].map((name) => [name, text]));

export function command(
  capability: string,
  name: string,
  summary: string,
  options: NonNullable<Command['options']>,
  run: (anfrage: antworten.Anfrage) => Promise<Result<CommandOutput>>,
): Command {
  return {
    capability,
    name,
    usage: `<Organisation> [${['datum', ...Object.keys(options), 'kommune', 'themenfeld'].map((each) => `--${each} …`).join('] [')}]`,
    summary,
    options: { ...umfangOptions, ...options },
    arity: [1, 8],
    run: (input) => run(anfrageOf(input)),
  };
}

function anfrageOf({ principal, positionals, values }: CommandInput): antworten.Anfrage {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (typeof value === 'string') parameters.set(name, value);
  return { principal, parameters, organisation: positionals.join(' ') };
}

export function printed<A>(
  answer: Result<A>,
  toJson: (value: A) => unknown,
  toLines: (value: A) => readonly string[],
): Result<CommandOutput> {
  return answer.ok ? ok({ json: toJson(answer.value), text: toLines(answer.value).join('\n') }) : answer;
}

export const nothing = 'Dazu gibt es nichts zu zählen.';
