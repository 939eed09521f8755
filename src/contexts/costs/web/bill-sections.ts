import { html } from 'hono/html';
import { formatCents, formatLocalDate, type Refusal } from '#kernel';
import { formField, type PageRequest } from '#platform';
import {
  button,
  buttonRow,
  descriptionList,
  errorOf,
  form,
  formatInstant,
  type Html,
  inputField,
  pagination,
  section,
  table,
  textareaField,
  textLink,
} from '#ui';
import { afterStep } from '../domain/rechnungszustand.ts';
import { rundungLabel } from '../messages.ts';
import type { Rechnungsansicht } from '../use-cases/rechnungsbild.ts';
import { zustandBadge } from './bill-parts.ts';

export function facts({ kopf, bild }: Rechnungsansicht): Html {
  const { korrigiert, ersetztDurch } = kopf;
  return descriptionList([
    ['Stand', zustandBadge(kopf.zustand)],
    ['Gestellt', kopf.gestelltAm === null ? '' : formatInstant(kopf.gestelltAm)],
    ['Zurückgezahlt', kopf.zurueckgezahltCent === 0n ? '' : formatCents(kopf.zurueckgezahltCent)],
    ['Fällig', kopf.faelligAm === null ? '' : formatLocalDate(kopf.faelligAm)],
    ['Geprüft', kopf.geprueftAm === null ? '' : formatInstant(kopf.geprueftAm)],
    ['Finanzierung', bild.finanzierung],
    ['Rundung', rundungLabel[bild.rundung]],
    ['Überschuss der Aufrundung', bild.summe.aufrundung === 0n ? '' : formatCents(bild.summe.aufrundung)],
    ['Rest der Rundung', bild.summe.rest === 0n ? '' : formatCents(bild.summe.rest)],
    [
      'Ersetzt',
      korrigiert === null
        ? ''
        : html`${textLink(`/abrechnungen/${korrigiert}`, 'die frühere Abrechnung')}: ${kopf.grund}`,
    ],
    [
      'Ersetzt durch',
      ersetztDurch === null ? '' : textLink(`/abrechnungen/${ersetztDurch}`, 'die neue Abrechnung'),
    ],
  ]);
}

export function nextSteps(
  { csrfToken, form: sent }: PageRequest,
  { kopf }: Rechnungsansicht,
  reason: Refusal | null,
): Html {
  const { zustand, id } = kopf;
  const can = (schritt: Parameters<typeof afterStep>[1]) => afterStep(zustand, schritt) !== null;
  const press = (schritt: string, label: string, kind: 'primary' | 'secondary', more: Html | '' = '') =>
    form(
      { action: `/abrechnungen/${id}/schritt`, csrfToken, label, hidden: { schritt } },
      html`${more}${buttonRow(button(label, { kind }))}`,
    );
  const grund = textareaField({
    name: 'grund',
    label: 'Was die neue Abrechnung korrigiert',
    hint: 'Jeder Zahler, dessen Anteil sich ändert oder entfällt, liest diesen Satz auf seiner Seite und im PDF. Bitte nennen Sie keinen anderen Zahler darin.',
    value: formField(sent, 'grund'),
    rows: 2,
    error: errorOf(reason?.fields, 'grund'),
  });
  const buttons = [
    can('pruefen') ? press('pruefen', 'Als geprüft festhalten', 'primary') : '',
    can('stellen') ? press('stellen', 'Abrechnung stellen', 'primary') : '',
    can('verworfen') ? press('verwerfen', 'Entwurf verwerfen', 'secondary') : '',
    can('korrigieren') ? press('korrigieren', 'Neue Abrechnung entwerfen', 'secondary', grund) : '',
  ].filter((one) => one !== '');
  if (buttons.length === 0) return html``;
  return section('Nächster Schritt', html`${buttons}`, {
    lead: can('stellen')
      ? 'Gestellt wird genau einmal. Danach sieht jede Kommune ihren Anteil, und die Abrechnung ändert sich nie mehr.'
      : 'Was gestellt ist, bleibt, wie es ist. Eine Korrektur ist eine neue Abrechnung aus dem Plan von heute.',
  });
}

export function payers({ kopf, bild, zeilen, gefunden, wahl }: Rechnungsansicht): Html {
  const { suche, seite, jeSeite } = wahl;
  const here = `/abrechnungen/${kopf.id}`;
  const issued = kopf.nummer !== null;
  const searched = suche === '' ? '' : `suche=${encodeURIComponent(suche)}&`;
  return section(
    'Anteile',
    html`${bild.zahler > jeSeite ? searchForm(here, suche) : ''}${table({
      caption: suche === '' ? `${gefunden} Zahler` : `${gefunden} von ${bild.zahler} Zahlern`,
      columns: [
        { label: 'Zahler', width: 'wide' },
        { label: 'Netto', numeric: true },
        { label: 'Umsatzsteuer', numeric: true },
        { label: 'Zu zahlen', numeric: true },
        { label: 'Bezahlt', numeric: true },
      ],
      rows: zeilen.map(({ zahler, name, netto, steuer, brutto, bezahlt, zurueckgezahlt }) => [
        textLink(`${here}/zahler/${zahler}`, name),
        ...[netto, steuer, brutto].map(formatCents),
        issued ? formatCents(bezahlt - zurueckgezahlt) : '–',
      ]),
      footer: [
        'Alle zusammen',
        ...[bild.summe.netto, bild.summe.steuer, bild.summe.brutto].map(formatCents),
        issued ? formatCents(kopf.bezahltCent - kopf.zurueckgezahltCent) : '–',
      ],
    })}${pagination({
      page: seite,
      pages: Math.max(1, Math.ceil(gefunden / jeSeite)),
      href: (at) => `${here}?${searched}seite=${at}`,
    })}`,
    { lead: 'Ein Klick auf den Namen zeigt jeden Rechenschritt.' },
  );
}

function searchForm(action: string, suche: string): Html {
  return form(
    { action, method: 'get', label: 'Zahler suchen' },
    html`${inputField({ name: 'suche', label: 'Zahler', value: suche, optional: true, hint: 'Teil des Namens oder Anfang der Kennung', maxLength: 100 })}${buttonRow(button('Suchen', { kind: 'secondary' }))}`,
  );
}

export function paymentForm(
  { csrfToken, form: sent }: PageRequest,
  { kopf, zeilen }: Rechnungsansicht,
  reason: Refusal | null,
): Html {
  const base = (name: string) => ({
    name,
    value: formField(sent, name),
    error: errorOf(reason?.fields, name),
  });
  return section(
    'Zahlung eintragen',
    form(
      { action: `/abrechnungen/${kopf.id}/zahlung`, csrfToken, label: 'Zahlung eintragen' },
      html`${inputField({ ...base('zahler'), label: 'Kennung des Zahlers', hint: 'Zum Beispiel der AGS; vorgeschlagen wird, wer oben in der Tabelle steht.', list: 'zahlerliste', width: 'medium' })}<datalist id="zahlerliste">${zeilen.map(({ zahler, name }) => html`<option value="${zahler}">${name}</option>`)}</datalist>${inputField({ ...base('betrag'), label: 'Betrag in Euro', inputmode: 'decimal', width: 'medium' })}${inputField({ ...base('am'), label: 'Eingegangen am', type: 'date' })}${inputField({ ...base('bemerkung'), label: 'Bemerkung', optional: true, maxLength: 300 })}${buttonRow(button('Zahlung eintragen', { kind: 'secondary' }))}`,
    ),
    { lead: 'Einen Irrtum gleichen Sie mit demselben Betrag und einem Minus aus.' },
  );
}
