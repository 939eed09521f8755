import { formatLocalDate } from '#kernel';
import { pdf } from '#platform';
import { formatNumber } from '#ui';
import type { Balken, Verlaufsbild } from '../domain/dokument.ts';

const { drawTable, fonts, left, needRoom, width } = pdf;
type Doc = pdf.Doc;
type Parent = PDFKit.PDFStructureElement;

const tones = ['#1f4e79', '#b35c00', '#555555'] as const;
const dashes = [0, 5, 1.5] as const;

/** Bars with their labels and numbers; screen readers get the sentence. */
export function drawBars(doc: Doc, parent: Parent, { titel, text, teile }: Balken): void {
  const height = teile.length * 17;
  needRoom(doc, height + 10);
  const top = doc.y;
  const longest = Math.max(1, ...teile.map(({ wert }) => wert));
  picture(doc, parent, `${titel}. ${text}`, () => {
    for (const [at, { label, wert }] of teile.entries()) {
      const y = top + at * 17;
      doc.fillColor('#000000').font(fonts.regular).fontSize(9).text(label, left, y, { width: 130 });
      doc.rect(left + 140, y, Math.max(0.5, (wert / longest) * 260), 10).fill(tones[0]);
      doc.fillColor('#000000').text(formatNumber(wert), left + 410, y, { width: 70 });
    }
  });
  doc.x = left;
  doc.y = top + height + 8;
}

/** Courses as lines, each with a dash of its own; the numbers of every sixth month stand below. */
export function drawCourse(doc: Doc, parent: Parent, { titel, text, reihen }: Verlaufsbild): void {
  needRoom(doc, 190);
  const top = doc.y;
  const [high, wide] = [130, width - 60];
  const largest = Math.max(1, ...reihen.flatMap(({ punkte }) => punkte.map(({ wert }) => wert)));
  picture(doc, parent, `${titel}. ${text}`, () => {
    doc
      .rect(left + 40, top, wide, high)
      .lineWidth(0.5)
      .stroke('#888888');
    doc.font(fonts.regular).fontSize(8).fillColor('#000000');
    doc.text(formatNumber(largest), left, top, { width: 36, align: 'right' });
    doc.text('0', left, top + high - 8, { width: 36, align: 'right' });
    for (const [at, { label, punkte }] of reihen.entries()) {
      const step = wide / Math.max(1, punkte.length - 1);
      for (const [index, { wert }] of punkte.entries()) {
        const [x, y] = [left + 40 + index * step, top + high - (wert / largest) * high];
        if (index === 0) doc.moveTo(x, y);
        else doc.lineTo(x, y);
      }
      lined(doc, at);
      const x = left + 40 + at * 150;
      doc.moveTo(x, top + high + 16).lineTo(x + 24, top + high + 16);
      lined(doc, at);
      doc.fillColor('#000000').text(label, x + 30, top + high + 11, { width: 118 });
    }
  });
  doc.x = left;
  doc.y = top + high + 34;
  const days = reihen[0]?.punkte ?? [];
  const shown = days.flatMap(({ tag }, at) => ((days.length - 1 - at) % 6 === 0 ? [{ tag, at }] : []));
  drawTable(
    doc,
    parent,
    [{ label: 'Tag' }, ...reihen.map(({ label }) => ({ label, zahl: true }))],
    shown.map(({ tag, at }) => [
      formatLocalDate(tag),
      ...reihen.map(({ punkte }) => formatNumber(punkte[at]?.wert ?? 0)),
    ]),
  );
}

function lined(doc: Doc, at: number): void {
  const dash = dashes[at % dashes.length] ?? 0;
  if (dash > 0) doc.dash(dash, { space: dash });
  doc.lineWidth(1.6).stroke(tones[at % tones.length]);
  doc.undash();
}

function picture(doc: Doc, parent: Parent, alt: string, draw: () => void): void {
  parent.add(doc.struct('Figure', { alt }, draw));
}
