import { foldGerman } from '#kernel';
import type { SammelWunsch, TabellenWahl, TabellenZeile } from '../domain/sammel.ts';
import type { Stand } from '../domain/stand.ts';
import { spaltenLabel } from '../domain/tabellen-spalten.ts';
import { keineAngabe } from '../messages.ts';
import { readZellwerte, type Wertnamen } from './zellwerte.ts';

/** A Leistung as a table may name it. */
export interface BekannteLeistung {
  readonly id: string;
  readonly name: string;
}

/** What a table is read against. */
export interface Nachschlagewerk extends Wertnamen {
  readonly ags: string;
  readonly kommune: string;
  readonly byNummer: ReadonlyMap<string, BekannteLeistung>;
  readonly byLeika: ReadonlyMap<string, readonly BekannteLeistung[]>;
  readonly byName: ReadonlyMap<string, readonly BekannteLeistung[]>;
  /** Names that come near to one that nobody knows. */
  readonly aehnliche: (text: string) => readonly string[];
  /** The statement on which a row rests: of its Fassung, or the newest. */
  readonly basis: (leistungId: string, fassung: number | null) => Stand | null;
}

/** What one row of a table wants, with everything that is wrong with it. */
export function wunschOf(werk: Nachschlagewerk, wahl: TabellenWahl, row: TabellenZeile): SammelWunsch {
  const cell = (key: string) => row.zellen[wahl.spalten[key] ?? -1]?.trim() ?? '';
  const found = leistungOf(werk, cell);
  const fassung = fassungIn(cell('fassung'), 'fassung' in wahl.spalten);
  const leistungId = typeof found === 'string' ? null : found.id;
  const basis = leistungId === null ? null : werk.basis(leistungId, fassung.value);
  const werte = isKeineAngabe(cell('zustand')) ? zurueck : readZellwerte(werk, wahl, cell, basis);
  return {
    zeile: row.zeile,
    leistungId,
    name: typeof found === 'string' ? cell('name') || cell('nummer') || cell('leika') : found.name,
    grundlage: fassung.value,
    ...werte,
    probleme: [
      ...(typeof found === 'string' ? [found] : []),
      ...fremdeKommune(werk, cell('ags')),
      ...fassung.probleme,
      ...cellFaults(wahl, row),
      ...werte.probleme,
    ],
    zellen: row.zellen,
  };
}

const isKeineAngabe = (text: string) => foldGerman(text).replaceAll('-', ' ') === foldGerman(keineAngabe);

const zurueck = {
  aenderung: {},
  zuruecknehmen: true,
  probleme: [],
  hinweise: ['Die ganze Angabe wird zurückgenommen; was in anderen Spalten steht, zählt dabei nicht.'],
} as const;

/** The Leistung of a row: by own number, else by LeiKa key, else by name; or what to say where there is none. */
function leistungOf(werk: Nachschlagewerk, cell: (key: string) => string): BekannteLeistung | string {
  const name = cell('name');
  // A list out of Excel often has but one column for the Leistung, whatever it is named by.
  const nummer = (cell('nummer') || (/^L\d{5}$/i.test(name) ? name : '')).toUpperCase();
  if (nummer !== '') return werk.byNummer.get(nummer) ?? `Die Nummer „${nummer}“ steht nicht im Katalog.`;
  const leika = cell('leika') || (/^99[\d\s]{12,}$/.test(name) ? name : '');
  const named = werk.byName.get(foldGerman(name)) ?? [];
  if (leika !== '') return byLeika(werk.byLeika.get(leika.replaceAll(/\D/g, '')) ?? [], named, leika);
  if (name === '') return 'Die Zeile nennt keine Leistung.';
  const [first, second] = named;
  if (first && !second) return first;
  if (first)
    return `„${name}“ heißen mehrere Leistungen: ${named.map(({ id }) => id).join(', ')}. Bitte nennen Sie die Nummer.`;
  const near = werk.aehnliche(name);
  return near.length > 0
    ? `„${name}“ steht nicht im Katalog. Ähnlich heißen: ${near.join('; ')}.`
    : `„${name}“ steht nicht im Katalog.`;
}

function byLeika(
  found: readonly BekannteLeistung[],
  named: readonly BekannteLeistung[],
  text: string,
): BekannteLeistung | string {
  const [first, second] = found;
  if (!first) return `Der LeiKa-Schlüssel „${text}“ steht nicht im Katalog.`;
  if (!second) return first;
  const both = found.filter(({ id }) => named.some((each) => each.id === id));
  return both.length === 1 && both[0]
    ? both[0]
    : `Den LeiKa-Schlüssel „${text}“ haben mehrere Leistungen: ${found.map(({ id }) => id).join(', ')}. Bitte nennen Sie die Nummer.`;
}

function fremdeKommune({ ags, kommune }: Nachschlagewerk, text: string): readonly string[] {
  if (text === '') return [];
  // Spreadsheets take the leading zero of a key away.
  const key = /^\d{4,8}$/.test(text) ? text.padStart(text.length < 6 ? 5 : 8, '0') : text;
  return key === ags || foldGerman(text) === foldGerman(kommune)
    ? []
    : [`Diese Zeile gehört zu „${text}“ und nicht zu ${kommune} (${ags}). Sie wird nicht übernommen.`];
}

/** In a file that names Fassungen a row without one rests on „keine Angabe“. */
function fassungIn(
  text: string,
  named: boolean,
): { readonly value: number | null; readonly probleme: readonly string[] } {
  if (text === '') return { value: named ? 0 : null, probleme: [] };
  return /^\d{1,9}$/.test(text)
    ? { value: Number(text), probleme: [] }
    : { value: null, probleme: [`Fassung: „${text}“ ist keine ganze Zahl.`] };
}

/** Faults count only in columns that are read. */
function cellFaults({ spalten }: TabellenWahl, { fehler }: TabellenZeile): readonly string[] {
  return fehler.flatMap(({ spalte, text }) => {
    const key = Object.keys(spalten).find((each) => spalten[each] === spalte);
    return key ? [`${spaltenLabel(key)} ${text}`] : [];
  });
}
