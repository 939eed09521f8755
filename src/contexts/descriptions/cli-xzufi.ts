import { stat, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { ok, type Refusal, type Result, refuse } from '#kernel';
import { type Command, type CommandInput, type CommandOutput, optionText } from '#platform';
import { parseFassung } from '#standards/xzufi';
import { lineOf, readingCommands, taken } from './cli-readings.ts';
import type { DescriptionsDeps } from './deps.ts';
import { areaOfText } from './use-cases/area-of-text.ts';
import { exportFeed } from './use-cases/export-feed.ts';
import { readOverview } from './use-cases/read-readings.ts';
import { describeSource } from './use-cases/sources.ts';
import { readFeedFile } from './use-cases/take-feed.ts';
import { jsonOfEinlesung } from './views/xzufi-json.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Feeds on the command line: it reads them itself, from where they lie. */
export function xzufiCommands(deps: DescriptionsDeps): readonly Command[] {
  return [
    listCommand(deps),
    sourceCommand(deps),
    readCommand(deps),
    exportCommand(deps),
    ...readingCommands(deps),
  ];
}

function listCommand(deps: DescriptionsDeps): Command {
  return {
    capability: 'descriptions.xzufi.list',
    name: 'xzufi',
    usage: '',
    summary: 'Die Quellen und die neuesten Lieferungen',
    arity: [0, 0],
    run: async () => {
      const { quellen, einlesungen } = await readOverview(deps);
      const lines = [
        ...quellen.map(({ id, name, ars }) => `${id}  ${name}  ${ars}`),
        ...einlesungen.map(lineOf),
      ];
      return ok({
        json: { quellen, einlesungen: einlesungen.map(jsonOfEinlesung) },
        text: lines.length === 0 ? 'Noch keine Quelle.' : lines.join('\n'),
      });
    },
  };
}

function sourceCommand(deps: DescriptionsDeps): Command {
  return {
    capability: 'descriptions.xzufi.source',
    name: 'xzufi quelle',
    usage: '<Kürzel> --name <Name> --gebiet <Bund|Land|Kommune|ARS>',
    summary: 'Eine Quelle anlegen oder ändern',
    options: { name: text, gebiet: text },
    arity: [1, 1],
    run: async ({ positionals, values, principal }) => {
      const input = {
        id: positionals[0] ?? '',
        name: optionText(values, 'name'),
        gebiet: optionText(values, 'gebiet'),
      };
      const kept = await describeSource(deps, principal, input);
      return kept.ok ? ok({ json: kept.value, text: 'Die Quelle ist gespeichert.' }) : kept;
    },
  };
}

function readCommand(deps: DescriptionsDeps): Command {
  return {
    capability: 'descriptions.xzufi.begin',
    name: 'xzufi einlesen',
    usage: '<Datei.xml> --source <Kürzel> [--changes] [--yes] [--confirm-ending]',
    summary:
      'Eine XZuFi-Lieferung einlesen: zeigt, was sich ändern würde; mit --yes wird übernommen. Abgebrochen, geht es beim nächsten Mal dort weiter',
    options: { source: text, changes: flag, yes: flag, 'confirm-ending': flag },
    arity: [1, 1],
    run: (input) => readAndTake(deps, input),
  };
}

async function readAndTake(deps: DescriptionsDeps, input: CommandInput): Promise<Result<CommandOutput>> {
  const { positionals, values, principal, say } = input;
  const file = {
    path: positionals[0] ?? '',
    quelle: optionText(values, 'source'),
    umfang: values.changes === true ? ('aenderungen' as const) : ('vollstaendig' as const),
  };
  const read = await readFeedFile(deps, principal, file, say);
  if (!read.ok) return read;
  if (values.yes === true) return taken(deps, input, read.value.nummer);
  return ok({ json: jsonOfEinlesung(read.value), text: `${lineOf(read.value)}\nMit --yes wird übernommen.` });
}

function exportCommand(deps: DescriptionsDeps): Command {
  return {
    capability: 'descriptions.xzufi.export',
    name: 'xzufi ausgeben',
    usage: '--file <Datei.xml> [--gebiet <Kommune|Land|ARS>] [--version 2.2.0|2.3.1]',
    summary:
      'Alles Sichtbare als XZuFi schreiben; Reihenfolge und Objekte außer leistung nicht gegen XSD geprüft',
    options: { file: text, gebiet: text, version: text },
    arity: [0, 0],
    run: async ({ values }) => {
      const fassung = parseFassung(String(values.version ?? '2.3.1'));
      if (fassung === null) return refuse(noVersion);
      if (typeof values.file !== 'string') return refuse(noTarget);
      const area = typeof values.gebiet === 'string' ? await areaOfText(deps, values.gebiet) : null;
      if (area && !area.ok) return area;
      const ars = area?.value ?? null;
      await writeFile(values.file, Readable.from(exportFeed(deps, { fassung, ars })));
      const { size } = await stat(values.file);
      return ok({
        json: { datei: values.file, bytes: size, fassung, ars },
        text: `${values.file}: ${size} Bytes`,
      });
    },
  };
}

const noVersion: Refusal = {
  kind: 'invalid',
  code: 'USAGE',
  message: 'XZuFi gibt es hier in den Fassungen 2.2.0 und 2.3.1.',
};

const noTarget: Refusal = {
  kind: 'invalid',
  code: 'USAGE',
  message: 'Bitte nennen Sie die Datei, in die geschrieben wird: --file <Datei.xml>.',
};
