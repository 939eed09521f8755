import { html } from 'hono/html';
import { badge, distinctOptions, type ListColumn, type ListDefinition, textLink, verdictBadge } from '#ui';
import { type Frische, frischen } from '../domain/frische.ts';
import { zustaende } from '../domain/zustand.ts';
import { fallzahlArtLabel, frischeLabel, keineAngabe, zustandLabel } from '../messages.ts';
import type { StandZeile } from '../use-cases/stand-liste.ts';
import { zustandCell } from '../views/zustand-badge.ts';

const ohneFachbereich = 'ohne Fachbereich';
const ohnePerson = 'ohne Zuständige';

/** The list of a Kommune's Leistungen with their Stand. */
export const standDefinition: ListDefinition<StandZeile> = {
  id: 'stand',
  keeps: ['umfang'],
  // No column has this key: the rows stay in the catalogue's order.
  defaultSort: { key: 'katalog', descending: false },
  search: ({ ort }) => ort.gefaltet,
  folded: ({ ort }) => ort.gefaltet,
  columns: [
    {
      key: 'name',
      label: 'Leistung',
      value: ({ ort }) => ort.name,
      cell: ({ ort }) =>
        html`${textLink(`/stand/${ort.id}`, ort.name)}<p class="kern-body kern-body--small kern-body--muted">${ort.ozgName ?? 'ohne OZG-Leistung'}</p>`,
      sortable: true,
      width: 'wide',
    },
    {
      key: 'zustand',
      label: 'Zustand',
      value: ({ stand }) => (stand ? zustandLabel[stand.zustand] : null),
      cell: ({ stand, verstrichen }) => zustandCell(stand, verstrichen),
      sortable: true,
    },
    {
      key: 'reifegrad11',
      label: 'Reifegrad 1.1',
      kind: 'number',
      value: ({ stand }) => stand?.reifegrad11 ?? null,
      sortable: true,
    },
    {
      key: 'reifegrad20',
      label: 'Reifegrad 2.0',
      kind: 'number',
      value: ({ stand }) => stand?.reifegrad20 ?? null,
      sortable: true,
    },
    {
      key: 'fachbereich',
      label: 'Fachbereich',
      value: ({ zuordnung }) => zuordnung?.fachbereich.name ?? null,
      sortable: true,
    },
    {
      key: 'zustaendig',
      label: 'Zuständig',
      value: ({ zustaendig }) => zustaendig?.name ?? null,
      cell: personCell,
      sortable: true,
    },
    {
      key: 'pflicht',
      label: 'Pflicht?',
      value: ({ pflichtlage }) => pflichtlage,
      cell: pflichtCell,
      sortable: true,
    },
    {
      key: 'frische',
      label: 'Angabe',
      value: ({ frische }) => frische && frischeLabel[frische],
      sortable: true,
    },
    ...exportColumns(),
  ],
  filters: [
    {
      key: 'zustand',
      label: 'Zustand',
      options: [
        ...zustaende.map((zustand) => ({ value: zustand, label: zustandLabel[zustand] })),
        { value: 'keine-angabe', label: keineAngabe },
      ],
      values: ({ stand }) => stand?.zustand ?? 'keine-angabe',
    },
    {
      key: 'fachbereich',
      label: 'Fachbereich',
      options: distinctOptions(({ zuordnung }: StandZeile) => zuordnung?.fachbereich.name ?? ohneFachbereich),
      values: ({ zuordnung }) => zuordnung?.fachbereich.name ?? ohneFachbereich,
    },
    {
      key: 'zustaendig',
      label: 'Zuständig',
      options: distinctOptions(zustaendigValue),
      values: zustaendigValue,
    },
    {
      key: 'reifegrad11',
      label: 'Reifegrad 1.1',
      options: distinctOptions(({ stand }: StandZeile) => levelValue(stand?.reifegrad11)),
      values: ({ stand }) => levelValue(stand?.reifegrad11),
    },
    {
      key: 'reifegrad20',
      label: 'Reifegrad 2.0',
      options: distinctOptions(({ stand }: StandZeile) => levelValue(stand?.reifegrad20)),
      values: ({ stand }) => levelValue(stand?.reifegrad20),
    },
    {
      key: 'loesung',
      label: 'Lösung',
      options: distinctOptions(({ loesung }: StandZeile) => loesung ?? 'ohne Lösung'),
      values: ({ loesung }) => loesung ?? 'ohne Lösung',
    },
    {
      key: 'hinweis',
      label: 'Hinweis',
      options: [
        { value: 'verstrichen', label: 'Termin verstrichen' },
        { value: 'ohne-zustaendige', label: ohnePerson },
        ...frischen.map((frische: Frische) => ({ value: frische, label: frischeLabel[frische] })),
      ],
      values: hinweise,
    },
    {
      key: 'prioritaet',
      label: 'Priorität',
      options: [1, 2, 3].map((each) => ({ value: String(each), label: String(each) })),
      values: ({ stand }) => stand?.prioritaet?.toString() ?? null,
    },
    {
      key: 'pflicht',
      label: 'Pflicht?',
      options: distinctOptions(({ pflichtlage }: StandZeile) => pflichtlage),
      values: ({ pflichtlage }) => pflichtlage,
    },
    {
      key: 'themenfeld',
      label: 'Themenfeld',
      options: distinctOptions(({ ort }: StandZeile) => ort.themenfeld),
      values: ({ ort }) => ort.themenfeld,
    },
  ],
};

function levelValue(level: number | null | undefined): string {
  return level === null || level === undefined ? keineAngabe : String(level);
}

function zustaendigValue({ zustaendig, ohneZustaendige }: StandZeile): string {
  return zustaendig === null || ohneZustaendige ? ohnePerson : zustaendig.name;
}

function hinweise({ verstrichen, ohneZustaendige, frische }: StandZeile): readonly string[] {
  return [
    ...(verstrichen ? ['verstrichen'] : []),
    ...(ohneZustaendige ? ['ohne-zustaendige'] : []),
    ...(frische ? [frische] : []),
  ];
}

function personCell({ zustaendig, vertretung, ohneZustaendige }: StandZeile) {
  const deputy = vertretung
    ? html`<p class="kern-body kern-body--small">Vertretung: ${vertretung.name}</p>`
    : '';
  if (ohneZustaendige)
    return html`${badge('warning', ohnePerson)}<p class="kern-body kern-body--small">zuletzt ${zustaendig?.name ?? 'unbekannt'}</p>${deputy}`;
  return html`${zustaendig?.name ?? '–'}${deputy}`;
}

function pflichtCell({ pflichtlage, endetAm }: StandZeile) {
  if (pflichtlage === 'beendet') return badge('neutral', endetAm ? `beendet, bis ${endetAm}` : 'beendet');
  return pflichtlage === 'nicht im Katalog'
    ? badge('neutral', 'nicht im Katalog')
    : verdictBadge(pflichtlage);
}

function exportColumns(): readonly ListColumn<StandZeile>[] {
  return [
    { key: 'id', label: 'Nummer', value: ({ ort }) => ort.id, exportOnly: true },
    { key: 'leika', label: 'LeiKa-Schlüssel', value: ({ ort }) => ort.leika, exportOnly: true },
    { key: 'ozg', label: 'OZG-Nummer', kind: 'number', value: ({ ort }) => ort.ozgId, exportOnly: true },
    { key: 'ozgname', label: 'OZG-Leistung', value: ({ ort }) => ort.ozgName, exportOnly: true },
    { key: 'feld', label: 'Themenfeld', value: ({ ort }) => ort.themenfeld, exportOnly: true },
    { key: 'grund', label: 'Grund', value: ({ stand }) => stand?.grund ?? null, exportOnly: true },
    {
      key: 'giltAb',
      label: 'gilt ab',
      kind: 'date',
      value: ({ stand }) => stand?.giltAb ?? null,
      exportOnly: true,
    },
    {
      key: 'geplantFuer',
      label: 'geplant für',
      kind: 'date',
      value: ({ stand }) => stand?.geplantFuer ?? null,
      exportOnly: true,
    },
    {
      key: 'umgesetztAm',
      label: 'umgesetzt am',
      kind: 'date',
      value: ({ stand }) => stand?.umgesetztAm ?? null,
      exportOnly: true,
    },
    {
      key: 'abgeschaltetAm',
      label: 'abgeschaltet am',
      kind: 'date',
      value: ({ stand }) => stand?.abgeschaltetAm ?? null,
      exportOnly: true,
    },
    {
      key: 'fallzahl',
      label: 'Fallzahl',
      kind: 'number',
      value: ({ stand }) => stand?.fallzahl ?? null,
      exportOnly: true,
    },
    {
      key: 'fallzahlJahr',
      label: 'Jahr der Fallzahl',
      kind: 'number',
      value: ({ stand }) => stand?.fallzahlJahr ?? null,
      exportOnly: true,
    },
    {
      key: 'fallzahlArt',
      label: 'Art der Fallzahl',
      value: ({ stand }) => (stand?.fallzahlArt ? fallzahlArtLabel[stand.fallzahlArt] : null),
      exportOnly: true,
    },
    { key: 'loesung', label: 'Lösung', value: ({ loesung }) => loesung, sortable: true, exportOnly: true },
    {
      key: 'prioritaet',
      label: 'Priorität',
      kind: 'number',
      value: ({ stand }) => stand?.prioritaet ?? null,
      sortable: true,
      exportOnly: true,
    },
    {
      key: 'vertretung',
      label: 'Vertretung',
      value: ({ vertretung }) => vertretung?.name ?? null,
      exportOnly: true,
    },
    {
      key: 'nachweis',
      label: 'Nachweis',
      value: ({ stand }) => stand?.nachweis?.link ?? stand?.nachweis?.text ?? null,
      exportOnly: true,
    },
    {
      key: 'bemerkung',
      label: 'Bemerkung',
      value: ({ stand }) => stand?.bemerkung ?? null,
      exportOnly: true,
    },
    {
      key: 'angegebenAm',
      label: 'angegeben am',
      kind: 'date',
      value: ({ stand }) => stand?.angegebenAm.toISOString().slice(0, 10) ?? null,
      sortable: true,
      exportOnly: true,
    },
    {
      key: 'fassung',
      label: 'Fassung',
      kind: 'number',
      value: ({ stand }) => stand?.fassung ?? null,
      exportOnly: true,
    },
  ];
}
