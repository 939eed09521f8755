import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ok, type Result, refuse } from '#kernel';
import { type Command, commandUsage, type OptionValue } from '#platform';
import { finishSammel } from './cli-sammel-answer.ts';
import { tabellenSpalten } from './domain/tabellen-spalten.ts';
import type { CompassDeps } from './doors-deps.ts';
import { editorOf } from './use-cases/editor.ts';
import { sammelOfTabelle } from './use-cases/einlesen.ts';
import { readTabelle, wahlFrom } from './use-cases/read-tabelle.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Reads a file into a Sammel; refuses one that is missing, too large or has columns nobody knows. */
export function standImportCommand(deps: CompassDeps): Command {
  return {
    capability: 'compass.import',
    name: 'stand import',
    usage: '<Kommune> <Datei.csv|.xlsx> [--map Feld=Überschrift,…] [--clear-empty] [--only-good] [--yes]',
    summary:
      'Den Umsetzungsstand aus einer Datei einlesen: zeigt, was sich ändern würde; mit --yes wird es gespeichert',
    options: { map: text, 'clear-empty': flag, 'only-good': flag, yes: flag },
    arity: [2, 8],
    run: async (input) => {
      const editor = await editorOf(deps, input.principal, input.positionals.slice(0, -1).join(' '));
      if (!editor.ok) return editor;
      const path = input.positionals.at(-1) ?? '';
      const bytes = await bytesOf(path);
      if (!bytes.ok) return bytes;
      const gelesen = readTabelle(bytes.value);
      if (!gelesen.ok) return gelesen;
      const { tabelle, wahl } = gelesen.value;
      const spalten = mapped(tabelle.kopf, wahl.spalten, input.values.map);
      if (!spalten.ok) return spalten;
      const leeren = input.values['clear-empty'] === true || wahl.leeren;
      const chosen = wahlFrom(tabelle, spalten.value, leeren);
      if (!chosen.ok) return chosen;
      const art = { art: 'datei', titel: `Datei ${basename(path)}`.slice(0, 200) } as const;
      const id = await sammelOfTabelle(deps, editor.value, art, { tabelle, wahl: chosen.value });
      return finishSammel(deps, editor.value, id, input);
    },
  };
}

async function bytesOf(path: string): Promise<Result<Buffer>> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return refuse(commandUsage(`Die Datei ${path} gibt es nicht.`, 'not-found'));
  if (found.size > 25_000_000)
    return refuse(commandUsage(`Die Datei ${path} ist größer als 25 MB.`, 'too-large'));
  return ok(await readFile(path));
}

function mapped(
  kopf: readonly string[],
  guess: Readonly<Record<string, number>>,
  given: OptionValue,
): Result<Readonly<Record<string, number>>> {
  const spalten: Record<string, number> = { ...guess };
  for (const pair of typeof given === 'string' ? given.split(',') : []) {
    const [field = '', label = ''] = pair.split('=').map((word) => word.trim());
    const column = kopf.indexOf(label);
    if (!field.startsWith('feld.') && !tabellenSpalten.some(({ key }) => key === field))
      return refuse(
        commandUsage(
          `Das Feld „${field}“ gibt es nicht. Felder: ${tabellenSpalten.map(({ key }) => key).join(', ')}.`,
        ),
      );
    if (column < 0)
      return refuse(commandUsage(`Die Spalte „${label}“ gibt es nicht. Spalten: ${kopf.join(', ')}.`));
    spalten[field] = column;
  }
  return ok(spalten);
}
