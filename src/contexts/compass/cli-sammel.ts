import { createWriteStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formatLocalDate, ok, type Refusal, type Result, refuse } from '#kernel';
import type { Command, CommandInput, CommandOutput } from '#platform';
import { exportCsv, exportXlsx, foldText } from '#ui';
import { assignments } from './cli-stand.ts';
import { anzahlen, type Sammel, type SammelErgebnis } from './domain/sammel.ts';
import { tabellenSpalten } from './domain/tabellen-spalten.ts';
import type { CompassDeps } from './doors-deps.ts';
import { type Editor, editorOf, readerOf } from './use-cases/editor.ts';
import { sammelOfTabelle } from './use-cases/einlesen.ts';
import { readTabelle, wahlFrom } from './use-cases/read-tabelle.ts';
import { applySammel, createSammel, sammelListe, sammelOf, undoSammel } from './use-cases/sammel.ts';
import { wuenscheOfRows } from './use-cases/schnittstelle-wuensche.ts';
import { type StandZeile, standListe, umfaenge, zeilenIn } from './use-cases/stand-liste.ts';
import { sammelJson, sammelListeJson } from './views/sammel-json.ts';
import { transferColumns } from './views/transfer-columns.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Bulk changes and files on the command line: shows first, and takes with --yes. */
export function sammelCommands(deps: CompassDeps): readonly Command[] {
  return [exportCommand(deps), importCommand(deps), bulkCommand(deps), ...keptCommands(deps)];
}

function exportCommand(deps: CompassDeps): Command {
  return {
    capability: 'compass.stand',
    name: 'stand export',
    usage: '<Kommune> --out <Datei.csv|.xlsx> [--umfang pflichten|alle]',
    summary: 'Den Umsetzungsstand mit allen Spalten in eine Datei schreiben, die sich wieder einlesen lässt',
    options: { out: text, umfang: text },
    arity: [1, 8],
    run: async ({ positionals, values, principal }) => {
      const reader = await readerOf(deps, principal, positionals.join(' '));
      if (!reader.ok) return reader;
      const path = typeof values.out === 'string' ? values.out : '';
      const format = formatOf(path);
      if (format === null) return refuse(usage('Bitte nennen Sie die Datei: --out <Name>.csv oder .xlsx.'));
      const liste = await standListe(deps, reader.value);
      if (!liste.ok) return liste;
      const { kommune } = reader.value;
      const rows = zeilenIn(liste.value, umfaenge.find((each) => each === values.umfang) ?? 'pflichten');
      const namen = { ...liste.value, loesungen: await deps.loesungen() };
      const table = { id: 'stand', columns: transferColumns(kommune.ags, namen, rows) };
      const notes = {
        title: `Umsetzungsstand ${kommune.name}`,
        source: `Angaben der Kommune ${kommune.name}`,
        state: formatLocalDate(liste.value.date),
        filters: [],
        demo: deps.demo,
        createdAt: deps.clock.now(),
      };
      const pieces = format === 'csv' ? exportCsv(table, rows) : exportXlsx(table, rows, notes);
      await pipeline(Readable.from(pieces), createWriteStream(path));
      return ok({
        json: { datei: path, zeilen: rows.length },
        text: `${rows.length} Leistungen in ${path}.`,
      });
    },
  };
}

function formatOf(path: string): 'csv' | 'xlsx' | null {
  if (path.endsWith('.xlsx')) return 'xlsx';
  return path.endsWith('.csv') ? 'csv' : null;
}

function importCommand(deps: CompassDeps): Command {
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
      return finish(deps, editor.value, id, input);
    },
  };
}

async function bytesOf(path: string): Promise<Result<Buffer>> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return refuse(usage(`Die Datei ${path} gibt es nicht.`, 'not-found'));
  if (found.size > 25_000_000) return refuse(usage(`Die Datei ${path} ist größer als 25 MB.`, 'too-large'));
  return ok(await readFile(path));
}

function mapped(
  kopf: readonly string[],
  guess: Readonly<Record<string, number>>,
  given: string | boolean | undefined,
): Result<Readonly<Record<string, number>>> {
  const spalten: Record<string, number> = { ...guess };
  for (const pair of typeof given === 'string' ? given.split(',') : []) {
    const [field = '', label = ''] = pair.split('=').map((word) => word.trim());
    const column = kopf.indexOf(label);
    if (!field.startsWith('feld.') && !tabellenSpalten.some(({ key }) => key === field))
      return refuse(
        usage(
          `Das Feld „${field}“ gibt es nicht. Felder: ${tabellenSpalten.map(({ key }) => key).join(', ')}.`,
        ),
      );
    if (column < 0) return refuse(usage(`Die Spalte „${label}“ gibt es nicht. Spalten: ${kopf.join(', ')}.`));
    spalten[field] = column;
  }
  return ok(spalten);
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
      return finish(deps, editor.value, id, input);
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
    : refuse(usage('Zu dieser Auswahl gibt es keine Leistung. Nichts wurde geändert.'));
}

const filters: readonly (readonly [string, (zeile: StandZeile, wanted: string) => boolean])[] = [
  ['suche', ({ ort }, wanted) => ort.gefaltet.includes(foldText(wanted))],
  ['zustand', ({ stand }, wanted) => (stand?.zustand ?? 'keine-angabe') === wanted],
  ['themenfeld', ({ ort }, wanted) => ort.themenfeld === wanted],
  ['fachbereich', ({ zuordnung }, wanted) => zuordnung?.fachbereich.name === wanted],
];

/** Shows the preview, or takes it over where that was said. */
async function finish(
  deps: CompassDeps,
  editor: Editor,
  id: string,
  { values }: CommandInput,
): Promise<Result<CommandOutput>> {
  const found = await sammelOf(deps, editor, id);
  if (!found.ok) return found;
  if (values.yes !== true) return ok({ json: sammelJson(found.value), text: previewText(found.value) });
  const applied = await applySammel(deps, editor, id, values['only-good'] === true);
  if (!applied.ok) return applied;
  const after = await sammelOf(deps, editor, id);
  return after.ok ? ok({ json: sammelJson(after.value), text: ergebnisText(id, applied.value) }) : after;
}

const linesShown = 40;

function previewText({ zeilen, id }: Sammel): string {
  const rows = zeilen ?? [];
  const { added, changed, unchanged, refused } = anzahlen(rows);
  const lines = rows
    .filter(({ art }) => art !== 'unchanged')
    .slice(0, linesShown)
    .map(({ art, name, zeile, probleme, unterschiede, hinweise }) => {
      const where = zeile === null ? '' : `Zeile ${zeile}: `;
      const what = unterschiede.map(
        ({ feld, vorher, nachher }) => `${feld} ${vorher || 'leer'} → ${nachher}`,
      );
      return `  ${signs[art]} ${where}${name}: ${[...probleme, ...what, ...hinweise].join('; ')}`;
    });
  return [
    `${added} neu, ${changed} geändert, ${unchanged} unverändert, ${refused} fehlerhaft`,
    ...lines,
    `Es wurde nichts geändert (Vorschau ${id}). Mit --yes wird gespeichert${refused > 0 ? ', mit --only-good ohne die fehlerhaften Zeilen' : ''}.`,
  ].join('\n');
}

const signs = { added: '+', changed: '~', unchanged: '=', refused: '!' } as const;

function ergebnisText(id: string, { geschrieben, gelassen }: SammelErgebnis): string {
  return [
    `${geschrieben.length} Leistungen geändert (${id}).`,
    ...gelassen.map(({ name, grund }) => `  ! ${name}: ${grund}`),
  ].join('\n');
}

function keptCommands(deps: CompassDeps): readonly Command[] {
  const kommune = { kommune: text };
  const named = ({ values }: CommandInput) =>
    typeof values.kommune === 'string' ? values.kommune : undefined;
  return [
    {
      capability: 'compass.bulk.list',
      name: 'stand bulk list',
      usage: '<Kommune>',
      summary: 'Die letzten Sammeländerungen',
      arity: [1, 8],
      run: async ({ positionals, principal }) => {
        const editor = await editorOf(deps, principal, positionals.join(' '));
        if (!editor.ok) return editor;
        const json = sammelListeJson(await sammelListe(deps, editor.value));
        const lines = json.sammel.map(
          ({ id, angewendetAm, titel, geschrieben, zurueckAm }) =>
            `${id}  ${angewendetAm?.slice(0, 10)}  ${geschrieben}  ${titel}${zurueckAm ? ' (rückgängig)' : ''}`,
        );
        return ok({ json, text: lines.join('\n') || 'Noch keine Sammeländerung.' });
      },
    },
    {
      capability: 'compass.bulk.state',
      name: 'stand bulk show',
      usage: '<Nummer> --kommune <Name|AGS>',
      summary: 'Was eine Sammeländerung ändern würde oder geändert hat',
      options: kommune,
      arity: [1, 1],
      run: async (input) => {
        const editor = await editorOf(deps, input.principal, named(input));
        if (!editor.ok) return editor;
        const found = await sammelOf(deps, editor.value, input.positionals[0] ?? '');
        if (!found.ok) return found;
        const { id, ergebnis } = found.value;
        const said = ergebnis ? ergebnisText(id, ergebnis) : previewText(found.value);
        return ok({ json: sammelJson(found.value), text: said });
      },
    },
    {
      capability: 'compass.bulk.undo',
      name: 'stand bulk undo',
      usage: '<Nummer> --kommune <Name|AGS>',
      summary: 'Eine Sammeländerung rückgängig machen; was andere seither geändert haben, bleibt',
      options: kommune,
      arity: [1, 1],
      run: async (input) => {
        const editor = await editorOf(deps, input.principal, named(input));
        if (!editor.ok) return editor;
        const undone = await undoSammel(deps, editor.value, input.positionals[0] ?? '');
        if (!undone.ok) return undone;
        return ok({ json: undone.value, text: ergebnisText('rückgängig', undone.value) });
      },
    },
  ];
}

function usage(message: string, kind: Refusal['kind'] = 'invalid'): Refusal {
  return { kind, code: 'COMMAND_USAGE', message };
}
