import { dayInGermany, formatCents, formatLocalDate } from '#kernel';
import { pdf } from '#platform';
import { formatMonat, monat } from './domain/monat.ts';
import { korrekturzeilen } from './domain/storno.ts';
import { genauEuro } from './euro.ts';
import type { AnteilMitBlatt } from './store-anteil.ts';
import { anteilText } from './views/anteil-text.ts';
import { grundText, korrekturText } from './views/korrektur-text.ts';

const { drawTable, heading, openPdf, paragraphs } = pdf;

const money = (label: string) => ({ label, zahl: true });
const cents = (cent: number) => formatCents(BigInt(cent));

/** One payer's share with every step: what a Kommune files. A tagged PDF. */
export async function anteilPdf({ blatt, vorher, ...anteil }: AnteilMitBlatt): Promise<Buffer> {
  const title = `Abrechnung ${anteil.rechnungsnummer}`;
  const { doc, root, finish } = await openPdf(title, anteil.gestelltAm);
  heading(doc, root, 'H1', title);
  paragraphs(
    doc,
    root,
    `${anteil.titel}, ${formatMonat(monat(blatt.von))} bis ${formatMonat(monat(blatt.bis))}. Von ${anteil.haus} an ${anteil.name}. Zu zahlen sind ${formatCents(anteil.bruttoCent)} bis zum ${formatLocalDate(anteil.faelligAm)}.`,
  );
  for (const text of blatt.hinweise) paragraphs(doc, root, `Hinweis: ${text}`);
  if (vorher !== null) {
    heading(doc, root, 'H2', 'Korrektur');
    paragraphs(doc, root, korrekturText(vorher.nummer, anteil.korrekturgrund));
    drawTable(
      doc,
      root,
      [{ label: 'Was' }, money('Bisher'), money('Jetzt'), money('Unterschied')],
      korrekturzeilen(vorher, blatt).map(({ titel, bisher, neu }) => [
        titel,
        ...[bisher, neu, neu - bisher].map(cents),
      ]),
    );
  }
  heading(doc, root, 'H2', 'Rechenweg');
  drawTable(
    doc,
    root,
    [
      { label: 'Position und Schicht' },
      { label: 'Verteilt nach' },
      { label: 'Ihr Gewicht von' },
      money('Genau'),
    ],
    blatt.schritte.map((one) => [
      `${one.position}, ${one.schicht} (${anteilText(one.anteil)}): ${genauEuro(one.betrag)}`,
      one.schluessel === null ? 'allein getragen' : `${one.schluessel}, ${one.monate} Monate`,
      `${one.gewicht} von ${one.summe}`,
      genauEuro(one.genau),
    ]),
  );
  heading(doc, root, 'H2', 'Rundung und Umsatzsteuer');
  drawTable(
    doc,
    root,
    [{ label: 'Was' }, { label: 'Grundlage' }, money('Betrag')],
    [
      ...blatt.gruppen.map((one) => [`${one.titel} (${one.satz})`, one.normen.join(', '), cents(one.netto)]),
      ...blatt.steuern.map((one) => [
        `Umsatzsteuer ${one.satz}`,
        `auf ${cents(one.grundlage)}`,
        cents(one.cent),
      ]),
      ['Zu zahlen', '', cents(blatt.brutto)],
    ],
  );
  heading(doc, root, 'H2', 'Schlüssel und Quellen');
  for (const { titel, quelle } of blatt.schluessel)
    paragraphs(doc, root, `${titel}: ${quelle ?? 'ohne Quelle'}.`);
  return finish();
}

/** The cancellation of a share: which bill it takes back, with the same lines and their opposite sign. A tagged PDF. */
export async function stornoPdf({ blatt, storno, ...anteil }: AnteilMitBlatt): Promise<Buffer | null> {
  if (storno === null) return null;
  const title = `Stornorechnung ${storno.nummer}`;
  const { doc, root, finish } = await openPdf(title, storno.am);
  heading(doc, root, 'H1', title);
  const [am, vom] = [storno.am, anteil.gestelltAm].map((moment) => formatLocalDate(dayInGermany(moment)));
  paragraphs(
    doc,
    root,
    `${anteil.haus} hebt am ${am} die Abrechnung ${anteil.rechnungsnummer} vom ${vom} an ${anteil.name} auf: ${anteil.titel}, ${formatMonat(monat(blatt.von))} bis ${formatMonat(monat(blatt.bis))}. Zu zahlen ist nichts; was darauf schon gezahlt ist, ist Ihr Guthaben.`,
  );
  if (anteil.ersetzungsgrund !== '') paragraphs(doc, root, grundText(anteil.ersetzungsgrund));
  heading(doc, root, 'H2', 'Was zurückgenommen wird');
  drawTable(
    doc,
    root,
    [{ label: 'Was' }, money('Betrag')],
    korrekturzeilen(blatt, nichts).map(({ titel, bisher }) => [titel, cents(-bisher)]),
  );
  return finish();
}

const nichts = { gruppen: [], steuern: [], brutto: 0 };
