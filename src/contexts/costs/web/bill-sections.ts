import { html } from 'hono/html';
import { formatCents, formatLocalDate, type Refusal } from '#kernel';
import { formField, numberIn, type PageRequest } from '#platform';
import {
  button,
  buttonRow,
  descriptionList,
  errorOf,
  form,
  formatInstant,
  type Html,
  inputField,
  linkButton,
  pagination,
  section,
  table,
  textareaField,
  textLink,
} from '#ui';
import { afterStep } from '../domain/rechnungszustand.ts';
import { rundungLabel } from '../messages.ts';
import type { Abrechnungsstand } from '../use-cases/anteile.ts';
import { zustandBadge } from './bill-parts.ts';

const perPage = 50;

export function facts({ kopf, abrechnung: { plan, summe } }: Abrechnungsstand): Html {
  const { korrigiert, ersetztDurch } = kopf;
  return descriptionList([
    ['Stand', zustandBadge(kopf.zustand)],
    ['Gestellt', kopf.gestelltAm === null ? '' : formatInstant(kopf.gestelltAm)],
    ['Fällig', kopf.faelligAm === null ? '' : formatLocalDate(kopf.faelligAm)],
    ['Geprüft', kopf.geprueftAm === null ? '' : formatInstant(kopf.geprueftAm)],
    ['Finanzierung', plan.finanzierung.titel],
    ['Rundung', rundungLabel[plan.rundung]],
    ['Überschuss der Aufrundung', summe.aufrundung === 0n ? '' : formatCents(summe.aufrundung)],
    ['Rest der Rundung', summe.rest === 0n ? '' : formatCents(summe.rest)],
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
  { kopf }: Abrechnungsstand,
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

export function payers({ query }: PageRequest, { kopf, abrechnung, anteile }: Abrechnungsstand): Html {
  const paid = new Map(anteile.map((one) => [one.zahler, one.bezahltCent]));
  const all = abrechnung.zahlungen.toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const shown = Math.min(pages, Math.max(1, numberIn(query.get('seite'))));
  const here = `/abrechnungen/${kopf.id}`;
  return section(
    'Anteile',
    html`${table({
      caption: `${all.length} Zahler`,
      columns: [
        { label: 'Zahler', width: 'wide' },
        { label: 'Netto', numeric: true },
        { label: 'Umsatzsteuer', numeric: true },
        { label: 'Zu zahlen', numeric: true },
        { label: 'Bezahlt', numeric: true },
      ],
      rows: all
        .slice((shown - 1) * perPage, shown * perPage)
        .map(({ kennung, name, netto, steuer, brutto }) => [
          textLink(`${here}/zahler/${kennung}`, name),
          formatCents(netto),
          formatCents(steuer),
          formatCents(brutto),
          kopf.nummer === null ? '–' : formatCents(paid.get(kennung) ?? 0n),
        ]),
      footer: [
        'Zusammen',
        formatCents(abrechnung.summe.netto),
        formatCents(abrechnung.summe.steuer),
        formatCents(abrechnung.summe.brutto),
        kopf.nummer === null ? '–' : formatCents(kopf.bezahltCent),
      ],
    })}${pagination({ page: shown, pages, href: (at) => `${here}?seite=${at}` })}`,
    { lead: 'Ein Klick auf den Namen zeigt jeden Rechenschritt.' },
  );
}

export function paymentForm(
  { csrfToken, form: sent }: PageRequest,
  { kopf, abrechnung }: Abrechnungsstand,
  reason: Refusal | null,
): Html {
  const base = (name: string) => ({
    name,
    value: formField(sent, name),
    error: errorOf(reason?.fields, name),
  });
  const names = abrechnung.zahlungen.toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
  return section(
    'Zahlung eintragen',
    form(
      { action: `/abrechnungen/${kopf.id}/zahlung`, csrfToken, label: 'Zahlung eintragen' },
      html`${inputField({ ...base('zahler'), label: 'Kennung des Zahlers', list: 'zahlerliste', width: 'medium' })}<datalist id="zahlerliste">${names.map(({ kennung, name }) => html`<option value="${kennung}">${name}</option>`)}</datalist>${inputField({ ...base('betrag'), label: 'Betrag in Euro', inputmode: 'decimal', width: 'medium' })}${inputField({ ...base('am'), label: 'Eingegangen am', type: 'date' })}${inputField({ ...base('bemerkung'), label: 'Bemerkung', optional: true, maxLength: 300 })}${buttonRow(button('Zahlung eintragen', { kind: 'secondary' }))}`,
    ),
    { lead: 'Einen Irrtum gleichen Sie mit demselben Betrag und einem Minus aus.' },
  );
}

/** What of a bill can be taken away. */
export function files(id: string): Html {
  const link = (ending: string, label: string) =>
    linkButton(label, `/abrechnungen/${id}/${ending}`, { kind: 'tertiary' });
  return section(
    'Zum Mitnehmen',
    buttonRow(
      link('pdf', 'PDF'),
      link('blatt', 'Rechenblatt für Maschinen (JSON)'),
      link('anteile.csv', 'Anteile als CSV'),
      link('anteile.xlsx', 'Anteile als Excel'),
    ),
  );
}
