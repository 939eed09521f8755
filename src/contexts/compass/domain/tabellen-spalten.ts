import { foldGerman } from '#kernel';
import type { SpaltenWahl } from './sammel.ts';

/** A column that a table of the Umsetzungsstand may have: as our own files call it, and as others do. */
export interface TabellenSpalte {
  readonly key: string;
  readonly label: string;
  readonly auch?: readonly string[];
}

const eigenesFeld = 'Eigenes Feld: ';

/** The columns that are read; what else a table has is left aside. */
export const tabellenSpalten: readonly TabellenSpalte[] = [
  { key: 'nummer', label: 'Nummer', auch: ['Leistungsnummer', 'Leistung-Nr', 'Leistungs-ID', 'ID'] },
  {
    key: 'leika',
    label: 'LeiKa-Schlüssel',
    auch: ['LeiKa', 'LeiKa-ID', 'Leistungsschlüssel', 'LeiKa-Nummer', 'Schlüssel'],
  },
  { key: 'name', label: 'Leistung', auch: ['Name', 'Bezeichnung', 'Leistungsbezeichnung', 'Leistungsname'] },
  { key: 'ags', label: 'Kommune (AGS)', auch: ['AGS', 'Gemeindeschlüssel', 'Kommune'] },
  { key: 'fassung', label: 'Fassung' },
  { key: 'zustand', label: 'Zustand', auch: ['Status', 'Umsetzungsstand', 'Stand'] },
  { key: 'grund', label: 'Grund', auch: ['Begründung'] },
  { key: 'giltAb', label: 'gilt ab' },
  { key: 'geplantFuer', label: 'geplant für', auch: ['geplant', 'Plantermin', 'Termin', 'geplantes Datum'] },
  { key: 'umgesetztAm', label: 'umgesetzt am', auch: ['umgesetzt', 'online seit', 'Go-Live', 'live seit'] },
  { key: 'abgeschaltetAm', label: 'abgeschaltet am' },
  { key: 'reifegrad11', label: 'Reifegrad 1.1', auch: ['Reifegrad'] },
  { key: 'kriterien11', label: 'Kriterien zum Reifegrad 1.1' },
  { key: 'reifegrad20', label: 'Reifegrad 2.0' },
  { key: 'kriterien20', label: 'Kriterien zum Reifegrad 2.0' },
  { key: 'fallzahl', label: 'Fallzahl', auch: ['Fälle', 'Fallzahlen', 'Fälle im Jahr', 'Anzahl'] },
  { key: 'fallzahlJahr', label: 'Jahr der Fallzahl', auch: ['Jahr', 'Fallzahl Jahr'] },
  { key: 'fallzahlArt', label: 'Art der Fallzahl', auch: ['Fallzahl Art'] },
  { key: 'loesungId', label: 'Lösung', auch: ['Onlinedienst', 'Software'] },
  { key: 'prioritaet', label: 'Priorität', auch: ['Prio'] },
  { key: 'fachbereichId', label: 'Fachbereich laut Angabe', auch: ['Fachbereich', 'Amt'] },
  { key: 'zustaendig', label: 'Zuständig', auch: ['zuständige Person', 'Ansprechperson', 'Verantwortlich'] },
  { key: 'vertretung', label: 'Vertretung' },
  { key: 'nachweisArt', label: 'Art des Nachweises' },
  { key: 'nachweisLink', label: 'Link zum Nachweis', auch: ['Nachweis', 'Link', 'URL'] },
  { key: 'nachweisText', label: 'Text zum Nachweis' },
  { key: 'bemerkung', label: 'Bemerkung', auch: ['Notiz', 'Anmerkung', 'Kommentar'] },
];

/** Columns by which a row says of which Leistung it speaks. */
export const schluesselSpalten = ['nummer', 'leika', 'name'] as const;

/** The order of a pasted table that has no headings; its first column is number, LeiKa key or name. */
export const ohneKopf: readonly string[] = [
  'zustand',
  'geplantFuer',
  'umgesetztAm',
  'fallzahl',
  'fallzahlJahr',
  'prioritaet',
  'bemerkung',
];

/** The heading of an own field, and the own field of a heading. */
export const labelOfFeld = (key: string) => `${eigenesFeld}${key}`;

/** The heading of an own field in our files: „Eigenes Feld: Kostenstelle (eigen-kostenstelle)“. */
export function ueberschriftOfFeld(key: string, label: string | undefined): string {
  return label === undefined ? labelOfFeld(key) : `${eigenesFeld}${label} (${key})`;
}

/** The key that a heading names: in brackets at its end where it has some, otherwise all of it. */
function feldOfUeberschrift(text: string): string {
  return /\(((?:eigen|kommune)-[a-z0-9-]+)\)$/.exec(text)?.[1] ?? text.slice(eigenesFeld.length);
}

export function spaltenLabel(key: string): string {
  if (key.startsWith('feld.')) return labelOfFeld(key.slice('feld.'.length));
  return tabellenSpalten.find((each) => each.key === key)?.label ?? key;
}

const fold = (text: string) => foldGerman(text).replaceAll(/[^a-z0-9]/g, '');

/** What the headings of a table probably mean; our own names go before those of others. */
export function guessSpalten(kopf: readonly string[]): SpaltenWahl {
  const folded = kopf.map(fold);
  const wahl: Record<string, number> = {};
  const taken = new Set<number>();
  const take = (key: string, label: string) => {
    const at = folded.findIndex((text, index) => text === fold(label) && !taken.has(index));
    if (at < 0 || key in wahl) return;
    wahl[key] = at;
    taken.add(at);
  };
  for (const { key, label } of tabellenSpalten) take(key, label);
  for (const { key, auch = [] } of tabellenSpalten) for (const label of auch) take(key, label);
  for (const [index, label] of kopf.entries())
    if (label.startsWith(eigenesFeld) && label.length > eigenesFeld.length)
      wahl[`feld.${feldOfUeberschrift(label)}`] = index;
  return wahl;
}

/** Whether a choice says at least of which Leistung each row speaks, and something about it. */
export function isUsable(wahl: SpaltenWahl): boolean {
  const keys = Object.keys(wahl);
  const naming = new Set<string>([...schluesselSpalten, 'ags', 'fassung']);
  return schluesselSpalten.some((key) => key in wahl) && keys.some((key) => !naming.has(key));
}
