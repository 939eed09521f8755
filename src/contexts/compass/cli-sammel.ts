import { ok, type Result, refuse } from '#kernel';
import { type Command, type CommandInput, commandUsage } from '#platform';
import { foldText } from '#ui';
import { finishSammel } from './cli-sammel-answer.ts';
import { keptSammelCommands } from './cli-sammel-kept.ts';
import { standExportCommand } from './cli-stand-export.ts';
import { standImportCommand } from './cli-stand-import.ts';
import { assignments } from './cli-stand-set.ts';
import type { CompassDeps } from './doors-deps.ts';
import { type Editor, editorOf } from './use-cases/editor.ts';
import { createSammel } from './use-cases/sammel.ts';
import { wuenscheOfRows } from './use-cases/schnittstelle-wuensche.ts';
import { type StandZeile, standListe, umfaenge, zeilenIn } from './use-cases/stand-liste.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Bulk changes and files on the command line: shows first, and takes with --yes. */
export function sammelCommands(deps: CompassDeps): readonly Command[] {
  return [standExportCommand(deps), standImportCommand(deps), bulkCommand(deps), ...keptSammelCommands(deps)];
}

function bulkCommand(deps: CompassDeps): Command {
  return {
    capability: 'compass.bulk',
    name: 'stand bulk',
    usage:
      '<Kommune> <Feld=Wert> … [--suche <Text>] [--zustand <Zustand|keine-angabe>] [--themenfeld <Name>] [--fachbereich <Name>] [--umfang pflichten|alle] [--only-good] [--yes]',
    summary:
      'Viele Leistungen gemeinsam ändern, zum Beispiel prioritaet=1 --zustand geplant; mit --yes wird es gespeichert',
    options: {
      suche: text,
      zustand: text,
      themenfeld: text,
      fachbereich: text,
      umfang: text,
      'only-good': flag,
      yes: flag,
    },
    arity: [2, 40],
    run: async (input) => {
      const { positionals, values, principal } = input;
      const split = positionals.findIndex((each) => each.includes('='));
      const words = split < 0 ? positionals : positionals.slice(0, split);
      const editor = await editorOf(deps, principal, words.join(' '));
      if (!editor.ok) return editor;
      const werte = assignments(split < 0 ? [] : positionals.slice(split));
      if (!werte.ok) return werte;
      const zeilen = await selected(deps, editor.value, values);
      if (!zeilen.ok) return zeilen;
      const rows = zeilen.value.map((leistung) => ({ leistung, werte: werte.value }));
      const titel = `Befehl: ${rows.length} Leistungen`;
      const wuensche = await wuenscheOfRows(deps, rows);
      const { id } = await createSammel(deps, editor.value, { art: 'auswahl', titel, wuensche });
      return finishSammel(deps, editor.value, id, input);
    },
  };
}

async function selected(
  deps: CompassDeps,
  editor: Editor,
  values: CommandInput['values'],
): Promise<Result<readonly string[]>> {
  const liste = await standListe(deps, editor);
  if (!liste.ok) return liste;
  const umfang = umfaenge.find((each) => each === values.umfang) ?? 'pflichten';
  const passing = filters.filter(([name]) => typeof values[name] === 'string');
  const found = zeilenIn(liste.value, umfang).filter((zeile) =>
    passing.every(([name, passes]) => passes(zeile, String(values[name]))),
  );
  return found.length > 0
    ? ok(found.map(({ ort }) => ort.id))
    : refuse(commandUsage('Zu dieser Auswahl gibt es keine Leistung. Nichts wurde geändert.'));
}

const filters: readonly (readonly [string, (zeile: StandZeile, wanted: string) => boolean])[] = [
  ['suche', ({ ort }, wanted) => ort.gefaltet.includes(foldText(wanted))],
  ['zustand', ({ stand }, wanted) => (stand?.zustand ?? 'keine-angabe') === wanted],
  ['themenfeld', ({ ort }, wanted) => ort.themenfeld === wanted],
  ['fachbereich', ({ zuordnung }, wanted) => zuordnung?.fachbereich.name === wanted],
];
