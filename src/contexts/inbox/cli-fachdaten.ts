import { ok, type Result } from '#kernel';
import {
  type Command,
  type CommandInput,
  type CommandOutput,
  commandFile,
  organisationUsage,
} from '#platform';
import type { Fachbefund, InboxDeps, Worker } from './ports.ts';
import { readFachdaten } from './use-cases/fachdaten.ts';

type As = (run: (worker: Worker, input: CommandInput) => Promise<Result<CommandOutput>>) => Command['run'];

const text = { type: 'string' } as const;

/** Case data under FIM's ids at the command line. */
export function fachdatenCommands(deps: InboxDeps, as: As): readonly Command[] {
  return [
    {
      capability: 'inbox.fachdaten',
      name: 'eingang fachdaten',
      usage: `<Nummer> [--format xml|json] ${organisationUsage}`,
      summary: 'Die Angaben eines Vorgangs mit den Kennungen ihres FIM-Datenschemas',
      options: { organisation: text, format: text },
      arity: [1, 1],
      run: as(async (worker, { positionals: [nummer = ''], values }) => {
        const found = await readFachdaten(deps, worker, nummer);
        if (!found.ok) return found;
        const { xml, daten } = found.value;
        return ok({
          json: found.value,
          text: values.format === 'json' ? JSON.stringify(daten, null, 2) : xml,
        });
      }),
    },
    {
      capability: 'inbox.fachdaten.check',
      name: 'fachdaten pruefen',
      usage: `<Datei> --dienst <Kennung> [--fassung <n>] ${organisationUsage}`,
      summary:
        'Fachdaten gegen das Datenschema eines Onlinedienstes prüfen und die Angaben wieder herauslesen',
      options: { organisation: text, dienst: text, fassung: text },
      arity: [1, 1],
      run: as(async (_, { positionals: [path = ''], values: { dienst, fassung } }) => {
        const file = await commandFile(path);
        if (!file.ok) return file;
        const document = file.value.bytes.toString('utf8');
        const version = typeof fassung === 'string' ? fassung : null;
        const done = await deps.fachdaten.pruefung(String(dienst ?? ''), version, document);
        if (!done.ok) return done;
        const { befunde, schema } = done.value;
        const verdict = befunde.some(({ schwere }) => schwere === 'fehler') ? 'passen nicht' : 'passen';
        const lines = [
          `Die Fachdaten ${verdict} zu ${schema.id} Version ${schema.version}.`,
          ...befunde.map(lineOf),
        ];
        return ok({ json: done.value, text: lines.join('\n') });
      }),
    },
  ];
}

function lineOf({ schwere, ort, text: said }: Fachbefund): string {
  return `${schwere === 'fehler' ? 'Fehler' : 'Hinweis'}  ${said}  ${ort}`;
}
