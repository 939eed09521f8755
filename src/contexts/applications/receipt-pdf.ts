import { join } from 'node:path';
import type PDFDocument from 'pdfkit';

// Embedded, so that the file looks the same everywhere and a screen reader finds every character.
const fonts = join(import.meta.dirname, '../../../data/schriften');
const regular = join(fonts, 'DejaVuSans.ttf');
const bold = join(fonts, 'DejaVuSans-Bold.ttf');

/** What a receipt says. */
export interface ReceiptContent {
  readonly title: string;
  readonly lead: string;
  readonly rows: readonly (readonly [label: string, value: string])[];
  readonly notes: readonly string[];
  readonly createdAt: Date;
}

type Doc = InstanceType<typeof PDFDocument>;

/** One page, tagged: heading, paragraphs, a table with row headers; language and title are set. */
export async function receiptPdf(content: ReceiptContent): Promise<Buffer> {
  const { default: Document } = await import('pdfkit');
  const doc = new Document({
    size: 'A4',
    margins: { top: 72, bottom: 72, left: 72, right: 72 },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'de-DE',
    font: regular,
    displayTitle: true,
    info: { Title: content.title, Creator: 'Leitwerk', CreationDate: content.createdAt },
  });
  const finished = collected(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const paragraph = (type: 'H1' | 'P', size: number, text: string) => {
    root.add(
      doc.struct(type, {}, () => {
        doc.font(type === 'H1' ? bold : regular).fontSize(size);
        doc.text(text, 72, doc.y, { width: 451 }).moveDown(0.8);
      }),
    );
  };
  paragraph('H1', 20, content.title);
  paragraph('P', 11, content.lead);
  root.add(tableOf(doc, content.rows));
  doc.x = 72;
  doc.moveDown(1);
  for (const note of content.notes) paragraph('P', 11, note);
  root.end();
  doc.end();
  return finished;
}

function tableOf(doc: Doc, rows: ReceiptContent['rows']): PDFKit.PDFStructureElement {
  const table = doc.struct('Table');
  for (const [label, value] of rows) {
    const row = doc.struct('TR');
    table.add(row);
    row.add(doc.struct('TH', {}, () => cell(doc, label, bold, 72, 160)));
    row.add(
      doc.struct('TD', {}, () => {
        cell(doc, value, regular, 242, 281);
        doc.moveDown(0.5);
      }),
    );
    row.end();
  }
  table.end();
  return table;
}

/** Writes beside the cell before: the label does not move the line on. */
function cell(doc: Doc, text: string, font: string, x: number, width: number): void {
  const { y } = doc;
  doc.font(font).fontSize(11).text(text, x, y, { width });
  if (font === bold) doc.y = y;
}

function collected(doc: Doc): Promise<Buffer> {
  const pieces: Buffer[] = [];
  doc.on('data', (piece: Buffer) => pieces.push(piece));
  return new Promise((resolve, reject) => {
    doc.once('end', () => resolve(Buffer.concat(pieces)));
    doc.once('error', reject);
  });
}
