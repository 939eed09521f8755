export { readSpreadsheet } from './read-spreadsheet.ts';
export { type CellFault, type CellProblem, columnName, type Sheet, type SheetRow } from './sheet.ts';
