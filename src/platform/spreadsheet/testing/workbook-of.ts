import { zipOf } from './zip-of.ts';

/** The XML of a sheet with the given rows. */
export function sheetXml(rows: string, rest = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${rest}</worksheet>`;
}

/** A workbook with one sheet of the given XML. */
export function workbookOf(sheet: string, sharedStrings?: string, styles?: string): Buffer {
  return zipOf([
    [
      'xl/workbook.xml',
      '<workbook xmlns:r="urn:r"><sheets><sheet name="Tabelle1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ],
    ['xl/worksheets/sheet1.xml', sheet],
    ...(sharedStrings === undefined ? [] : [['xl/sharedStrings.xml', sharedStrings] as const]),
    ...(styles === undefined ? [] : [['xl/styles.xml', styles] as const]),
  ]);
}
