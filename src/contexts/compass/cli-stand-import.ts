import { ok, type Result, refuse } from '#kernel';
import { type Command, commandFile, commandUsage, type OptionValue } from '#platform';
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
      const file = await commandFile(input.positionals.at(-1) ?? '', 25_000_000);
      if (!file.ok) return file;
      const { name, bytes } = file.value;
      const gelesen = readTabelle(bytes);
      if (!gelesen.ok) return gelesen;
      const { tabelle, wahl } = gelesen.value;
      const spalten = mapped(tabelle.kopf, wahl.spalten, input.values.map);
      if (!spalten.ok) return spalten;
      const leeren = input.values['clear-empty'] === true || wahl.leeren;
      const chosen = wahlFrom(tabelle, spalten.value, leeren);
      if (!chosen.ok) return chosen;
      const art = { art: 'datei', titel: `Datei ${name}`.slice(0, 200) } as const;
      const id = await sammelOfTabelle(deps, editor.value, art, { tabelle, wahl: chosen.value });
      return finishSammel(deps, editor.value, id, input);
    },
  };
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
