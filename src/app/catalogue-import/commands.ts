import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type TableOrder, tableImport } from '#catalogue';
import { ok, parseLocalDate, type Refusal, type Result, refuse } from '#kernel';
import type { Command, CommandInput, CommandOutput } from '#platform';
import { decisionSchema, type TableKind } from './draft.ts';
import { makePreview } from './make-preview.ts';
import type { TablesPreview } from './preview.ts';
import type { TableDeps } from './tables-deps.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Tables of the catalogue on the command line: shows first, and takes with --yes. */
export function tableCommands(deps: Omit<TableDeps, 'uploads'>): Command[] {
  return [
    {
      capability: 'catalogue.import',
      name: 'catalog import',
      usage:
        '<Leistungen.csv|.xlsx> [--ozg <Datei>] --date JJJJ-MM-TT --source <Quelle> [--url <Adresse>] [--licence <Lizenz>] [--map Feld=Spalte,…] [--partial] [--decide Vorschlag=annehmen|naechste|ablehnen,…|alle=…] [--skip-broken] [--end-missing] [--yes]',
      summary:
        'Den Katalog aus Tabellen einlesen: zeigt, was sich ändern würde; mit --yes wird daraus eine neue Fassung',
      options: {
        ozg: text,
        date: text,
        source: text,
        url: text,
        licence: text,
        map: text,
        partial: flag,
        decide: text,
        'skip-broken': flag,
        'end-missing': flag,
        yes: flag,
      },
      arity: [0, 1],
      run: (input) => importTables(deps, input),
    },
  ];
}

async function importTables(
  deps: Omit<TableDeps, 'uploads'>,
  input: CommandInput,
): Promise<Result<CommandOutput>> {
  const asked = await orderFrom(input);
  if (!asked.ok) return asked;
  const first = await makePreview(deps.db, asked.value);
  const order = { ...asked.value, decisions: decisionsFrom(input.values.decide, first) };
  const preview = order.decisions.size === 0 ? first : await makePreview(deps.db, order);
  if (preview.refusal) return refuse({ kind: 'invalid', ...preview.refusal });
  if (input.values.yes !== true)
    return ok({ json: { uebernommen: false, ...preview }, text: previewText(preview) });
  const consent = {
    skipBroken: input.values['skip-broken'] === true,
    endMissing: input.values['end-missing'] === true,
    base: preview.plan?.base ?? null,
  };
  const report = async (percent: number, message: string) => input.say(`${percent} % ${message}`);
  const outcome = await tableImport.apply(deps, input.principal.actor, order, consent, report);
  if (!outcome.ok) return outcome;
  deps.changed();
  const { fassung, changed } = outcome.value;
  const done = changed
    ? `Übernommen als Fassung ${fassung}.`
    : 'Alles steht schon da. Es gab nichts zu übernehmen.';
  return ok({ json: { uebernommen: changed, ...outcome.value }, text: done });
}

async function orderFrom({ positionals, values }: CommandInput): Promise<Result<TableOrder>> {
  const stand = parseLocalDate(String(values.date ?? ''));
  if (!stand.ok) return refuse(usage('Bitte den Stand der Tabellen angeben: --date JJJJ-MM-TT.'));
  if (typeof values.source !== 'string' || values.source.trim() === '')
    return refuse(usage('Bitte die Quelle angeben: --source <Quelle>.'));
  const files: { -readonly [Kind in TableKind]?: NonNullable<TableOrder['files'][Kind]> } = {};
  for (const [kind, path] of [
    ['leistungen', positionals[0]],
    ['ozg', values.ozg],
  ] as const) {
    if (typeof path !== 'string') continue;
    const bytes = await readTable(path);
    if (!bytes.ok) return bytes;
    const mapping = kind === 'leistungen' ? mappingFrom(values.map, bytes.value, path) : ok(null);
    if (!mapping.ok) return mapping;
    files[kind] = { fileName: basename(path), bytes: bytes.value, mapping: mapping.value };
  }
  return ok({
    files,
    origin: {
      stand: stand.value,
      quelle: values.source.trim(),
      quelleUrl: typeof values.url === 'string' ? values.url : null,
      lizenz: typeof values.licence === 'string' ? values.licence : 'unbekannt',
    },
    complete: values.partial !== true,
    decisions: new Map(),
  });
}

async function readTable(path: string): Promise<Result<Buffer>> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return refuse(usage(`Die Datei ${path} gibt es nicht.`, 'not-found'));
  if (found.size > 25_000_000) return refuse(usage(`Die Datei ${path} ist größer als 25 MB.`, 'too-large'));
  return ok(await readFile(path));
}

/** `leika=Schlüssel,name=Bezeichnung`, by the labels of the columns; what is not named is guessed. */
function mappingFrom(
  given: string | boolean | undefined,
  bytes: Buffer,
  fileName: string,
): Result<Readonly<Record<string, number>> | null> {
  if (typeof given !== 'string') return ok(null);
  const table = tableImport.inspect('leistungen', { fileName, bytes });
  if (!table.ok) return table;
  const { labels, guess } = table.value.head;
  const mapping: Record<string, number> = { ...guess };
  for (const pair of given.split(',')) {
    const [field = '', label = ''] = pair.split('=').map((word) => word.trim());
    const column = labels.indexOf(label);
    if (!(field in tableImport.fields.leistungen))
      return refuse(
        usage(
          `Das Feld „${field}“ gibt es nicht. Felder: ${Object.keys(tableImport.fields.leistungen).join(', ')}.`,
        ),
      );
    if (column < 0)
      return refuse(usage(`Die Spalte „${label}“ gibt es nicht. Spalten: ${labels.join(', ')}.`));
    mapping[field] = column;
  }
  return ok(mapping);
}

/** `alle=annehmen` decides what is not named by itself. */
function decisionsFrom(
  given: string | boolean | undefined,
  { plan }: TablesPreview,
): TableOrder['decisions'] {
  const said = new Map(
    String(typeof given === 'string' ? given : '')
      .split(',')
      .flatMap((pair) => {
        const [id = '', word = ''] = pair.split('=').map((part) => part.trim());
        const decision = decisionSchema.safeParse(word);
        return decision.success ? [[id, decision.data] as const] : [];
      }),
  );
  const all = said.get('alle');
  const open = plan?.proposals.filter(({ stated }) => !stated) ?? [];
  return new Map([...(all ? open.map(({ id }) => [id, all] as const) : []), ...said]);
}

function previewText({ tables, plan }: TablesPreview): string {
  if (!plan) return '';
  const counts = Object.entries(tableImport.kindLabel).flatMap(([kind, label]) =>
    plan.counts[kind] ? [`${plan.counts[kind]} ${label}`] : [],
  );
  return [
    ...tables.flatMap(({ fileName, notes }) => notes.map((note) => `${fileName}: ${note}`)),
    `${plan.total} Zeilen, ${plan.brokenRows} fehlerhaft; ${counts.join(', ') || 'nichts zu ändern'}`,
    ...plan.problems.map(
      ({ line, column, message }) => `  Zeile ${line}${column ? `, ${column}` : ''}: ${message}`,
    ),
    ...plan.proposals.map(
      ({ id, kind, decided, stated, old, new: rows }) =>
        `  ? ${id} ${kind} (${decided ?? (stated ? 'laut Tabelle' : 'offen')}): ${old.map(({ name }) => name).join(' + ')} → ${rows.map(({ name }) => name).join(' + ')}`,
    ),
    ...plan.changes.map(
      ({ id, name, what, details }) => `  ~ ${id} ${name}: ${what}${details ? ` – ${details}` : ''}`,
    ),
    `Es wurde nichts geändert. Mit --yes wird übernommen${plan.undecided > 0 ? ', wenn alle Vorschläge entschieden sind (--decide)' : ''}.`,
  ].join('\n');
}

function usage(message: string, kind: Refusal['kind'] = 'invalid'): Refusal {
  return { kind, code: 'COMMAND_USAGE', message };
}
