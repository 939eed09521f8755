import { readFile } from 'node:fs/promises';
import { ok, type Result, refuse } from '#kernel';
import {
  asOrganisation,
  type Command,
  type CommandInput,
  type CommandOutput,
  commandUsage,
  type OptionValue,
  organisationOption,
  organisationUsage,
  type Principal,
} from '#platform';
import { type VorschlagArt, vorschlagArten } from './domain/regel-review.ts';
import type { DutiesDeps } from './doors-deps.ts';
import { note, propose } from './review-actions.ts';
import { previewEffect } from './use-cases/preview-effect.ts';
import { effectJson } from './views/review-json.ts';

const text = { type: 'string' } as const;

export function proposeCommands(deps: DutiesDeps): readonly Command[] {
  return [
    {
      capability: 'duties.rule.preview',
      name: 'rules preview',
      usage: `<Regel> <${arten}> [--file <regel.json>] ${organisationUsage}`,
      summary: 'Wen eine Änderung an einer Regel beträfe; nichts wird gespeichert',
      options: proposalOptions,
      arity: [2, 2],
      run: (input) => withProposal(deps, input, (_, proposal) => previewText(deps, proposal)),
    },
    {
      capability: 'duties.rule.propose',
      name: 'rules propose',
      usage: `<Regel> <${arten}> --reason <Begründung> [--file <regel.json>] ${organisationUsage}`,
      summary: 'Vorschlagen, was aus einer Regel werden soll',
      options: proposalOptions,
      arity: [2, 2],
      run: (input) =>
        withProposal(deps, input, async (principal, proposal) => {
          const proposed = await propose(deps, principal, proposal);
          return proposed.ok
            ? ok({ json: proposed.value, text: `Vorgeschlagen: ${proposed.value.id}` })
            : proposed;
        }),
    },
    {
      capability: 'duties.rule.note',
      name: 'rules note',
      usage: `<Regel> <Text> ${organisationUsage}`,
      summary: 'Eine Frage oder einen Hinweis zu einer Regel schreiben',
      options: organisationOption,
      arity: [2, 400],
      run: (input) =>
        asOrganisation(deps, input, async (principal) => {
          const [regelId = '', ...words] = input.positionals;
          const noted = await note(deps, principal, regelId, words.join(' '));
          return noted.ok ? ok({ json: noted.value, text: 'Geschrieben.' }) : noted;
        }),
    },
  ];
}

export interface Proposal {
  readonly regelId: string;
  readonly art: VorschlagArt;
  readonly begruendung: string;
  readonly regel: Record<string, unknown> | null;
}

async function withProposal(
  deps: DutiesDeps,
  input: CommandInput,
  run: (principal: Principal, proposal: Proposal) => Promise<Result<CommandOutput>>,
): Promise<Result<CommandOutput>> {
  const [regelId = '', word] = input.positionals;
  const art = vorschlagArten.find((each) => each === word);
  if (art === undefined)
    return refuse(commandUsage(`Was soll mit der Regel geschehen? Möglich sind: ${arten}.`));
  const regel = await regelOfFile(input.values.file);
  if (!regel.ok) return regel;
  const begruendung = typeof input.values.reason === 'string' ? input.values.reason : '';
  const proposal = { regelId, art, begruendung, regel: regel.value };
  return asOrganisation(deps, input, (principal) => run(principal, proposal));
}

async function regelOfFile(file: OptionValue): Promise<Result<Record<string, unknown> | null>> {
  if (typeof file !== 'string') return ok(null);
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    return typeof value === 'object' && value !== null
      ? ok(Object.fromEntries(Object.entries(value)))
      : refuse(
          commandUsage(
            `In „${file}“ steht keine Regel. Erwartet ist ein Objekt, wie „leitwerk rule“ es zeigt.`,
          ),
        );
  } catch {
    return refuse(
      commandUsage(`Die Datei „${file}“ fehlt oder ist kein gültiges JSON. Es wurde nichts gespeichert.`),
    );
  }
}

export const proposalOptions = { ...organisationOption, reason: text, file: text } as const;

export const arten = vorschlagArten.join('|');

export async function previewText(deps: DutiesDeps, proposal: Proposal): Promise<Result<CommandOutput>> {
  const effect = previewEffect((await deps.world()).duties, proposal, deps.clock.today());
  if (!effect.ok) return effect;
  const lines = effect.value.map(
    ({ body: { name }, gewinnt, verliert, sonst }) =>
      `${name.padEnd(36)} neu selbst ${gewinnt.length}, nicht mehr selbst ${verliert.length}, anders ${sonst.length}`,
  );
  const text = lines.join('\n') || 'Für keine Körperschaft ändert sich ein Ergebnis.';
  return ok({ json: effectJson(effect.value), text });
}
