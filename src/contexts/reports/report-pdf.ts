import { formatLocalDate } from '#kernel';
import { pdf } from '#platform';
import { formatInstant } from '#ui';
import { zustandNamen } from './domain/bericht.ts';
import type { Block } from './domain/dokument.ts';
import { drawBars, drawCourse } from './pdf/pictures.ts';
import type { Bericht } from './use-cases/read-reports.ts';
import { abschnittOf } from './views/abschnitte.ts';
import { valueText } from './views/zahl-text.ts';

const { drawTable, heading, openPdf, paragraphs } = pdf;
type Doc = pdf.Doc;
type Parent = pdf.PdfParent;

/** The report as a tagged PDF: headings, paragraphs, tables with head cells, pictures with alternative text. */
export async function reportPdf(bericht: Bericht, createdAt: Date): Promise<Buffer> {
  const { gezeigt, bestand } = bericht;
  const { doc, root, finish } = await openPdf(gezeigt.titel, createdAt);
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
  return finish();
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
