import { type TableOrder, tableImport } from '#catalogue';
import { ok, parseLocalDate, type Result, refuse } from '#kernel';
import { type CommandInput, commandFile, commandUsage, type OptionValue } from '#platform';
import { decisionSchema, type TableKind } from './draft.ts';
import type { TablesPreview } from './preview.ts';

const largestTable = 25_000_000;

export async function orderFrom({ positionals, values }: CommandInput): Promise<Result<TableOrder>> {
  const stand = parseLocalDate(String(values.date ?? ''));
  if (!stand.ok) return refuse(commandUsage('Bitte den Stand der Tabellen angeben: --date JJJJ-MM-TT.'));
  if (typeof values.source !== 'string' || values.source.trim() === '')
    return refuse(commandUsage('Bitte die Quelle angeben: --source <Quelle>.'));
  const files: { -readonly [Kind in TableKind]?: NonNullable<TableOrder['files'][Kind]> } = {};
  for (const [kind, path] of [
    ['leistungen', positionals[0]],
    ['ozg', values.ozg],
  ] as const) {
    if (typeof path !== 'string') continue;
    const file = await commandFile(path, largestTable);
    if (!file.ok) return file;
    const { name, bytes } = file.value;
    const mapping = kind === 'leistungen' ? mappingFrom(values.map, bytes, path) : ok(null);
    if (!mapping.ok) return mapping;
    files[kind] = { fileName: name, bytes, mapping: mapping.value };
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

/** `leika=Schlüssel,name=Bezeichnung`, by the labels of the columns; what is not named is guessed. */
function mappingFrom(
  given: OptionValue,
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
        commandUsage(
          `Das Feld „${field}“ gibt es nicht. Felder: ${Object.keys(tableImport.fields.leistungen).join(', ')}.`,
        ),
      );
    if (column < 0)
      return refuse(commandUsage(`Die Spalte „${label}“ gibt es nicht. Spalten: ${labels.join(', ')}.`));
    mapping[field] = column;
  }
  return ok(mapping);
}

/** `alle=annehmen` decides what is not named by itself. */
export function decisionsFrom(given: OptionValue, { plan }: TablesPreview): TableOrder['decisions'] {
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
