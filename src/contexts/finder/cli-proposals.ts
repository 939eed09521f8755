import { ok, type Result } from '#kernel';
import { asOrganisation, type Command, type Principal } from '#platform';
import { forOrganisation, lineOf, output } from './cli-editor-parts.ts';
import type { FinderDeps } from './deps.ts';
import type { Vorschlag } from './domain/vorschlag.ts';
import { acceptVorschlag, rejectVorschlag, withdrawVorschlag } from './use-cases/decide-vorschlag.ts';
import { findVorschlag } from './use-cases/find-vorschlag.ts';
import { previewWort } from './use-cases/preview-wort.ts';
import { jsonOfVorschlag } from './views/json.ts';

export function showCommand(deps: FinderDeps): Command {
  return {
    ...forOrganisation(
      'finder.vorschlag',
      'thesaurus vorschlag',
      '<Vorschlag> ',
      'Ein Vorschlag mit dem, was vor und nach ihm gefunden wird',
    ),
    arity: [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const found = await findVorschlag(deps, principal, input.positionals[0] ?? '');
        if (!found.ok) return found;
        const vergleich = await previewWort(deps, found.value);
        const lines = vergleich.flatMap(({ woerter, vorher, nachher }) => [
          `„${woerter}“`,
          ...nachher.map(
            ({ name }, at) => `  ${at + 1}. ${name}   (vorher: ${vorher[at]?.name ?? 'nichts'})`,
          ),
        ]);
        const json = { ...jsonOfVorschlag(found.value), vergleich };
        return ok({ json, text: [lineOf(found.value), ...lines].join('\n') });
      }),
  };
}

type Decide = (deps: FinderDeps, principal: Principal, id: string) => Promise<Result<Vorschlag>>;

export function decideCommands(deps: FinderDeps): readonly Command[] {
  const command = (step: string, summary: string, decide: Decide): Command => ({
    ...forOrganisation(`finder.vorschlag.${step}`, `thesaurus ${step}`, '<Vorschlag> ', summary),
    arity: [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal) =>
        output(await decide(deps, principal, input.positionals[0] ?? '')),
      ),
  });
  return [
    command('annehmen', 'Einen Vorschlag annehmen; er gilt sofort', acceptVorschlag),
    command('ablehnen', 'Einen Vorschlag ablehnen', rejectVorschlag),
    command('zurueckziehen', 'Einen eigenen Vorschlag zurückziehen', withdrawVorschlag),
  ];
}
