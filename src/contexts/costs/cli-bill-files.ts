import { writeFile } from 'node:fs/promises';
import { formatCents, ok, refuse } from '#kernel';
import { type Command, commandOutput, optionText } from '#platform';
import { readerCommand, text, usage } from './cli-parts.ts';
import type { CostsDeps } from './costs-deps.ts';
import { budgetFor, frageOf } from './use-cases/budget.ts';
import { pdfBytes, seiteFor, sheetJson } from './use-cases/seite.ts';
import { nutzungFor } from './use-cases/zaehle-nutzung.ts';
import { budgetAnswer } from './views/answers.ts';

export function files(deps: CostsDeps): readonly Command[] {
  return [
    readerCommand(
      deps,
      {
        capability: 'costs.bill.sheet',
        name: 'abrechnung blatt',
        usage: '<Abrechnung>',
        summary: 'Das Rechenblatt für Maschinen; docs/abrechnung-pruefen.mjs rechnet es nach',
        arity: [1, 1],
      },
      async (_, { positionals: [id = ''] }, principal) =>
        commandOutput(
          await seiteFor(deps, { principal, params: { id } }),
          (stand) => JSON.stringify(sheetJson(stand), null, 1),
          sheetJson,
        ),
    ),
    readerCommand(
      deps,
      {
        capability: 'costs.bill.pdf',
        name: 'abrechnung pdf',
        usage: '<Abrechnung> <Datei.pdf>',
        summary: 'Das PDF einer Abrechnung in eine Datei',
        arity: [2, 2],
      },
      async (_, { positionals: [id = '', path = ''] }, principal) => {
        const stand = await seiteFor(deps, { principal, params: { id } });
        if (!stand.ok) return stand;
        const made = await pdfBytes(deps, stand.value);
        await writeFile(path, made);
        return ok({ json: { datei: path, bytes: made.length }, text: `${path} geschrieben.` });
      },
    ),
  ];
}

export function figures(deps: CostsDeps): readonly Command[] {
  return [
    readerCommand(
      deps,
      {
        capability: 'costs.budget',
        name: 'kosten budget',
        usage: '[--ab <Jahr>] [--dienst <Dienst>]',
        options: { ab: text, dienst: text },
        summary: 'Was Onlinedienste eine Kommune in fünf Jahren kosten',
        arity: [0, 0],
      },
      async (reader, { values }) => {
        if (reader.art !== 'kommune')
          return refuse(usage('Ein Budget hat eine Kommune. Bitte nennen Sie sie mit --organisation.'));
        const asked = new URLSearchParams(
          ['ab', 'dienst'].flatMap((name) => {
            const value = optionText(values, name);
            return value === '' ? [] : [[name, value] as [string, string]];
          }),
        );
        return commandOutput(
          await budgetFor(deps, reader.payer, frageOf(asked, deps.clock.today())),
          ({ summen }) =>
            summen.map(({ jahr, summe }) => `${jahr}: ${formatCents(summe.erwartet)}`).join('\n'),
          budgetAnswer,
        );
      },
    ),
    readerCommand(
      deps,
      {
        capability: 'costs.use',
        name: 'kosten nutzung',
        usage: '[--jahr <Jahr>]',
        options: { jahr: text },
        summary: 'Gezählte Fälle je Monat',
        arity: [0, 0],
      },
      async (reader, { values }) => {
        const asked = optionText(values, 'jahr');
        const jahr = Number(/^20\d{2}$/.test(asked) ? asked : deps.clock.today().slice(0, 4));
        const nutzung = await nutzungFor(deps, reader, jahr, null);
        const lines = nutzung.map(
          (one) => `${one.monat.slice(0, 7)} ${one.ags} ${one.dienst}: ${one.anzahl}`,
        );
        return ok({ json: { nutzung }, text: lines.join('\n') || 'Noch keine Fälle.' });
      },
    ),
  ];
}
