import { formatCents, formatLocalDate } from '#kernel';
import { pdf } from '#platform';
import { formatMonat } from './domain/monat.ts';
import { rundungLabel } from './messages.ts';
import type { Abrechnungsstand } from './use-cases/anteile.ts';
import type { Kommunalbudget } from './use-cases/budget.ts';

const { drawTable, heading, openPdf, paragraphs } = pdf;

/** More payers than this stand in the table for machines and not on paper. */
const mostOnPaper = 600;

const money = (label: string) => ({ label, zahl: true });

/** A bill as its house keeps it: positions, layers, what each payer owes. A tagged PDF. */
export async function abrechnungPdf(
  { kopf, abrechnung }: Abrechnungsstand,
  haus: string,
  now: Date,
): Promise<Buffer> {
  const { plan, summe, hinweise, zahlungen } = abrechnung;
  const title = kopf.nummer === null ? `Entwurf: ${plan.titel} ${plan.jahr}` : `Abrechnung ${kopf.nummer}`;
  const { doc, root, finish } = await openPdf(title, kopf.gestelltAm ?? now);
  heading(doc, root, 'H1', title);
  paragraphs(
    doc,
    root,
    `${plan.titel}, ${formatMonat(plan.von)} bis ${formatMonat(plan.bis)}. Abgerechnet von ${haus}.${kopf.faelligAm === null ? '' : ` Fällig am ${formatLocalDate(kopf.faelligAm)}.`} Finanzierung: ${plan.finanzierung.titel}. Rundung: ${rundungLabel[plan.rundung]}.`,
  );
  for (const { text } of hinweise) paragraphs(doc, root, `Hinweis: ${text}`);
  heading(doc, root, 'H2', 'Positionen');
  drawTable(
    doc,
    root,
    [{ label: 'Position' }, { label: 'Zeit' }, { label: 'Grundlage der Umsatzsteuer' }, money('Netto')],
    abrechnung.abschnitte.map(({ titel, von, bis, norm, cent }) => [
      titel,
      `${formatMonat(von)} bis ${formatMonat(bis)}`,
      norm,
      formatCents(cent),
    ]),
  );
  heading(doc, root, 'H2', 'Anteile');
  if (zahlungen.length > mostOnPaper)
    paragraphs(
      doc,
      root,
      `Die Anteile der ${zahlungen.length} Zahler stehen in der Tabelle und im Rechenblatt.`,
    );
  else
    drawTable(
      doc,
      root,
      [{ label: 'Zahler' }, money('Netto'), money('Umsatzsteuer'), money('Zu zahlen')],
      [
        ...zahlungen.map((one) => [
          one.name,
          formatCents(one.netto),
          formatCents(one.steuer),
          formatCents(one.brutto),
        ]),
        ['Zusammen', formatCents(summe.netto), formatCents(summe.steuer), formatCents(summe.brutto)],
      ],
    );
  return finish();
}

/** The budget of a Kommune for its Kämmerei. A tagged PDF. */
export async function budgetPdf(
  { posten, summen }: Kommunalbudget,
  name: string,
  now: Date,
): Promise<Buffer> {
  const title = `Budget für Onlinedienste, ${name}`;
  const { doc, root, finish } = await openPdf(title, now);
  heading(doc, root, 'H1', title);
  paragraphs(doc, root, 'Alle Beträge mit Umsatzsteuer. Was darin angenommen ist, steht bei jedem Dienst.');
  heading(doc, root, 'H2', 'Zusammen');
  const columns = [{ label: 'Jahr' }, money('Mindestens'), money('Erwartet'), money('Höchstens')];
  const row = (jahr: number, { niedrig, erwartet, hoch }: (typeof summen)[number]['summe']) => [
    String(jahr),
    formatCents(niedrig),
    formatCents(erwartet),
    formatCents(hoch),
  ];
  drawTable(
    doc,
    root,
    columns,
    summen.map(({ jahr, summe }) => row(jahr, summe)),
  );
  for (const { titel, budget, hinweise } of posten) {
    heading(doc, root, 'H2', titel);
    drawTable(
      doc,
      root,
      columns,
      budget.jahre.map(({ jahr, summe }) => row(jahr, summe)),
    );
    for (const text of [...hinweise, ...budget.annahmen]) paragraphs(doc, root, text);
  }
  return finish();
}
