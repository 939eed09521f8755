import PDFDocument from 'pdfkit';
import { formatLocalDate } from '#kernel';
import { formatInstant } from '#ui';
import { zustandNamen } from './domain/bericht.ts';
import type { Block } from './domain/dokument.ts';
import { drawBars, drawCourse } from './pdf/pictures.ts';
import { collected, type Doc, fonts, left, needRoom, width } from './pdf/sheet.ts';
import { drawTable } from './pdf/table.ts';
import type { Bericht } from './use-cases/read-reports.ts';
import { abschnittOf } from './views/abschnitte.ts';
import { valueText } from './views/zahl-text.ts';

type Parent = ReturnType<Doc['struct']>;

/** The report as a tagged PDF: headings, paragraphs, tables with head cells, pictures with alternative text. */
export function reportPdf(bericht: Bericht, createdAt: Date): Promise<Buffer> {
  const { gezeigt, bestand } = bericht;
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 64, bottom: 64, left, right: left },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'de-DE',
    font: fonts.regular,
    displayTitle: true,
    info: { Title: gezeigt.titel, Creator: 'Leitwerk', CreationDate: createdAt },
  });
  const finished = collected(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  opening(doc, root, bericht);
  for (const { key, anmerkung } of gezeigt.abschnitte) {
    const { titel, bloecke } = abschnittOf(key, bestand);
    const part = doc.struct('Sect');
    root.add(part);
    heading(doc, part, 'H2', titel);
    for (const block of bloecke) drawBlock(doc, part, block);
    if (anmerkung !== '') {
      heading(doc, part, 'H3', 'Anmerkung der Kommune');
      paragraphs(doc, part, anmerkung);
    }
    part.end();
  }
  numbers(doc, root, bericht);
  root.end();
  doc.end();
  return finished;
}

function opening(
  doc: Doc,
  root: Parent,
  { gezeigt, bestand, zustand, nummer, gezogenAm, schritte }: Bericht,
): void {
  heading(doc, root, 'H1', gezeigt.titel);
  paragraphs(
    doc,
    root,
    `${bestand.kommune}, Bericht Nummer ${nummer}, Fassung ${gezeigt.fassung}. Stichtag ${formatLocalDate(bestand.stichtag)}; die Zahlen wurden am ${formatInstant(gezogenAm)} gezogen und sind seither unverändert.`,
  );
  const last = schritte.at(-1);
  const since = last ? ` seit ${formatInstant(last.gegangenAm)}` : '';
  const reason = last?.begruendung ? ` Begründung: ${last.begruendung}` : '';
  paragraphs(doc, root, `Zustand dieses Berichts: ${zustandNamen[zustand]}${since}.${reason}`);
  if (gezeigt.einleitung !== '') paragraphs(doc, root, gezeigt.einleitung);
}

const sizes = { H1: 20, H2: 15, H3: 12 } as const;

function heading(doc: Doc, parent: Parent, level: keyof typeof sizes, text: string): void {
  needRoom(doc, level === 'H3' ? 60 : 110);
  if (level === 'H2') doc.moveDown(0.8);
  parent.add(
    doc.struct(level, {}, () => {
      doc.font(fonts.bold).fontSize(sizes[level]).text(text, left, doc.y, { width });
      doc.moveDown(0.5);
    }),
  );
}

function paragraphs(doc: Doc, parent: Parent, text: string): void {
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

function drawBlock(doc: Doc, parent: Parent, block: Block): void {
  if (block.art !== 'satz') heading(doc, parent, 'H3', block.titel);
  if (block.art === 'satz') paragraphs(doc, parent, block.text);
  else if (block.art === 'balken') drawBars(doc, parent, block);
  else if (block.art === 'verlauf') drawCourse(doc, parent, block);
  else if (block.zeilen.length === 0) paragraphs(doc, parent, block.leer);
  else drawTable(doc, parent, block.spalten, block.zeilen);
}

function numbers(doc: Doc, root: Parent, { gezeigt, bestand }: Bericht): void {
  const zahlen = gezeigt.abschnitte.flatMap(({ key }) => abschnittOf(key, bestand).zahlen);
  if (zahlen.length === 0) return;
  const part = doc.struct('Sect');
  root.add(part);
  heading(doc, part, 'H2', 'Alle Zahlen mit Quelle und Stand');
  drawTable(
    doc,
    part,
    [{ label: 'Zahl' }, { label: 'Wert', zahl: true }, { label: 'Quelle' }, { label: 'Stand' }],
    zahlen.map((zahl) => [zahl.bezeichnung, valueText(zahl), zahl.quelle, formatLocalDate(zahl.stand)]),
  );
  part.end();
}
