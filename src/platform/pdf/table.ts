import { type Doc, fonts, left, needRoom, width } from './sheet.ts';

/** The head of a column; numbers stand to the right. */
export interface PdfColumn {
  readonly label: string;
  readonly zahl?: boolean;
}

type Columns = readonly PdfColumn[];

const size = 8.5;
const gap = 8;

/** A table whose rows are never torn between two pages. */
export function drawTable(
  doc: Doc,
  parent: PDFKit.PDFStructureElement,
  columns: Columns,
  rows: readonly (readonly string[])[],
): void {
  const table = doc.struct('Table');
  parent.add(table);
  const widths = widthsOf(columns, rows);
  const line = (cells: readonly string[], head: boolean) =>
    drawRow(doc, table, { columns, widths, cells, head });
  line(
    columns.map(({ label }) => label),
    true,
  );
  for (const row of rows) line(row, false);
  table.end();
  doc.x = left;
  doc.moveDown(0.8);
}

interface Row {
  readonly columns: Columns;
  readonly widths: readonly number[];
  readonly cells: readonly string[];
  readonly head: boolean;
}

function drawRow(doc: Doc, table: PDFKit.PDFStructureElement, { columns, widths, cells, head }: Row): void {
  doc.font(head ? fonts.bold : fonts.regular).fontSize(size);
  const height = Math.max(
    ...cells.map((text, at) => doc.heightOfString(text, { width: widths[at] ?? width })),
  );
  needRoom(doc, height + 6);
  const { y } = doc;
  const row = doc.struct('TR');
  table.add(row);
  let x = left;
  for (const [at, text] of cells.entries()) {
    const place = x;
    const wide = widths[at] ?? width;
    const align = columns[at]?.zahl ? 'right' : 'left';
    row.add(
      doc.struct(head || at === 0 ? 'TH' : 'TD', {}, () => {
        doc.font(head ? fonts.bold : fonts.regular).fontSize(size);
        doc.text(text, place, y, { width: wide, align });
      }),
    );
    x += wide + gap;
  }
  row.end();
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .moveTo(left, y + height + 3)
    .lineTo(left + width, y + height + 3)
    .lineWidth(0.4)
    .stroke('#888888');
  doc.endMarkedContent();
  doc.fillColor('#000000');
  doc.y = y + height + 6;
}

/** Numbers need little; what is left goes to the texts by how much they say, the first column at least a quarter. */
function widthsOf(columns: Columns, rows: readonly (readonly string[])[]): readonly number[] {
  const room = width - gap * (columns.length - 1);
  const weights = columns.map(({ label, zahl }, at) => {
    const longest = Math.max(label.length, ...rows.map((row) => row[at]?.length ?? 0));
    return Math.min(Math.max(longest, 14), zahl ? 26 : at === 0 ? 60 : 32);
  });
  const sum = weights.reduce((all, each) => all + each, 0);
  return weights.map((weight) => (weight / sum) * room);
}
