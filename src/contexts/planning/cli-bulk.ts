import { ok } from '#kernel';
import { type Command, commandFile, commandOutput } from '#platform';
import { flag, plannerCommand } from './cli-parts.ts';
import type { PlanningDeps } from './planning-deps.ts';
import { applyImport, beginImport, previewImport } from './use-cases/import-massnahmen.ts';
import { proposals, takeOver } from './use-cases/proposals.ts';

export function bulkCommands(deps: PlanningDeps): readonly Command[] {
  return [
    plannerCommand(
      deps,
      {
        capability: 'planning.measures.import',
        name: 'planung massnahmen import',
        usage: '<Datei> [--yes]',
        options: { yes: flag },
        summary: 'Maßnahmen aus einer Tabelle: ohne --yes nur die Vorschau',
        arity: [1, 1],
      },
      async (planner, { positionals: [path = ''], values }) => {
        const file = await commandFile(path);
        if (!file.ok) return file;
        const begun = await beginImport(deps, planner, file.value);
        if (!begun.ok) return begun;
        const go = values.yes === true ? applyImport : previewImport;
        const found = await go(deps, planner, begun.value);
        if (!found.ok) return found;
        const lines = found.value.zeilen.map(
          ({ zeile, kennung, art, fehler }) => `Zeile ${zeile}: ${kennung} ${art} ${fehler.join(' ')}`,
        );
        const end =
          values.yes === true
            ? 'Die guten Zeilen sind übernommen.'
            : 'Nichts geändert. Mit --yes wird übernommen.';
        return ok({
          json: { uebernommen: values.yes === true, ...found.value },
          text: [...lines, end].join('\n'),
        });
      },
    ),
    plannerCommand(
      deps,
      {
        capability: 'planning.measures.from-demand',
        name: 'planung bedarf',
        usage: '[--vorlage <Kennung>]',
        options: { vorlage: { type: 'string' } },
        summary: 'Was Kommunen brauchen und noch keine Maßnahme ist; mit --vorlage wird alles übernommen',
        arity: [0, 0],
      },
      async (planner, { values }, principal) => {
        const all = await proposals(deps, planner, principal);
        if (typeof values.vorlage === 'string') {
          const made = await takeOver(deps, planner, all, values.vorlage);
          return commandOutput(
            made,
            (ids) => `${ids.length} Maßnahmen angelegt.`,
            (ids) => ({ massnahmen: ids }),
          );
        }
        const lines = all.map(
          ({ titel, kommunen, gewicht }) => `${titel}: ${kommunen.length} Kommunen, Gewicht ${gewicht}`,
        );
        return ok({ json: { vorschlaege: all }, text: lines.join('\n') || 'Nichts zu übernehmen.' });
      },
    ),
  ];
}
