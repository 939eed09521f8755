import { ok, type Result, refuse } from '#kernel';
import { type Archive, openArchive } from './archive.ts';
import { dateStyles } from './date-styles.ts';
import { readSheetXml } from './read-sheet-xml.ts';
import { type Sheet, unreadable } from './sheet.ts';
import { attributeOf, readXml } from './xml.ts';

interface SheetEntry {
  readonly name: string;
  readonly id: string;
  readonly hidden: boolean;
}

/**
 * Reads the first visible sheet of a workbook (ECMA-376, transitional or strict) as text: days as
 * `YYYY-MM-DD`, numbers with a decimal comma and without Excel's display format; formulas, merged cells and error values are named and not resolved.
 */
export function readXlsx(bytes: Buffer): Result<Sheet> {
  const archive = openArchive(bytes);
  if (!archive.ok) return archive;
  if (archive.value.names.some((name) => name.endsWith('vbaProject.bin')))
    return refuse(
      unreadable(
        'SPREADSHEET_MACROS',
        'Die Datei enthält Makros. Bitte als gewöhnliche Arbeitsmappe (.xlsx) speichern.',
      ),
    );
  const sheets = sheetsOf(archive.value);
  if (!sheets.ok) return sheets;
  const chosen = sheets.value.find(({ hidden }) => !hidden);
  if (!chosen)
    return refuse(unreadable('SPREADSHEET_EMPTY', 'In der Arbeitsmappe ist kein sichtbares Blatt.'));
  const path = pathOf(archive.value, chosen.id);
  if (!path.ok) return path;
  const strings = sharedStrings(archive.value);
  if (!strings.ok) return strings;
  const part = archive.value.read(path.value);
  if (!part.ok) return part;
  if (part.value === null)
    return refuse(unreadable('SPREADSHEET_BROKEN', `Das Blatt „${chosen.name}“ fehlt in der Datei.`));
  const days = dateStyles(archive.value);
  if (!days.ok) return days;
  const rows = readSheetXml(part.value, strings.value, days.value);
  if (!rows.ok) return rows;
  return ok({ format: 'xlsx', notes: notesOf(chosen, sheets.value), rows: rows.value });
}

function notesOf(chosen: SheetEntry, all: readonly SheetEntry[]): readonly string[] {
  const others = all.filter((sheet) => sheet !== chosen).map(({ name }) => `„${name}“`);
  const rest = others.length > 0 ? ` Nicht gelesen: ${others.join(', ')}.` : '';
  return [`Gelesen wurde das Blatt „${chosen.name}“.${rest}`];
}

function sheetsOf(archive: Archive): Result<readonly SheetEntry[]> {
  const sheets: SheetEntry[] = [];
  const part = parsed(archive, 'xl/workbook.xml', (name, attributes) => {
    if (name !== 'sheet') return;
    const state = attributeOf(attributes, 'state');
    sheets.push({
      name: attributeOf(attributes, 'name') ?? '',
      id: attributeOf(attributes, '[A-Za-z0-9]+:id') ?? '',
      hidden: state === 'hidden' || state === 'veryHidden',
    });
  });
  return part.ok ? ok(sheets) : part;
}

function pathOf(archive: Archive, id: string): Result<string> {
  let target: string | null = null;
  const part = parsed(archive, 'xl/_rels/workbook.xml.rels', (name, attributes) => {
    if (name !== 'Relationship' || attributeOf(attributes, 'Id') !== id) return;
    if (attributeOf(attributes, 'TargetMode') !== 'External') target = attributeOf(attributes, 'Target');
  });
  if (!part.ok) return part;
  const path: string = target ?? '';
  return ok(path.startsWith('/') ? path.slice(1) : `xl/${path}`);
}

/** Texts that cells share; rich text is joined, phonetic readings are left out. */
function sharedStrings(archive: Archive): Result<readonly string[]> {
  const strings: string[] = [];
  const found = archive.read('xl/sharedStrings.xml');
  if (!found.ok) return found;
  if (found.value === null) return ok(strings);
  let [text, inText, phonetic] = ['', false, 0];
  const read = readXml(found.value, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic += 1;
      inText = name === 't' && phonetic === 0;
    },
    close: (name) => {
      if (name === 'si') strings.push(text);
      if (name === 'rPh') phonetic -= 1;
      inText = false;
    },
    text: (part) => {
      if (inText) text += part;
    },
  });
  return read.ok ? ok(strings) : read;
}

function parsed(
  archive: Archive,
  name: string,
  open: (name: string, attributes: string) => void,
): Result<true> {
  const part = archive.read(name);
  if (!part.ok) return part;
  if (part.value === null)
    return refuse(
      unreadable('SPREADSHEET_NOT_A_WORKBOOK', 'Das ist ein Archiv, aber keine Excel-Arbeitsmappe (.xlsx).'),
    );
  return readXml(part.value, name, { open, close: () => {}, text: () => {} });
}
