import { formatLocalDate } from '#kernel';
import { pdf } from '#platform';
import { laufzeitOhneEnde } from '../domain/auftragswert.ts';
import { ohnePreisblatt } from '../domain/bestellung.ts';
import { quartalsregel } from '../domain/erster-zeitraum.ts';
import { euro } from '../geld.ts';
import { befugnisLabel, vergabeLabel } from '../messages.ts';
import type { Bestelldetail } from './read-bestellungen.ts';

/** The name of the document as a file. */
export function documentName({ bestellung: { dienst, ags } }: Bestelldetail): string {
  return `bestellung-${dienst}-${ags}.pdf`;
}

/** The order as a tagged PDF: to be signed, or as it was signed. */
export async function orderPdf(detail: Bestelldetail, createdAt: Date): Promise<Buffer> {
  const { bestellung } = detail;
  const { inhalt, kommune } = bestellung;
  const title = `Bestellung des Onlinedienstes „${inhalt.titel}“`;
  const { doc, root, finish } = await pdf.openPdf(title, createdAt);
  pdf.heading(doc, root, 'H1', title);
  pdf.paragraphs(
    doc,
    root,
    `${kommune} (Schlüssel ${bestellung.ags}) bestellt bei ${inhalt.haus} den Onlinedienst „${inhalt.titel}“ in der jeweils angebotenen Fassung, zurzeit Fassung ${inhalt.fassung}.`,
  );
  if (bestellung.zeichnung === null)
    pdf.paragraphs(
      doc,
      root,
      'Dieses Dokument bindet die Kommune erst mit der Unterschrift einer Person, die sie binden darf.',
    );
  const part = (heading: string, rows: readonly (readonly [string, string])[]) => {
    const section = doc.struct('Sect');
    root.add(section);
    pdf.heading(doc, section, 'H2', heading);
    pdf.drawTable(doc, section, [{ label: 'Angabe' }, { label: 'Inhalt' }], rows);
    section.end();
  };
  part(
    'Leistungen',
    inhalt.leistungen.map(({ name, leika }) => [name, leika] as const),
  );
  part('Preis', priceRows(detail));
  part('Grundlagen', groundRows(detail));
  pdf.heading(doc, root, 'H2', 'Unterschrift');
  for (const text of signatureTexts(detail)) pdf.paragraphs(doc, root, text);
  return finish();
}

function priceRows({
  bestellung: { inhalt },
  zeitraum,
}: Bestelldetail): readonly (readonly [string, string])[] {
  return [
    ['Je Kalenderjahr', euro(inhalt.jahrCent)],
    ['Erste Periode', `${euro(inhalt.ersteCent)}, abgerechnet für ${zeitraum.rechnungsjahr}`],
    ['Einmalig', euro(inhalt.einmaligCent)],
    ['Erläuterungen', inhalt.erlaeuterung || 'keine'],
    ['Preisblatt', sheetText(inhalt.preisblatt)],
    ['Regel für die erste Periode', `${quartalsregel.text} ${quartalsregel.annahme}`],
    ['Wert des Auftrags', `${euro(inhalt.wertCent)} über ${yearsText(inhalt.laufzeitJahre)}`],
  ];
}

/** Which price sheet counts, or that cost is apportioned. */
export function sheetText(nummer: number): string {
  return nummer === ohnePreisblatt ? 'keines: Anteil an umgelegten Kosten' : `Nummer ${nummer}`;
}

/** „4 Jahre“, or how an open end is reckoned. */
export function yearsText(laufzeitJahre: number | null): string {
  if (laufzeitJahre === null)
    return `${laufzeitOhneEnde} Jahre (Vertrag ohne Ende; so gerechnet ist eine Annahme)`;
  return laufzeitJahre === 1 ? '1 Jahr' : `${laufzeitJahre} Jahre`;
}

function groundRows({
  bestellung: { inhalt },
  regel,
}: Bestelldetail): readonly (readonly [string, string])[] {
  return [
    ['Rahmenvereinbarung', inhalt.rahmen?.titel ?? 'nicht nötig'],
    ['Grundlage der Vergabe', [vergabeLabel[inhalt.vergabe], inhalt.vergabeGrund].filter(Boolean).join('. ')],
    ['Geschäft der laufenden Verwaltung', inhalt.laufendeVerwaltung ? `ja: ${inhalt.laufendGrund}` : 'nein'],
    ['Gewünschter Beginn', inhalt.beginn ? formatLocalDate(inhalt.beginn) : 'so bald wie möglich'],
    ['Bemerkung', inhalt.bemerkung || 'keine'],
    [regel.annahme ? `${regel.norm} (Annahme)` : regel.norm, regel.text],
  ];
}

function signatureTexts({ bestellung: { zeichnung, kommune } }: Bestelldetail): readonly string[] {
  if (zeichnung !== null)
    return [
      `Für ${kommune} gezeichnet am ${formatLocalDate(zeichnung.am)} von ${zeichnung.von} (${befugnisLabel[zeichnung.als]}), ${zeichnung.wie === 'papier' ? 'auf Papier' : 'in Textform'}.`,
    ];
  return [
    'Ort und Datum: ________________________________',
    `Für ${kommune}, Unterschrift: ________________________________`,
    'Name und Amt in Druckschrift: ________________________________',
  ];
}
