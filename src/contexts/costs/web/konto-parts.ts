import { html } from 'hono/html';
import { formatCents, formatLocalDate, type Refusal } from '#kernel';
import { formField, type PageRequest } from '#platform';
import {
  button,
  buttonRow,
  errorOf,
  form,
  type Html,
  inputField,
  linkButton,
  refusalNotice,
  section,
  table,
  textLink,
} from '#ui';
import { euroField } from '../euro.ts';
import type { Konto } from '../use-cases/konto.ts';
import type { Rechnungsansicht } from '../use-cases/rechnungsbild.ts';
import { buchungText } from '../views/buchung-text.ts';

/** What was paid on a share and what went back, as its house and its payer read it. */
export function kontoSection({ anteil, buchungen, stand }: Konto, zahler = ''): Html {
  const file = (ending: string) =>
    `/abrechnungen/${anteil.abrechnung}/konto.${ending}${zahler === '' ? '' : `?${new URLSearchParams({ zahler })}`}`;
  const { guthabenCent, offenCent } = stand;
  return section(
    'Zahlungen',
    html`${table({
      caption: 'Zahlungen und Rückzahlungen',
      captionHidden: true,
      columns: [{ label: 'Tag' }, { label: 'Was', width: 'wide' }, { label: 'Betrag', numeric: true }],
      rows: buchungen.map((one) => [formatLocalDate(one.am), buchungText(one), formatCents(one.cent)]),
      footer: ['Zusammen', '', formatCents(anteil.bezahltCent - anteil.zurueckgezahltCent)],
      empty: html`<p class="kern-body">Noch keine Zahlung.</p>`,
    })}${buchungen.length === 0 ? '' : buttonRow(linkButton('Zahlungen als CSV', file('csv'), { kind: 'tertiary' }), linkButton('Zahlungen als Excel', file('xlsx'), { kind: 'tertiary' }))}`,
    {
      id: 'zahlungen',
      lead:
        guthabenCent > 0n
          ? `Guthaben: ${formatCents(guthabenCent)}.`
          : offenCent > 0n
            ? `Offen: ${formatCents(offenCent)}.`
            : 'Nichts ist offen.',
    },
  );
}

/** Books what goes back to a payer; nothing where nothing can go back or was given back. */
export function rueckzahlungForm(
  { csrfToken, form: sent }: PageRequest,
  { anteil, buchungen, stand: { rueckzahlbarCent } }: Konto,
  reason: Refusal | null,
): Html | '' {
  if (rueckzahlbarCent === 0n && anteil.zurueckgezahltCent === 0n && reason === null) return '';
  const field = (name: string, value = '') => ({
    name,
    value: reason ? formField(sent, name) : value,
    error: errorOf(reason?.fields, name),
  });
  const action = `/abrechnungen/${anteil.abrechnung}/zahler/${anteil.zahler}/rueckzahlung#rueckzahlung`;
  const hidden = { stand: reason ? formField(sent, 'stand') : String(buchungen.length) };
  const proposed = rueckzahlbarCent === 0n ? '' : euroField(rueckzahlbarCent);
  return section(
    'Rückzahlung eintragen',
    html`${refusalNotice(reason)}${form(
      { action, csrfToken, label: 'Rückzahlung eintragen', hidden },
      html`${inputField({ ...field('betrag', proposed), label: 'Betrag in Euro', inputmode: 'decimal', width: 'medium' })}${inputField(
        { ...field('am'), label: 'Zurückgezahlt am', type: 'date' },
      )}${inputField({ ...field('beleg'), label: 'Verwendungszweck oder Belegnummer', maxLength: 100 })}${buttonRow(button('Rückzahlung eintragen', { kind: 'secondary' }))}`,
    )}`,
    {
      id: 'rueckzahlung',
      lead: `Zurückzahlen lassen sich höchstens ${formatCents(rueckzahlbarCent)}. Einen Irrtum gleichen Sie mit demselben Betrag und einem Minus aus.`,
    },
  );
}

/** To whom of a bill something is to be given back. */
export function guthabenSection({ kopf, guthaben: { zahl, erste } }: Rechnungsansicht): Html | '' {
  if (zahl === 0) return '';
  return section(
    'Guthaben',
    table({
      caption: zahl > erste.length ? `Die ersten ${erste.length} von ${zahl} Zahlern` : `${zahl} Zahler`,
      columns: [
        { label: 'Zahler', width: 'wide' },
        { label: 'Zurückzuzahlen', numeric: true },
      ],
      rows: erste.map(({ zahler, name, cent }) => [
        textLink(`/abrechnungen/${kopf.id}/zahler/${zahler}#rueckzahlung`, name),
        formatCents(cent),
      ]),
    }),
    {
      lead:
        kopf.ersetztDurch === null
          ? 'Diese Zahler haben mehr gezahlt, als sie schulden. Die Rückzahlung tragen Sie beim Zahler ein.'
          : 'Diese Zahler haben gezahlt, und die neue Abrechnung rechnet ihnen nichts mehr ab. Die Rückzahlung tragen Sie beim Zahler ein.',
    },
  );
}
