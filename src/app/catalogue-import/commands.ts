import { tableImport } from '#catalogue';
import { ok, type Result, refuse } from '#kernel';
import type { Command, CommandInput, CommandOutput } from '#platform';
import { makePreview } from './make-preview.ts';
import { decisionsFrom, orderFrom } from './order-files.ts';
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
