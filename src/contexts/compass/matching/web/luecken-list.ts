import { html } from 'hono/html';
import { distinctOptions, type ListColumn, type ListDefinition, textLink } from '#ui';
import { lueckenarten } from '../../domain/matching/luecke.ts';
import { fallzahlArtLabel, keineAngabe, zustandLabel } from '../../messages.ts';
import { zustandCell } from '../../views/zustand-badge.ts';
import { lueckenartLabel } from '../messages.ts';
import type { Luecke } from '../use-cases/luecken.ts';
import { kurzgrund, loesungCell, punkteText } from '../views/gruende.ts';

const ohneFachbereich = 'ohne Fachbereich';
const ohneThemenfeld = 'ohne Themenfeld';

const fallzahlStufen = [
  { value: 'ab-1000', label: '1.000 und mehr', ab: 1000 },
  { value: 'ab-100', label: '100 bis 999', ab: 100 },
  { value: 'ab-1', label: '1 bis 99', ab: 1 },
  { value: 'null', label: 'keine Fälle', ab: 0 },
  { value: 'unbekannt', label: 'ohne Fallzahl', ab: null },
] as const;

/** The gaps of a Kommune, each with its best Lösung. */
export const lueckenDefinition: ListDefinition<Luecke> = {
  id: 'luecken',
  defaultSort: { key: 'prioritaet', descending: false },
  search: ({ zeile }) => zeile.ort.gefaltet,
  folded: ({ zeile }) => zeile.ort.gefaltet,
  columns: [
    {
      key: 'name',
      label: 'Leistung',
      value: ({ zeile }) => zeile.ort.name,
      cell: ({ zeile: { ort } }) =>
        html`${textLink(`/stand/luecken/${ort.id}`, ort.name)}<p class="kern-body kern-body--small kern-body--muted">${ort.ozgName ?? 'ohne OZG-Leistung'}</p>`,
      sortable: true,
      width: 'wide',
    },
    {
      key: 'stand',
      label: 'Stand',
      value: ({ zeile: { stand } }) => (stand ? zustandLabel[stand.zustand] : keineAngabe),
      cell: ({ zeile: { stand, verstrichen } }) => zustandCell(stand, verstrichen),
      sortable: true,
    },
    {
      key: 'beste',
      label: 'Beste Lösung und warum',
      value: ({ kandidaten: [beste] }) => beste?.loesung.inhalt.name ?? null,
      cell: ({ kandidaten: [beste] }) => loesungCell(beste),
      sortable: true,
      width: 'wide',
    },
    {
      key: 'punkte',
      label: 'Punkte',
      kind: 'number',
      value: ({ kandidaten: [beste] }) => (beste ? Math.round(beste.punkte / 100) / 10 : null),
      cell: ({ kandidaten: [beste] }) => (beste ? punkteText(beste.punkte) : '–'),
      sortable: true,
    },
    {
      key: 'prioritaet',
      label: 'Priorität',
      kind: 'number',
      value: ({ zeile }) => zeile.stand?.prioritaet ?? null,
      sortable: true,
    },
    {
      key: 'fallzahl',
      label: 'Fallzahl im Jahr',
      kind: 'number',
      value: ({ zeile }) => zeile.stand?.fallzahl ?? null,
      sortable: true,
    },
    {
      key: 'fachbereich',
      label: 'Fachbereich',
      value: ({ zeile }) => zeile.zuordnung?.fachbereich.name ?? null,
      sortable: true,
    },
    ...exportColumns(),
  ],
  filters: filters(),
};

function filters(): NonNullable<ListDefinition<Luecke>['filters']> {
  return [
    {
      key: 'art',
      label: 'Art der Lücke',
      options: lueckenarten.map((art) => ({ value: art, label: lueckenartLabel[art] })),
      values: ({ art }) => art,
    },
    {
      key: 'themenfeld',
      label: 'Themenfeld',
      options: distinctOptions(({ zeile }: Luecke) => zeile.ort.themenfeld ?? ohneThemenfeld),
      values: ({ zeile }) => zeile.ort.themenfeld ?? ohneThemenfeld,
    },
    {
      key: 'fachbereich',
      label: 'Fachbereich',
      options: distinctOptions(({ zeile }: Luecke) => zeile.zuordnung?.fachbereich.name ?? ohneFachbereich),
      values: ({ zeile }) => zeile.zuordnung?.fachbereich.name ?? ohneFachbereich,
    },
    {
      key: 'prioritaet',
      label: 'Priorität',
      options: [1, 2, 3].map((each) => ({ value: String(each), label: String(each) })),
      values: ({ zeile }) => zeile.stand?.prioritaet?.toString() ?? null,
    },
    {
      key: 'faelle',
      label: 'Fallzahl im Jahr',
      options: fallzahlStufen.map(({ value, label }) => ({ value, label })),
      values: fallzahlStufe,
    },
    {
      key: 'loesung',
      label: 'Lösung',
      options: [
        { value: 'vorhanden', label: 'mit Lösung im Register' },
        { value: 'keine', label: 'ohne Lösung im Register' },
      ],
      values: ({ kandidaten }) => (kandidaten.length > 0 ? 'vorhanden' : 'keine'),
    },
  ];
}

function fallzahlStufe({ zeile }: Luecke): string {
  const cases = zeile.stand?.fallzahl ?? null;
  if (cases === null) return 'unbekannt';
  return fallzahlStufen.find(({ ab }) => ab !== null && cases >= ab)?.value ?? 'null';
}

function exportColumns(): readonly ListColumn<Luecke>[] {
  return [
    { key: 'id', label: 'Nummer', value: ({ zeile }) => zeile.ort.id, exportOnly: true },
    { key: 'leika', label: 'LeiKa-Schlüssel', value: ({ zeile }) => zeile.ort.leika, exportOnly: true },
    { key: 'ozg', label: 'OZG-Leistung', value: ({ zeile }) => zeile.ort.ozgName, exportOnly: true },
    { key: 'themenfeld', label: 'Themenfeld', value: ({ zeile }) => zeile.ort.themenfeld, exportOnly: true },
    { key: 'art', label: 'Art der Lücke', value: ({ art }) => lueckenartLabel[art], exportOnly: true },
    {
      key: 'geplantFuer',
      label: 'geplant für',
      kind: 'date',
      value: ({ zeile }) => zeile.stand?.geplantFuer ?? null,
      exportOnly: true,
    },
    {
      key: 'fallzahlArt',
      label: 'Art der Fallzahl',
      value: ({ zeile: { stand } }) => (stand?.fallzahlArt ? fallzahlArtLabel[stand.fallzahlArt] : null),
      exportOnly: true,
    },
    {
      key: 'warum',
      label: 'Warum diese Lösung',
      value: ({ kandidaten: [beste] }) => (beste ? kurzgrund(beste) : null),
      exportOnly: true,
    },
    {
      key: 'kandidaten',
      label: 'Lösungen im Register',
      kind: 'number',
      value: ({ kandidaten }) => kandidaten.length,
      exportOnly: true,
    },
  ];
}
