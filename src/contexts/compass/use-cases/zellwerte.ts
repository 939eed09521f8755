import { foldGerman, nearest } from '#kernel';
import type { namensSuche } from '../domain/namen-liste.ts';
import { parseAenderung } from '../domain/parse-aenderung.ts';
import type { TabellenWahl } from '../domain/sammel.ts';
import { fallzahlArten, nachweisArten, type Stand, type StandAenderung } from '../domain/stand.ts';
import { spaltenLabel } from '../domain/tabellen-spalten.ts';
import { zustaende } from '../domain/zustand.ts';
import { fallzahlArtLabel, nachweisArtLabel, zustandLabel } from '../messages.ts';

/** By what names people, Fachbereiche and Lösungen go in a table. */
export interface Wertnamen {
  readonly person: ReturnType<typeof namensSuche>;
  readonly fachbereich: ReturnType<typeof namensSuche>;
  readonly loesung: ReturnType<typeof namensSuche>;
  /** The name of the Fachbereich that a Leistung has by rule or statement. */
  readonly fachbereichOf: (leistungId: string) => string | null;
}

interface Zellwerte {
  readonly aenderung: StandAenderung;
  readonly probleme: readonly string[];
  readonly hinweise: readonly string[];
}

type Cell = (key: string) => string;

/** A value for the parser, or what is wrong with the cell. */
type Wert = { readonly value: unknown } | { readonly problem: string } | null;

/** Fields whose cell is the value itself. */
const plain = [
  'geplantFuer',
  'umgesetztAm',
  'abgeschaltetAm',
  'reifegrad11',
  'reifegrad20',
  'fallzahl',
  'fallzahlJahr',
  'prioritaet',
  'grund',
  'bemerkung',
] as const;

/** Reads the values of a row. Empty cells leave what holds, or take it away where that is meant. */
export function readZellwerte(
  namen: Wertnamen,
  wahl: TabellenWahl,
  cell: Cell,
  basis: Stand | null,
): Zellwerte {
  const has = (key: string) => key in wahl.spalten && (wahl.leeren || cell(key) !== '');
  const eingabe: Record<string, unknown> = {};
  const probleme: string[] = [];
  const put = (key: string, wert: Wert) => {
    if (wert === null) return;
    if ('problem' in wert) probleme.push(`${spaltenLabel(key)}: ${wert.problem}`);
    else eingabe[key] = wert.value;
  };
  for (const key of plain) if (has(key)) put(key, { value: sameText(basis?.[key], cell(key)) });
  // An empty Zustand and an empty day take nothing away: that is said with „keine Angabe“.
  if (cell('zustand') !== '') put('zustand', zustandIn(cell('zustand')));
  if (cell('giltAb') !== '') put('giltAb', { value: cell('giltAb') });
  for (const [key, read] of Object.entries(readers)) if (has(key)) put(key, read(cell(key), namen, basis));
  put('nachweis', nachweisIn(has, cell, basis));
  put('felder', felderIn(wahl, has, cell, basis));
  const hinweise = addArt(eingabe, wahl, basis);
  const parsed = parseAenderung(eingabe);
  if (parsed.ok) return { aenderung: parsed.value, probleme, hinweise };
  const wrong = parsed.refusal.map(({ field, message }) => {
    const place = `${spaltenLabel(field)}: `;
    return message.startsWith(place) ? message : `${place}${message}`;
  });
  return { aenderung: {}, probleme: [...probleme, ...wrong], hinweise };
}

const readers: Readonly<Record<string, (text: string, namen: Wertnamen, basis: Stand | null) => Wert>> = {
  fallzahlArt: (text) => wordIn(text, fallzahlArten, fallzahlArtLabel),
  kriterien11: kriterienIn,
  kriterien20: kriterienIn,
  zustaendig: (text, { person }) => idOf(text, person, 'Personen', 'gehört nicht zu Ihrer Kommune'),
  vertretung: (text, { person }) => idOf(text, person, 'Personen', 'gehört nicht zu Ihrer Kommune'),
  loesungId: (text, { loesung }) => {
    const found = loesung(text);
    if (found === 'mehrere') return { problem: `„${text}“ heißen mehrere Lösungen.` };
    return { value: found ?? text };
  },
  fachbereichId: (text, { fachbereich, fachbereichOf }, basis) => {
    // What the rules say anyway needs no statement of its own.
    const same = basis !== null && foldGerman(fachbereichOf(basis.leistungId) ?? '') === foldGerman(text);
    return same ? { value: basis.fachbereichId } : idOf(text, fachbereich, 'Fachbereiche', 'gibt es nicht');
  },
};

function zustandIn(text: string): Wert {
  const folded = foldGerman(text);
  const zustand = zustaende.find(
    (each) => each === text || foldGerman(zustandLabel[each]) === folded || foldGerman(each) === folded,
  );
  if (zustand) return { value: zustand };
  const [near] = nearest(text, zustaende, (each) => zustandLabel[each], 1);
  const all = zustaende.map((each) => zustandLabel[each]).join(', ');
  return {
    problem: near
      ? `„${text}“ ist kein Zustand. Meinen Sie „${zustandLabel[near]}“?`
      : `„${text}“ ist kein Zustand. Möglich sind: ${all}.`,
  };
}

function wordIn<Word extends string>(
  text: string,
  words: readonly Word[],
  labels: Readonly<Record<Word, string>>,
): Wert {
  if (text === '') return { value: null };
  const folded = foldGerman(text);
  return { value: words.find((word) => word === folded || foldGerman(labels[word]) === folded) ?? text };
}

/** `antrag=2; nachweise=1` */
function kriterienIn(text: string): Wert {
  if (text === '') return { value: null };
  const pairs = text.split(/[;\n]/).map((each) => each.split('=').map((part) => part.trim()));
  return pairs.every(([key, level, more]) => key && level && more === undefined)
    ? { value: Object.fromEntries(pairs) }
    : { problem: `„${text.slice(0, 60)}“ hat nicht die Form Kriterium=Stufe; Kriterium=Stufe.` };
}

function idOf(text: string, find: ReturnType<typeof namensSuche>, many: string, none: string): Wert {
  if (text === '') return { value: null };
  const found = find(text);
  if (found === 'mehrere')
    return { problem: `„${text}“ heißen mehrere ${many}. Bitte mit Kennung: Name [Kennung].` };
  return found === null ? { problem: `„${text}“ ${none}.` } : { value: found };
}

function nachweisIn(has: (key: string) => boolean, cell: Cell, basis: Stand | null): Wert {
  const keys = ['nachweisArt', 'nachweisLink', 'nachweisText'] as const;
  if (!keys.some(has)) return null;
  const before = basis?.nachweis;
  const given = (key: (typeof keys)[number], held: string | null | undefined) =>
    has(key) ? cell(key) : (held ?? '');
  const said = given('nachweisArt', before?.art);
  const link = given('nachweisLink', before?.link);
  const text = sameText(before?.text, given('nachweisText', before?.text));
  if (said === '' && link === '' && text === '') return { value: null };
  return evidenceIn(said, link, text, before?.datei);
}

function evidenceIn(said: string, link: string, text: string, datei: string | undefined): Wert {
  const art = nachweisArten.find((each) => foldGerman(nachweisArtLabel[each]) === foldGerman(said));
  if (said !== '' && !art) return { problem: `„${said}“ ist keine Art: Link, Notiz oder Datei.` };
  if (art === 'datei') return dateiIn(text, datei);
  return { value: { art: art ?? (link === '' ? 'notiz' : 'link'), link: link || null, text: text || null } };
}

/** A table may leave a file in its place, and cannot bring one. */
function dateiIn(text: string, datei: string | undefined): Wert {
  return datei === undefined
    ? {
        problem: 'Eine Datei lässt sich nicht einlesen. Bitte laden Sie sie auf der Seite der Leistung hoch.',
      }
    : { value: { art: 'datei', link: null, text: text || null, datei } };
}

function felderIn(wahl: TabellenWahl, has: (key: string) => boolean, cell: Cell, basis: Stand | null): Wert {
  const keys = Object.keys(wahl.spalten).filter((key) => key.startsWith('feld.') && has(key));
  if (keys.length === 0) return null;
  const given = keys.map((key) => {
    const name = key.slice('feld.'.length);
    return [name, sameText(basis?.felder[name], cell(key))];
  });
  return { value: { ...basis?.felder, ...Object.fromEntries(given) } };
}

/** Number and year are often all that a table has; a stated number counts as counted. */
function addArt(eingabe: Record<string, unknown>, { spalten }: TabellenWahl, basis: Stand | null): string[] {
  const { fallzahl } = eingabe;
  if (fallzahl === undefined || 'fallzahlArt' in spalten) return [];
  if (fallzahl === '') {
    Object.assign(eingabe, { fallzahlJahr: null, fallzahlArt: null });
    return [];
  }
  if (basis?.fallzahlArt) return [];
  eingabe.fallzahlArt = 'gezaehlt';
  return ['Die Fallzahl gilt als gezählt: Die Tabelle sagt nicht, ob sie geschätzt ist.'];
}

/** A spreadsheet changes line ends; that alone is no change of a text. */
function sameText(before: unknown, text: string): string {
  return typeof before === 'string' && canonical(before) === canonical(text) ? before : text;
}

const canonical = (text: string) => text.replaceAll(/\r\n?/g, '\n').trim();
