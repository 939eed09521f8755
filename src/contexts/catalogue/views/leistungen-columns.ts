import { html } from 'hono/html';
import { formatLocalDate, type LocalDate } from '#kernel';
import { formatLeikaKey } from '#standards/leika';
import { badge, type ListColumn, textLink } from '#ui';
import type { Fassung } from '../domain/catalogue.ts';
import { messages } from '../messages.ts';
import { addresses } from './addresses.ts';
import type { LeistungRow } from './leistung-row.ts';
import { withDay } from './with-day.ts';

type Column = ListColumn<LeistungRow>;

/** How well a row fits the words; only where somebody searched. */
export const scoreColumn: Column = {
  key: 'treffer',
  label: messages.trefferguete,
  kind: 'number',
  sortable: true,
  width: 'narrow',
  value: ({ score }) => Math.round(score * 10) / 10,
};

/** The columns of the list, whose links carry a day along; the second half stands in exports only. */
export function leistungColumns(fassung: Fassung, date: LocalDate | null): readonly Column[] {
  return [...linkColumns(date), ...plainColumns, ...exportColumns, stateColumn(fassung)];
}

const linkColumns = (date: LocalDate | null): readonly Column[] => [
  {
    key: 'name',
    label: messages.leistung,
    sortable: true,
    width: 'wide',
    value: ({ leistung }) => leistung.name,
    cell: ({ leistung, endetAm }) =>
      html`${textLink(withDay(addresses.leistung(leistung.id), date), leistung.name)}${endetAm === null ? '' : html` ${badge('warning', messages.beendet(endetAm))}`}`,
  },
  {
    key: 'leika',
    label: 'LeiKa-Schlüssel',
    sortable: true,
    value: ({ leistung }) => leistung.leika,
    cell: ({ leistung }) => (leistung.leika ? formatLeikaKey(leistung.leika) : messages.ohneLeika),
  },
  {
    key: 'ozg',
    label: messages.ozgLeistung,
    sortable: true,
    value: ({ ozg }) => (ozg ? `${ozg.ozgId} ${ozg.name}` : null),
    cell: ({ ozg }) =>
      ozg
        ? textLink(withDay(addresses.ozg(ozg.ozgId), date), `${ozg.ozgId} ${ozg.name}`, { small: true })
        : messages.ohneOzg,
  },
];

const plainColumns: readonly Column[] = [
  {
    key: 'themenfeld',
    label: messages.themenfeld,
    sortable: true,
    value: ({ themenfeld }) => themenfeld?.name ?? null,
  },
  {
    key: 'regelung',
    label: messages.regelung,
    sortable: true,
    width: 'narrow',
    value: ({ regelung }) => regelung,
  },
  {
    key: 'typ',
    label: 'Typ',
    sortable: true,
    width: 'narrow',
    value: ({ leistung }) => leistung.typ,
  },
];

const hidden = (key: string, label: string, value: Column['value']): Column => ({
  key,
  label,
  value,
  exportOnly: true,
});

const exportColumns: readonly Column[] = [
  hidden('id', 'Nummer in Leitwerk', ({ leistung }) => leistung.id),
  hidden('ozgId', 'OZG-Nummer', ({ leistung }) => leistung.ozgId),
  hidden('lage', messages.lage, ({ lage }) => lage?.name ?? null),
  hidden('gruppe', 'Leistungsgruppe', ({ leistung }) => leistung.gruppe),
  hidden('objekt', 'Leistungsobjekt', ({ leistung }) => leistung.objekt),
  hidden('verrichtung', 'Verrichtungskennung', ({ leistung }) => leistung.verrichtung),
  hidden('verrichtungName', 'Verrichtung', ({ leistung }) => leistung.verrichtungName),
  hidden('detail', 'Verrichtungsdetail', ({ leistung }) => leistung.detail),
  hidden('sdg1', `SDG ${messages.sdg1}`, ({ leistung }) => leistung.sdg1),
  hidden('sdg2', `SDG ${messages.sdg2}`, ({ leistung }) => leistung.sdg2),
  { ...hidden('endetAm', messages.endetAm, ({ endetAm }) => endetAm), kind: 'date' },
  hidden('gesetze', 'Gesetze', ({ leistung }) => leistung.gesetze.join('; ') || null),
  hidden('normen', messages.rechtsgrundlagen, ({ leistung }) => normText(leistung.rechtsgrundlagen)),
];

function normText(normen: LeistungRow['leistung']['rechtsgrundlagen']): string | null {
  return normen.map(({ text, url }) => (url ? `${text} (${url})` : text)).join('; ') || null;
}

function stateColumn(fassung: Fassung): Column {
  return hidden('stand', 'Stand des Katalogs', () => formatLocalDate(fassung.stand));
}
