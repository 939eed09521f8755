import type { ParameterDefinition } from '#efa/parameter';
import { ok, type Result, refuse } from '#kernel';
import type { Einlesezeile, Sheet } from '#platform';
import { invalidTable } from '../errors.ts';

/** The columns of a list of streets, by the names that people give them. */
const names: Readonly<Record<string, string>> = {
  ags: 'ags',
  kommune: 'kommune',
  'gilt ab': 'gilt ab',
  tabelle: 'tabelle',
  straße: 'strasse',
  strasse: 'strasse',
  'hausnummer von': 'von',
  von: 'von',
  'hausnummer bis': 'bis',
  bis: 'bis',
  'nur gerade oder ungerade': 'seite',
  seite: 'seite',
  'postleitzahl oder ortsteil': 'bezirk',
  bezirk: 'bezirk',
  plz: 'bezirk',
  postleitzahl: 'bezirk',
  ortsteil: 'bezirk',
  zustellpunkt: 'ziel',
};

type Zeile = Sheet['rows'][number];
type Felder = Readonly<Record<string, string>>;

/**
 * Reads a list with one street to a line as one value of each Kommune that it names: the whole table of districts, which it
 * replaces. `null` where the sheet is no such list.
 */
export function leseStrassen(
  rows: readonly Zeile[],
  definitions: readonly ParameterDefinition[],
): Result<readonly Einlesezeile[]> | null {
  const columnsOf = ({ cells }: Zeile) => cells.map((cell) => names[cell.trim().toLowerCase()] ?? null);
  const head = rows.findIndex((row) => {
    const columns = columnsOf(row);
    return columns.includes('strasse') && columns.includes('ziel');
  });
  const first = rows[head];
  if (first === undefined) return null;
  const columns = columnsOf(first);
  const tables = definitions.filter((each) => each.columns.some(({ id }) => id === 'strasse'));
  const filled = rows.slice(head + 1).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) return refuse(invalidTable('Unter den Überschriften steht keine Zeile.'));
  const read = filled.map((row) => ({ row, felder: felderOf(columns, row) }));
  const table = tableOf(tables, read[0]?.felder.tabelle ?? '');
  if (table === null)
    return refuse(
      invalidTable(
        `Bitte nennen Sie in einer Spalte „Tabelle“, wofür die Straßen gelten: ${tables.map(({ id }) => id).join(', ')}.`,
      ),
    );
  const groups = Map.groupBy(read, ({ felder }) =>
    JSON.stringify([felder.ags, felder.kommune, felder['gilt ab']]),
  );
  return ok([...groups.values()].map((group) => cellOf(group, table)));
}

function felderOf(columns: readonly (string | null)[], { cells }: Zeile): Felder {
  return Object.fromEntries(
    columns.flatMap((name, index) => (name === null ? [] : [[name, (cells[index] ?? '').trim()]])),
  );
}

/** The table that is named, or the only one. */
function tableOf(tables: readonly ParameterDefinition[], named: string): ParameterDefinition | null {
  const [only, second] = tables;
  if (named === '') return only !== undefined && second === undefined ? only : null;
  const wanted = named.toLowerCase();
  return (
    tables.find(({ id, label }) => id.toLowerCase() === wanted || label.toLowerCase() === wanted) ?? null
  );
}

/** All streets of one Kommune as the cell that a table of values would have. */
function cellOf(
  group: readonly { readonly row: Zeile; readonly felder: Felder }[],
  table: ParameterDefinition,
): Einlesezeile {
  const lines = group.map(({ felder }) =>
    table.columns.map(({ id }) => (felder[id] ?? '').replaceAll('|', '/')).join(' | '),
  );
  const [first] = group;
  const broken = group.filter(({ row }) => row.problems.length > 0).map(({ row }) => row.line);
  const { ags = '', kommune = '', 'gilt ab': giltAb = '' } = first?.felder ?? {};
  return {
    zeile: first?.row.line ?? 0,
    felder: { ags, kommune, 'gilt ab': giltAb, [table.id]: lines.join('\n') },
    fehler:
      broken.length === 0
        ? []
        : [
            `In Zeile ${broken.slice(0, 5).join(', ')} steht eine Formel, ein Fehler von Excel oder eine verbundene Zelle.`,
          ],
  };
}
