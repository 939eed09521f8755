import { basename } from 'node:path';
import { ok } from '#kernel';
import { asOrganisation, type Command, commandFile, organisationOption, organisationUsage } from '#platform';
import { largestFile } from './cli-parts.ts';
import type { SolutionsDeps } from './solutions-deps.ts';
import { contributeRows, previewTable } from './use-cases/import-table.ts';
import { jsonOfPlan } from './views/plan-json.ts';

const flag = { type: 'boolean' } as const;

/** Reading a table on the command line. */
export function importCommand(deps: SolutionsDeps): Command {
  return {
    capability: 'solutions.import',
    name: 'loesungen import',
    usage: `<Tabelle.csv|.xlsx> [--yes] [--skip-broken] ${organisationUsage}`,
    summary: 'Eine Tabelle prüfen; mit --yes werden ihre guten Zeilen Beiträge',
    options: { ...organisationOption, yes: flag, 'skip-broken': flag },
    arity: [1, 1],
    run: (input) =>
      asOrganisation(deps, input, async (principal) => {
        const path = input.positionals[0] ?? '';
        const file = await commandFile(path, largestFile);
        if (!file.ok) return file;
        const preview = await previewTable(deps, principal, file.value.bytes);
        if (!preview.ok) return preview;
        const { plan } = preview.value;
        const json = jsonOfPlan(plan);
        const lines = [
          `${plan.total} Zeilen: ${plan.planned.length} neu oder geändert, ${plan.unchanged} unverändert, ${plan.brokenRows} fehlerhaft`,
          ...plan.problems.map(
            ({ line, column, message }) => `  Zeile ${line}${column ? `, ${column}` : ''}: ${message}`,
          ),
          ...plan.planned.map(
            ({ line, kind, inhalt }) =>
              `  Zeile ${line}: ${inhalt.name} (${kind === 'neu' ? 'neu' : 'geändert'})`,
          ),
        ];
        if (input.values.yes !== true)
          return ok({
            json: { ...json, beitraege: [] },
            text: [...lines, 'Es wurde nichts geändert. Mit --yes wird beigetragen.'].join('\n'),
          });
        const skip = input.values['skip-broken'] === true;
        const taken = await contributeRows(deps, principal, plan, basename(path), skip);
        if (!taken.ok) return taken;
        const { beitraege } = taken.value;
        return ok({
          json: { ...json, beitraege },
          text: [...lines, `Beigetragen: ${beitraege.length}`].join('\n'),
        });
      }),
  };
}
