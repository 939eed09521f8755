import { type Result, refuse } from '#kernel';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { type Sheet, sheetLimits, unreadable } from './sheet.ts';

/** Reads a table from a file, which its content tells and not its name: an Excel workbook or text with separators. */
export function readSpreadsheet(bytes: Buffer): Result<Sheet> {
  if (bytes.length > sheetLimits.fileBytes)
    return refuse(
      unreadable(
        'SPREADSHEET_TOO_LARGE',
        `Die Datei ist größer als ${sheetLimits.fileBytes / 1_000_000} MB.`,
      ),
    );
  const sheet = bytes.length >= 4 ? bySignature(bytes) : readCsv(bytes);
  if (sheet.ok && sheet.value.rows.length === 0)
    return refuse(unreadable('SPREADSHEET_EMPTY', 'Die Tabelle ist leer.'));
  return sheet;
}

function bySignature(bytes: Buffer): Result<Sheet> {
  switch (bytes.readUInt32BE(0)) {
    case 0x504b0304:
      return readXlsx(bytes);
    case 0xd0cf11e0:
      return refuse(
        unreadable(
          'SPREADSHEET_OLD_EXCEL',
          'Das ist das alte Excel-Format (.xls) oder eine geschützte Datei. Bitte als .xlsx oder .csv speichern.',
        ),
      );
    default:
      return readCsv(bytes);
  }
}
