import { ok } from '#kernel';
import type { Command } from '#platform';
import type { ReportsDeps } from '../reports-deps.ts';
import { answerOverview } from './answer-overview.ts';

/** The overview of a Kommune on the command line. */
export function overviewCommand(deps: ReportsDeps): Command {
  return {
    capability: 'reports.overview',
    name: 'uebersicht',
    usage: '<Kommune>',
    summary: 'Was in einer Kommune ansteht, fehlt und alt ist',
    arity: [1, 8],
    run: async ({ positionals, principal }) => {
      const found = await answerOverview(deps, principal, positionals.join(' '));
      if (!found.ok) return found;
      const { titel, kennzahlen, listen } = found.value;
      const lines = listen.flatMap(({ titel: name, zeilen, leer }) => [
        '',
        name,
        ...(zeilen.length === 0
          ? [`  ${leer}`]
          : zeilen.map(({ label, werte }) => `  ${label} (${werte.join(', ')})`)),
      ]);
      return ok({
        json: found.value,
        text: [
          titel,
          ...kennzahlen.map(({ label, wert, text }) => `${label}: ${wert} (${text})`),
          ...lines,
        ].join('\n'),
      });
    },
  };
}
