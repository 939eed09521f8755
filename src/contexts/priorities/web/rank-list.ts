import { html } from 'hono/html';
import { distinctOptions, type ListColumn, type ListDefinition, textLink } from '#ui';
import { type Kriterium, kriterien } from '../domain/kriterium.ts';
import { anzahlKriterien, type Bewertet, bekannteKriterien, punkteOf } from '../domain/rangfolge.ts';
import { herkunftLabel } from '../herkunft-label.ts';
import { kriteriumText, tausendstel } from '../messages.ts';
import type { Rangfolge } from '../use-cases/read-rangfolge.ts';
import { gewichtParameter } from './weights-query.ts';

/** A Leistung in the list, with what the columns read. */
export interface Rangzeile {
  readonly row: number;
  readonly rang: number;
  readonly summe: number;
  readonly punkte: number;
  readonly bekannt: number;
  readonly leistung: Bewertet;
}

type Ranked = Pick<Rangfolge, 'welt' | 'liste' | 'gewichtung'>;

/** The rows of a ranking, best first. */
export function rangzeilen({ welt, liste }: Ranked): readonly Rangzeile[] {
  return Array.from(liste.reihenfolge).flatMap((row) => {
    const leistung = welt.leistungen[row];
    if (leistung === undefined) return [];
    const summe = liste.summen[row] ?? 0;
    return [
      {
        row,
        rang: liste.raenge[row] ?? 0,
        summe,
        punkte: punkteOf(summe, liste.gesamt),
        bekannt: bekannteKriterien(welt, row),
        leistung,
      },
    ];
  });
}

type Column = ListColumn<Rangzeile>;

/** The list of a ranking; `href` leads to the page of a Leistung. */
export function rangDefinition(ranked: Ranked, href: (id: string) => string): ListDefinition<Rangzeile> {
  return {
    id: 'prioritaeten',
    keeps: gewichtParameter,
    defaultSort: { key: 'rang', descending: false },
    search: ({ leistung: { name, id, leika, ozgId, ozgName } }) =>
      `${name} ${id} ${leika ?? ''} ${ozgId ?? ''} ${ozgName ?? ''}`,
    columns: [...mainColumns(href), ...kriterien.flatMap((kriterium) => criterionColumns(ranked, kriterium))],
    filters: [
      {
        key: 'themenfeld',
        label: 'Themenfeld',
        options: distinctOptions(({ leistung }: Rangzeile) => leistung.themenfeld),
        values: ({ leistung }) => leistung.themenfeld,
      },
      {
        key: 'platz',
        label: 'Platz',
        options: [
          { value: '20', label: 'die ersten 20' },
          { value: '100', label: 'die ersten 100' },
          { value: '500', label: 'die ersten 500' },
        ],
        values: ({ rang }) => ['20', '100', '500'].filter((most) => rang <= Number(most)),
      },
      {
        key: 'datenlage',
        label: 'Datenlage',
        options: [
          { value: 'gut', label: 'sechs und mehr Kriterien bekannt' },
          { value: 'mittel', label: 'drei bis fünf bekannt' },
          { value: 'duenn', label: 'höchstens zwei bekannt' },
        ],
        values: ({ bekannt }) => (bekannt >= 6 ? 'gut' : bekannt >= 3 ? 'mittel' : 'duenn'),
      },
    ],
    groupings: [{ key: 'themenfeld', label: 'Themenfeld', value: ({ leistung }) => leistung.themenfeld }],
  };
}

function mainColumns(href: (id: string) => string): readonly Column[] {
  return [
    {
      key: 'leistung',
      label: 'Leistung',
      width: 'wide',
      sortable: true,
      value: ({ leistung }) => leistung.name,
      cell: ({ leistung }) => html`${textLink(href(leistung.id), leistung.name)}`,
    },
    { key: 'rang', label: 'Platz', kind: 'number', sortable: true, value: ({ rang }) => rang },
    { key: 'punkte', label: 'Punkte von 1.000', kind: 'number', value: ({ punkte }) => punkte },
    {
      key: 'bekannt',
      label: 'Bekannte Kriterien',
      kind: 'number',
      sortable: true,
      value: ({ bekannt }) => bekannt,
      cell: ({ bekannt }) => `${bekannt} von ${anzahlKriterien}`,
    },
    { key: 'themenfeld', label: 'Themenfeld', sortable: true, value: ({ leistung }) => leistung.themenfeld },
    { key: 'rechenpunkte', label: 'Rechenpunkte', kind: 'number', hidden: true, value: ({ summe }) => summe },
    { key: 'ozg', label: 'OZG-Leistung', hidden: true, value: ({ leistung }) => leistung.ozgName },
    { key: 'leika', label: 'LeiKa-Schlüssel', hidden: true, value: ({ leistung }) => leistung.leika },
    { key: 'id', label: 'Kennung', exportOnly: true, value: ({ leistung }) => leistung.id },
  ];
}

function criterionColumns({ welt }: Ranked, kriterium: Kriterium): readonly Column[] {
  const column = kriterien.indexOf(kriterium);
  const beleg = ({ row }: Rangzeile) => welt.belege[row]?.[column];
  const { kurz } = kriteriumText[kriterium];
  return [
    {
      key: `wert-${kriterium}`,
      label: kurz,
      kind: 'number',
      hidden: true,
      value: (zeile) => {
        const wert = beleg(zeile)?.wert ?? null;
        return wert === null ? null : wert / 1000;
      },
      cell: (zeile) => {
        const wert = beleg(zeile)?.wert ?? null;
        return wert === null ? 'unbekannt' : tausendstel(wert);
      },
    },
    {
      key: `herkunft-${kriterium}`,
      label: `${kurz}: Herkunft`,
      exportOnly: true,
      value: (zeile) => herkunftLabel[beleg(zeile)?.herkunft ?? 'unbekannt'],
    },
    {
      key: `beleg-${kriterium}`,
      label: `${kurz}: Beleg`,
      exportOnly: true,
      value: (zeile) => beleg(zeile)?.satz ?? null,
    },
  ];
}
