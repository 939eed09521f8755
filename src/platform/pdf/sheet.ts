import { join } from 'node:path';
import type PDFDocument from 'pdfkit';

export type Doc = InstanceType<typeof PDFDocument>;

// Embedded, so that the file looks the same everywhere and a screen reader finds every character.
const folder = join(import.meta.dirname, '../../../data/schriften');
export const fonts = {
  regular: join(folder, 'DejaVuSans.ttf'),
  bold: join(folder, 'DejaVuSans-Bold.ttf'),
} as const;

export const left = 56;
/** Width of the text on A4, in points. */
export const width = 595 - 2 * left;
const bottom = 842 - 64;

/** Begins a new page where less than `height` points are left. */
export function needRoom(doc: Doc, height: number): void {
  if (doc.y + height > bottom) doc.addPage();
}

/** Everything that a document writes, once it has ended. */
export function collected(doc: Doc): Promise<Buffer> {
  const pieces: Buffer[] = [];
  doc.on('data', (piece: Buffer) => pieces.push(piece));
  return new Promise((resolve, reject) => {
    doc.once('end', () => resolve(Buffer.concat(pieces)));
    doc.once('error', reject);
  });
}
