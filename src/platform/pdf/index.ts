export { type Doc, fonts, left, needRoom, width } from './sheet.ts';
export { drawTable } from './table.ts';
export { heading, openPdf, type PdfParent, paragraphs } from './text.ts';
