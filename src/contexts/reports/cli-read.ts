import { writeFile } from 'node:fs/promises';
import { ok, type Result } from '#kernel';
import type { CommandInput, CommandOutput } from '#platform';
import { type OwnCommand, option, text, versionOf } from './cli-own.ts';
import { zustandNamen } from './domain/bericht.ts';
import type { ReportsDeps } from './reports-deps.ts';
import { makePdf, pdfOf } from './use-cases/make-pdf.ts';
import type { Berichtende } from './use-cases/people.ts';
import { berichteOf, readBericht } from './use-cases/read-reports.ts';
import { zahlenOf } from './views/abschnitte.ts';
import { berichtJson, kurzJson } from './views/report-json.ts';
import { valueText } from './views/zahl-text.ts';

/** Reports read on the command line. */
export function readCommands(deps: ReportsDeps): readonly OwnCommand[] {
  return [
    {
      capability: 'reports.list',
      name: 'berichte',
      usage: '',
      summary: 'Die Berichte einer Kommune',
      arity: [0, 0],
      recht: 'lesen',
      act: async ({ reader }) => {
        const berichte = await berichteOf(deps, reader);
        const lines = berichte.map(
          ({ id, nummer, titel, zustand, stichtag }) =>
            `${id}  ${nummer}. ${titel}, Stichtag ${stichtag}, ${zustandNamen[zustand]}`,
        );
        return ok({
          json: { berichte: berichte.map(kurzJson) },
          text: lines.join('\n') || 'Noch kein Bericht.',
        });
      },
    },
    {
      capability: 'reports.show',
      name: 'berichte show',
      usage: '<Kennung> [--fassung <n>]',
      summary: 'Ein Bericht mit allen Zahlen',
      options: { fassung: text },
      arity: [1, 1],
      recht: 'lesen',
      act: async ({ reader }, input) => {
        const found = await readBericht(deps, reader, input.positionals[0] ?? '', versionOf(input));
        if (!found.ok) return found;
        const { gezeigt, bestand, zustand } = found.value;
        const keys = gezeigt.abschnitte.map(({ key }) => key);
        const lines = zahlenOf(keys, bestand).map(
          (zahl) => `${zahl.bezeichnung}: ${valueText(zahl)}  [${zahl.quelle}, ${zahl.stand}]`,
        );
        return ok({
          json: berichtJson(found.value),
          text: [`${gezeigt.titel} (${zustandNamen[zustand]})`, ...lines].join('\n'),
        });
      },
    },
    {
      capability: 'reports.pdf',
      name: 'berichte pdf',
      usage: '<Kennung> --datei <Pfad> [--fassung <n>]',
      summary: 'Den Bericht als PDF in eine Datei schreiben',
      options: { datei: text, fassung: text },
      arity: [1, 1],
      recht: 'lesen',
      act: (who, input) => writePdf(deps, who, input),
    },
  ];
}

/** Makes the file in this process: nobody waits for the worker at a command line. */
async function writePdf(
  deps: ReportsDeps,
  { reader }: Berichtende,
  input: CommandInput,
): Promise<Result<CommandOutput>> {
  const id = input.positionals[0] ?? '';
  const found = await readBericht(deps, reader, id, versionOf(input));
  if (!found.ok) return found;
  const { gezeigt, schritte } = found.value;
  await makePdf(deps, reader.kommune.tenant, {
    bericht: id,
    fassung: gezeigt.fassung,
    schritte: schritte.length,
  });
  const made = await pdfOf(deps, reader, id, gezeigt.fassung);
  if (!made.ok) return made;
  const file = option(input, 'datei') ?? made.value.fileName;
  await writeFile(file, made.value.pdf ?? Buffer.alloc(0));
  return ok({ json: { datei: file }, text: `Geschrieben: ${file}` });
}
