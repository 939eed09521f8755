import { foldGerman } from '#kernel';

/** What a column of a table of Leistungen may mean, and the words by which it is recognised. */
export const leistungFields = {
  nummer: { label: 'Nummer bei Leitwerk', words: ['nummer', 'leitwerk nummer', 'leitwerk id'] },
  leika: {
    label: 'LeiKa-Schlüssel',
    words: [
      'leika schluessel',
      'leika key',
      'leika id',
      'leika',
      'leistungsschluessel',
      'schluessel',
      'leika nummer',
    ],
  },
  name: {
    label: 'Name der Leistung',
    words: [
      'name',
      'leistung',
      'bezeichnung',
      'leistungsbezeichnung',
      'leika leistung',
      'leistungsname',
      'einzelleistung',
    ],
  },
  ozg: {
    label: 'Nummer der OZG-Leistung',
    words: [
      'ozg id',
      'ozg nummer',
      'ozg nr',
      'ozg leistungs id',
      'ozg',
      'ozg leistung id',
      'ozg leistung nummer',
    ],
  },
  typ: { label: 'Typisierung', words: ['typ', 'typisierung', 'leika typ', 'leistungstypisierung'] },
  leistungstyp: { label: 'Art (lo, lov, lovd)', words: ['leistungstyp', 'art', 'lo lov lovd'] },
  sdg1: { label: 'SDG Anhang I', words: ['sdg1', 'sdg 1', 'sdg anhang i', 'sdg informationen'] },
  sdg2: { label: 'SDG Anhang II', words: ['sdg2', 'sdg 2', 'sdg anhang ii', 'sdg verfahren'] },
  gesetze: { label: 'Gesetze', words: ['gesetze', 'gesetz', 'rechtsvorschrift'] },
  rechtsgrundlagen: {
    label: 'Rechtsgrundlagen',
    words: ['rechtsgrundlage', 'rechtsgrundlagen', 'handlungsgrundlage'],
  },
  verrichtung: {
    label: 'Bezeichnung der Verrichtung',
    words: ['verrichtung bezeichnung', 'verrichtungsbezeichnung', 'verrichtungsname'],
  },
  vorgaenger: {
    label: 'Vorgänger (Nummern oder Schlüssel)',
    words: ['vorgaenger', 'vorgaengerleistung', 'ersetzt', 'vorgaenger schluessel'],
  },
} as const;

/** The same for a table of OZG-Leistungen. */
export const ozgFields = {
  ozg: leistungFields.ozg,
  name: { label: 'Name der OZG-Leistung', words: ['name', 'ozg leistung', 'bezeichnung', 'leistung'] },
  lage: {
    label: 'Lage (Nummer oder Name)',
    words: ['lage id', 'lage', 'lebenslage', 'geschaeftslage', 'unternehmenslage'],
  },
} as const;

export type LeistungField = keyof typeof leistungFields;
export type OzgField = keyof typeof ozgFields;

/** The two tables that an import may bring. */
export type TableKind = 'leistungen' | 'ozg';

interface FieldWords {
  readonly label: string;
  readonly words: readonly string[];
}

/** The fields of a kind of table, in the order in which they are asked for. */
export const tableFields: Readonly<Record<TableKind, Readonly<Record<string, FieldWords>>>> = {
  leistungen: leistungFields,
  ozg: ozgFields,
};

/** Without these a table cannot be read. */
export const neededFields: Readonly<Record<TableKind, readonly string[]>> = {
  leistungen: ['name'],
  ozg: ['ozg', 'name', 'lage'],
};

/** Which column, counted from 0, holds a field; a field without one is left as it is. */
export type Mapping = Readonly<Record<string, number>>;

/** Guesses the meaning of columns by their labels; each column and each field once, the better word first. */
export function guessMapping(kind: TableKind, labels: readonly string[]): Mapping {
  const mapping: Record<string, number> = {};
  const taken = new Set<number>();
  const folded = labels.map(foldLabel);
  const longest = Math.max(...Object.values(tableFields[kind]).map(({ words }) => words.length));
  for (let rank = 0; rank < longest; rank += 1) {
    for (const [field, { words }] of Object.entries(tableFields[kind])) {
      const at = folded.findIndex((label, index) => label === words[rank] && !taken.has(index));
      if (field in mapping || at < 0) continue;
      mapping[field] = at;
      taken.add(at);
    }
  }
  return mapping;
}

function foldLabel(label: string): string {
  return foldGerman(label)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
