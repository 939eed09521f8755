import type { Gegenstand, Quantor, Vergleich } from '#forms/bedingungen';

const zahlen: Readonly<Partial<Record<Vergleich, string>>> = {
  gleich: 'ist gleich',
  ungleich: 'ist nicht gleich',
  groesser: 'ist größer als',
  mindestens: 'ist mindestens',
  kleiner: 'ist kleiner als',
  hoechstens: 'ist höchstens',
};

const tage: Readonly<Partial<Record<Vergleich, string>>> = {
  gleich: 'ist am',
  ungleich: 'ist nicht am',
  groesser: 'ist nach',
  mindestens: 'ist frühestens am',
  kleiner: 'ist vor',
  hoechstens: 'ist spätestens am',
};

const kreuze: Readonly<Partial<Record<Vergleich, string>>> = {
  enthaelt: 'ist angekreuzt',
  'enthaelt-nicht': 'ist nicht angekreuzt',
  'eine-von': 'mindestens eine davon ist angekreuzt',
  'alle-von': 'alle davon sind angekreuzt',
  'keine-von': 'keine davon ist angekreuzt',
};

const texte: Readonly<Record<Vergleich, string>> = {
  gleich: 'ist',
  ungleich: 'ist etwas anderes als',
  'eine-von': 'ist eine von',
  'keine-von': 'ist keine von, oder ohne Antwort',
  'alle-von': 'sind alle',
  enthaelt: 'enthält',
  'enthaelt-nicht': 'enthält nicht',
  beginnt: 'beginnt mit',
  groesser: 'ist größer als',
  mindestens: 'ist mindestens',
  kleiner: 'ist kleiner als',
  hoechstens: 'ist höchstens',
  ja: 'ist Ja',
  nein: 'ist Nein',
  'nicht-ja': 'ist Nein, oder ohne Antwort',
  beantwortet: 'ist beantwortet',
  unbeantwortet: 'ist nicht beantwortet',
};

/** What a comparison is called for what the line is about. */
export function vergleichWort(vergleich: Vergleich, art: Gegenstand['art']): string {
  const own = { integer: zahlen, decimal: zahlen, money: zahlen, date: tage, texts: kreuze }[art as string];
  return own?.[vergleich] ?? texte[vergleich];
}

export const quantoren: Readonly<Record<Quantor, string>> = {
  einem: 'in mindestens einem Eintrag',
  jedem: 'in jedem Eintrag',
  keinem: 'in keinem Eintrag',
};

export const verbunden = [
  { value: 'alle', label: 'Alle müssen gelten' },
  { value: 'eine', label: 'Eine genügt' },
];

/** How the sentence about a setting begins. */
export function satzanfang(path: string): string {
  const name = path.split('.').at(-1);
  if (name === 'holds') return 'Es muss gelten, dass';
  return name === 'required' ? 'Pflicht nur, wenn' : 'Nur, wenn';
}
