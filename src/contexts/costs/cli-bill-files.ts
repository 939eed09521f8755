import { writeFile } from 'node:fs/promises';
import { formatCents, ok, type Result, refuse } from '#kernel';
import {
  type Command,
  type CommandInput,
  type CommandOutput,
  commandOutput,
  commandUsage,
  optionText,
} from '#platform';
import { managerCommand, readerCommand, text } from './cli-parts.ts';
import type { CostsDeps } from './costs-deps.ts';
import { budgetFor, frageOf } from './use-cases/budget.ts';
import { dokumentHier } from './use-cases/dokumente.ts';
import {
  archivWunsch,
  type Dokumentwunsch,
  pdfWunsch,
  stornoWunsch,
  xrechnungWunsch,
} from './use-cases/dokumentwunsch.ts';
import { seiteFor, sheetJson } from './use-cases/seite.ts';
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
        usage: '<Abrechnung> <Datei.pdf> [--zahler <Kennung>]',
        options: { zahler: text },
        summary: 'Das PDF einer Abrechnung oder eines Anteils in eine Datei',
        arity: [2, 2],
      },
      async (reader, { positionals: [id = '', path = ''], values }) =>
        written(deps, await pdfWunsch(deps, reader, id, optionText(values, 'zahler')), path),
    ),
    readerCommand(
      deps,
      {
        capability: 'costs.bill.xrechnung',
        name: 'abrechnung xrechnung',
        usage: '<Abrechnung> <Datei.xml> [--zahler <Kennung>] [--teil <1|2>]',
        options: { zahler: text, teil: text },
        summary: 'Eine XRechnung (UBL) in eine Datei; was dazu fehlt, sagt die Ablehnung',
        arity: [2, 2],
      },
      async (reader, { positionals: [id = '', path = ''], values }) =>
        written(deps, await xrechnungWunsch(deps, reader, id, shareIn(values)), path),
    ),
    readerCommand(
      deps,
      {
        capability: 'costs.bill.storno',
        name: 'abrechnung storno',
        usage: '<Abrechnung> <Datei.pdf|Datei.xml> [--zahler <Kennung>] [--teil <1|2>]',
        options: { zahler: text, teil: text },
        summary: 'Die Stornorechnung zu einem Anteil einer ersetzten Abrechnung, als PDF oder XRechnung',
        arity: [2, 2],
      },
      async (reader, { positionals: [id = '', path = ''], values }) => {
        const format = path.endsWith('.pdf') ? 'pdf' : 'xml';
        return written(deps, await stornoWunsch(deps, reader, id, { ...shareIn(values), format }), path);
      },
    ),
    managerCommand(
      deps,
      {
        capability: 'costs.bill.xrechnungen',
        name: 'abrechnung xrechnungen',
        usage: '<Abrechnung> <Datei.zip>',
        summary: 'Alle XRechnungen einer Abrechnung als ZIP',
        arity: [2, 2],
      },
      async (who, { positionals: [id = '', path = ''] }) =>
        written(deps, await archivWunsch(deps, who, id), path),
    ),
  ];
}

function shareIn(values: CommandInput['values']) {
  return { zahler: optionText(values, 'zahler'), teil: Number(optionText(values, 'teil') || '1') };
}

async function written(
  deps: CostsDeps,
  wunsch: Result<Dokumentwunsch>,
  path: string,
): Promise<Result<CommandOutput>> {
  if (!wunsch.ok) return wunsch;
  const made = await dokumentHier(deps, wunsch.value);
  if (!made.ok) return made;
  await writeFile(path, made.value);
  return ok({ json: { datei: path, bytes: made.value.length }, text: `${path} geschrieben.` });
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
          return refuse(
            commandUsage('Ein Budget hat eine Kommune. Bitte nennen Sie sie mit --organisation.'),
          );
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
