import { formatLocalDate, ok, parseLocalDate, type Result, refuse } from '#kernel';
import type { Command, CommandInput, CommandOutput } from '#platform';
import { delegationStatementCommands } from './cli-delegation-statements.ts';
import { unknownDelegation } from './delegation-errors.ts';
import type { DutiesDeps } from './doors-deps.ts';
import { delegationRow, delegationRows } from './use-cases/answer-delegations.ts';
import { delegationJson, findingsJson } from './views/delegation-json.ts';

const text = { type: 'string' } as const;
const date = { date: text } as const;

/** The register of delegations on the command line. */
export function delegationCommands(deps: DutiesDeps): readonly Command[] {
  return [...readCommands(deps), ...delegationStatementCommands(deps)];
}

function readCommands(deps: DutiesDeps): readonly Command[] {
  return [
    {
      capability: 'duties.delegations',
      name: 'delegation list',
      usage: '[--date JJJJ-MM-TT]',
      summary: 'Das Register der Übertragungen mit ihrem Stand an einem Tag',
      options: date,
      arity: [0, 0],
      run: (input) =>
        onDay(deps, input, async (day) => {
          const rows = delegationRows(await deps.world(), day);
          const lines = rows.map(
            ({ uebertragung, von, nach, aufgaben, stand }) =>
              `${uebertragung.id}  ${stand.padEnd(8)}  ${von} → ${nach}: ${aufgaben}`,
          );
          return ok({ json: { date: day, delegationen: rows.map(delegationJson) }, text: lines.join('\n') });
        }),
    },
    {
      capability: 'duties.delegation',
      name: 'delegation show',
      usage: '<Übertragung> [--date JJJJ-MM-TT]',
      summary: 'Eine Übertragung des Registers',
      options: date,
      arity: [1, 1],
      run: (input) =>
        onDay(deps, input, async (day) => {
          const world = await deps.world();
          const [id = ''] = input.positionals;
          const found = world.duties.facts.regelwerk.uebertragungen.find((each) => each.id === id);
          if (found === undefined) return refuse(unknownDelegation(id));
          const json = delegationJson(delegationRow(world, found, day));
          return ok({ json, text: JSON.stringify(json, null, 2) });
        }),
    },
    {
      capability: 'duties.delegation.findings',
      name: 'delegation findings',
      usage: '[--date JJJJ-MM-TT]',
      summary: 'Lücken, Überschneidungen und Kreisläufe im ganzen Land',
      options: date,
      arity: [0, 0],
      run: (input) =>
        onDay(deps, input, async (day) => {
          const json = findingsJson(await deps.world(), day);
          const head = `Stand ${formatLocalDate(day)}: ${json.mitStelle} von ${json.paare} Paaren haben genau eine Stelle, ${json.offen} sind offen`;
          return ok({ json, text: [head, ...json.befunde.map((each) => each.text)].join('\n') });
        }),
    },
  ];
}

async function onDay(
  deps: DutiesDeps,
  { values }: CommandInput,
  run: (day: ReturnType<DutiesDeps['clock']['today']>) => Promise<Result<CommandOutput>>,
): Promise<Result<CommandOutput>> {
  const day = typeof values.date === 'string' ? parseLocalDate(values.date) : ok(deps.clock.today());
  return day.ok ? run(day.value) : day;
}
