import type { ListColumn } from '#ui';
import { fallzahlArtLabel } from '../messages.ts';
import type { StandZeile } from '../use-cases/stand-liste.ts';

/** What stands in the files besides the columns of the page. */
export function exportColumns(): readonly ListColumn<StandZeile>[] {
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
