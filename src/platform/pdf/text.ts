import { collected, type Doc, fonts, left, needRoom, width } from './sheet.ts';

export type PdfParent = ReturnType<Doc['struct']>;

/** A tagged PDF that was begun: what stands on its pages goes below `root`; `finish` gives the file. */
export interface OpenPdf {
  readonly doc: Doc;
  readonly root: PdfParent;
  readonly finish: () => Promise<Buffer>;
}

/**
 * Begins a tagged PDF in German with embedded fonts. The library takes 30 MB, so it comes with the first document: most
 * processes never make one.
 */
export async function openPdf(title: string, createdAt: Date): Promise<OpenPdf> {
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 64, bottom: 64, left, right: left },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'de-DE',
    font: fonts.regular,
    displayTitle: true,
    info: { Title: title, Creator: 'Leitwerk', CreationDate: createdAt },
  });
  const finished = collected(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  return {
    doc,
    root,
    finish: () => {
      root.end();
      doc.end();
      return finished;
    },
  };
}

const sizes = { H1: 20, H2: 15, H3: 12 } as const;

/** A heading, never alone at the foot of a page. */
export function heading(doc: Doc, parent: PdfParent, level: keyof typeof sizes, text: string): void {
  needRoom(doc, level === 'H3' ? 60 : 110);
  if (level === 'H2') doc.moveDown(0.8);
  parent.add(
    doc.struct(level, {}, () => {
      doc.font(fonts.bold).fontSize(sizes[level]).text(text, left, doc.y, { width });
      doc.moveDown(0.5);
    }),
  );
}

/** Paragraphs, parted by empty lines. */
export function paragraphs(doc: Doc, parent: PdfParent, text: string): void {
  for (const each of text.split(/\n\s*\n/).filter((piece) => piece.trim() !== '')) {
    needRoom(doc, 30);
    parent.add(
      doc.struct('P', {}, () => {
        doc.font(fonts.regular).fontSize(10.5).text(each.trim(), left, doc.y, { width });
        doc.moveDown(0.6);
      }),
    );
  }
}
