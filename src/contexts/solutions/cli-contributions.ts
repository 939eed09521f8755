import type { Result } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  commandJson,
  organisationOption,
  organisationUsage,
  type Principal,
} from '#platform';
import { importCommand } from './cli-import.ts';
import { beitragOutput, largestFile } from './cli-parts.ts';
import type { LoesungInput } from './domain/loesung-input.ts';
import type { SolutionsDeps } from './solutions-deps.ts';
import { contributeChange, contributeNew, reviseContribution } from './use-cases/contribute.ts';
import { contributeEnd, contributeMerge } from './use-cases/end-or-merge.ts';
import { inputOf } from './use-cases/input-of.ts';
import { changeable } from './use-cases/keep-beitrag.ts';
import { findBeitrag } from './use-cases/read-beitraege.ts';
import { inhaltBody } from './views/loesung-json.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Contributing to the register on the command line; contents come as JSON as the API takes them. */
export function contributionCommands(deps: SolutionsDeps): readonly Command[] {
  return [...contentCommands(deps), ...endCommands(deps), importCommand(deps)];
}

function contentCommands(deps: SolutionsDeps): readonly Command[] {
  const options = { ...organisationOption, note: text, draft: flag, from: text };
  return [
    {
      capability: 'solutions.contribute',
      name: 'loesungen add',
      usage: `<Inhalt.json> [--from JJJJ-MM-TT] [--note <Text>] [--draft] ${organisationUsage}`,
      summary: 'Eine neue Lösung beitragen',
      options,
      arity: [1, 1],
      run: (input) =>
        withContent(deps, input, input.positionals[0], async (principal, content) =>
          beitragOutput(await contributeNew(deps, principal, content, notesOf(input))),
        ),
    },
    {
      capability: 'solutions.change',
      name: 'loesungen change',
      usage: `<Kennung> <Inhalt.json> [--basis <grundlage>] [--from JJJJ-MM-TT] [--note <Text>] [--draft] ${organisationUsage}`,
      summary: 'Eine Änderung beitragen; --basis nennt die gelesene Fassung, ohne Angabe die neueste',
      options: { ...options, basis: text },
      arity: [2, 2],
      run: (input) =>
        withContent(deps, input, input.positionals[1], async (principal, content) => {
          const id = input.positionals[0] ?? '';
          const newest = changeable(await deps.register(), id, null);
          if (!newest.ok) return newest;
          const grundlage = typeof input.values.basis === 'string' ? input.values.basis : newest.value.hash;
          return beitragOutput(
            await contributeChange(deps, principal, { id, grundlage }, content, notesOf(input)),
          );
        }),
    },
    {
      capability: 'solutions.revise',
      name: 'loesungen revise',
      usage: `<Beitrag> <Inhalt.json> [--from JJJJ-MM-TT] [--note <Text>] [--draft] ${organisationUsage}`,
      summary: 'Einen eigenen offenen Beitrag überarbeiten',
      options,
      arity: [2, 2],
      run: (input) =>
        withContent(deps, input, input.positionals[1], async (principal, content) => {
          const found = await findBeitrag(deps, principal, input.positionals[0] ?? '');
          if (!found.ok) return found;
          return beitragOutput(
            await reviseContribution(deps, principal, found.value, content, notesOf(input)),
          );
        }),
    },
  ];
}

function endCommands(deps: SolutionsDeps): readonly Command[] {
  return [
    {
      capability: 'solutions.end',
      name: 'loesungen end',
      usage: `<Kennung> <letzter Tag> --source <Quelle> ${organisationUsage}`,
      summary: 'Das Ende einer Lösung beitragen',
      options: { ...organisationOption, source: text },
      arity: [2, 2],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const [id = '', letzterTag = ''] = input.positionals;
          const begruendung = String(input.values.source ?? '');
          return beitragOutput(await contributeEnd(deps, principal, { id, letzterTag, begruendung }));
        }),
    },
    {
      capability: 'solutions.merge',
      name: 'loesungen merge',
      usage: `<Kennung des Doppels> <Kennung, die bleibt> --note <Woran man es sieht> ${organisationUsage}`,
      summary: 'Melden, dass eine Lösung doppelt steht',
      options: { ...organisationOption, note: text },
      arity: [2, 2],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const [id = '', inId = ''] = input.positionals;
          const begruendung = String(input.values.note ?? '');
          return beitragOutput(await contributeMerge(deps, principal, { id, inId, begruendung }));
        }),
    },
  ];
}

function notesOf({ values }: CommandInput) {
  return {
    giltAb: String(values.from ?? ''),
    begruendung: String(values.note ?? ''),
    entwurf: values.draft === true,
  };
}

function withContent(
  deps: SolutionsDeps,
  input: CommandInput,
  path: string | undefined,
  run: (principal: Principal, content: LoesungInput) => Promise<Result<CommandOutput>>,
): Promise<Result<CommandOutput>> {
  return asOrganisation(deps, input, async (principal) => {
    const content = await commandJson(path ?? '', inhaltBody, largestFile);
    return content.ok ? run(principal, inputOf(content.value)) : content;
  });
}
