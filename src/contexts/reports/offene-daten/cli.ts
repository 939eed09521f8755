import { text as textOf } from 'node:stream/consumers';
import { ok } from '#kernel';
import type { Command } from '#platform';
import type { ReportsDeps } from '../reports-deps.ts';
import { dateiOf, kopfOf } from './dateien.ts';
import { alleDatensaetze, datensatzNamed } from './katalog.ts';

/** Open data on the command line. */
export function openDataCommands(deps: ReportsDeps): readonly Command[] {
  return [
    {
      capability: 'reports.open-data',
      name: 'offene-daten',
      usage: '',
      summary: 'Alle offenen Datensätze',
      arity: [0, 0],
      run: async () => {
        const all = await alleDatensaetze(deps);
        const lines = all.map(
          ({ name, titel, anzahl, stand, version }) =>
            `${name.padEnd(20)}${titel}, ${anzahl} Zeilen, Stand ${stand}, Fassung ${version}`,
        );
        return ok({ json: { datensaetze: all.map(kopfOf) }, text: lines.join('\n') });
      },
    },
    {
      capability: 'reports.open-data.file',
      name: 'offene-daten show',
      usage: '<Datensatz>',
      summary: 'Ein offener Datensatz als CSV, mit --json als JSON',
      arity: [1, 1],
      run: async ({ positionals }) => {
        const found = await datensatzNamed(deps, positionals[0] ?? '');
        if (!found.ok) return found;
        const zeilen = [...found.value.zeilen()];
        return ok({
          json: { ...kopfOf(found.value), zeilen },
          text: (await textOf(dateiOf(found.value, 'csv'))).trimEnd(),
        });
      },
    },
  ];
}
