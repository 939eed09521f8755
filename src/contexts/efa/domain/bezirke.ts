import type { FieldProblem } from '#kernel';
import type { ParameterDefinition, ParameterValue } from './onlinedienst.ts';
import {
  type Abschnitt,
  foldStrasse,
  hausnummerIn,
  istGanz,
  liegtIn,
  seiten,
  ueberschneiden,
} from './strassen.ts';

/** Where an Antrag comes from, as far as its answers say. */
export interface Ort {
  readonly plz?: string | undefined;
  readonly ortsteil?: string | undefined;
  readonly strasse?: string | undefined;
  readonly hausnummer?: string | undefined;
}

/** A district and the Zustellpunkt that answers for it: a Postleitzahl, an Ortsteil, or a stretch of a street there. */
export interface Bezirk {
  /** Postleitzahl or Ortsteil; empty where a street alone says enough. */
  readonly bezirk: string;
  readonly ziel: string;
  readonly abschnitt: Abschnitt | null;
}

/** The rows of a table of districts; what is no such row is left out. */
export function bezirkeIn(value: ParameterValue | null | undefined): readonly Bezirk[] {
  return reihen(value).flatMap((row) => bezirkOf(row) ?? []);
}

function bezirkOf(row: Reihe): Bezirk | null {
  const text = (name: string) => textOf(row, name);
  const [bezirk, ziel, strasse] = [text('bezirk'), text('ziel'), text('strasse')];
  if (ziel === '' || (bezirk === '' && strasse === '')) return null;
  return { bezirk, ziel, abschnitt: strasse === '' ? null : abschnittOf(row, strasse) };
}

type Reihe = Readonly<Record<string, unknown>>;

function reihen(value: ParameterValue | null | undefined): readonly Reihe[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((row: unknown) => (typeof row === 'object' && row !== null ? [{ ...row }] : []));
}

function textOf(row: Reihe, name: string): string {
  const cell = row[name];
  return typeof cell === 'string' ? cell.trim() : '';
}

function abschnittOf(row: Reihe, strasse: string): Abschnitt {
  const seite = textOf(row, 'seite').toLowerCase();
  return {
    strasse,
    von: hausnummerIn(textOf(row, 'von')),
    bis: hausnummerIn(textOf(row, 'bis')),
    seite: seiten.find((each) => each === seite) ?? null,
  };
}

/**
 * The Zustellpunkt of the district of a place. What says more comes first: the stretch with the house number, the whole
 * street, the Ortsteil, the Postleitzahl.
 */
export function zielIn(bezirke: readonly Bezirk[], ort: Ort): string | null {
  const wanted = [ort.ortsteil, ort.plz].flatMap((each) => (each ? [foldBezirk(each)] : []));
  const onStreet = streetRows(bezirke, ort, wanted);
  const found =
    onStreet.find(({ abschnitt }) => !istGanz(abschnitt)) ??
    onStreet.find(({ abschnitt }) => istGanz(abschnitt));
  if (found) return found.ziel;
  for (const name of wanted) {
    const named = bezirke.find(({ bezirk, abschnitt }) => abschnitt === null && foldBezirk(bezirk) === name);
    if (named) return named.ziel;
  }
  return null;
}

/** The rows of the street of a place; a row that names a district too counts there only. */
function streetRows(bezirke: readonly Bezirk[], { strasse, hausnummer }: Ort, wanted: readonly string[]) {
  if (!strasse) return [];
  const street = foldStrasse(strasse);
  const nummer = hausnummerIn(hausnummer ?? '');
  return bezirke.flatMap(({ bezirk, ziel, abschnitt }) => {
    if (abschnitt === null || foldStrasse(abschnitt.strasse) !== street) return [];
    if (bezirk !== '' && !wanted.includes(foldBezirk(bezirk))) return [];
    const here = istGanz(abschnitt) || (nummer !== null && liegtIn(abschnitt, nummer));
    return here ? [{ ziel, abschnitt }] : [];
  });
}

/** A district as it is compared: case and spaces do not count. */
export function foldBezirk(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

/** Rows that cannot be read, and districts or stretches that are named twice: an Antrag from there would have two offices. */
export function bezirkProblems(
  definitions: readonly ParameterDefinition[],
  values: Readonly<Record<string, ParameterValue | null>>,
): readonly FieldProblem[] {
  return definitions
    .filter(({ columns }) => columns.some(({ id }) => id === 'bezirk'))
    .flatMap(({ id, label }) => {
      const rows = reihen(values[id]);
      const broken = rows.flatMap((row, index) => rowProblems(row).map((each) => ({ ...each, index })));
      const all = broken.length > 0 ? broken : doubled(rows);
      return all.map(({ index, column, message }) => ({
        field: `${id}.${index}.${column}`,
        message: `„${label}“, Zeile ${index + 1}: ${message}`,
      }));
    });
}

interface RowProblem {
  readonly column: string;
  readonly message: string;
}

/** What is wrong with one row by itself. */
function rowProblems(row: Reihe): readonly RowProblem[] {
  const text = (name: string) => textOf(row, name);
  const problem = (column: string, message: string) => [{ column, message }];
  const [von, bis, seite] = [text('von'), text('bis'), text('seite').toLowerCase()];
  if (text('strasse') === '') {
    if (text('bezirk') === '')
      return problem('bezirk', 'Bitte nennen Sie eine Postleitzahl, einen Ortsteil oder eine Straße.');
    return von + bis + seite === ''
      ? []
      : problem('strasse', 'Hausnummern und Seite gehören zu einer Straße. Bitte nennen Sie sie.');
  }
  const unreadable = (['von', 'bis'] as const).flatMap((name) =>
    text(name) !== '' && hausnummerIn(text(name)) === null
      ? problem(name, `„${text(name)}“ ist keine Hausnummer wie 12 oder 12a.`)
      : [],
  );
  const side =
    seite === '' || seiten.some((each) => each === seite)
      ? []
      : problem('seite', 'Möglich sind „gerade“, „ungerade“ oder nichts für beide.');
  const [first, last] = [hausnummerIn(von), hausnummerIn(bis)];
  const turned =
    first !== null && last !== null && !liegtIn({ strasse: '', von: first, bis: last, seite: null }, first);
  return [...unreadable, ...side, ...(turned ? problem('bis', `${bis} liegt vor ${von}.`) : [])];
}

/** Districts or stretches that an earlier row names already. */
function doubled(rows: readonly Reihe[]): readonly (RowProblem & { readonly index: number })[] {
  const read = rows.flatMap((row, index) => {
    const own = bezirkOf(row);
    return own === null ? [] : [{ own, index }];
  });
  // A table may name a thousand streets: only rows of one street, or of one district, are compared with each other.
  const near = Map.groupBy(read, ({ own }) => placeOf(own));
  return read.flatMap(({ own, index }) => {
    const earlier = near.get(placeOf(own))?.find((each) => each.index < index && clash(each.own, own));
    if (earlier === undefined) return [];
    const before = earlier.index;
    return own.abschnitt === null
      ? [
          {
            index,
            column: 'bezirk',
            message: `„${own.bezirk}“ steht schon in Zeile ${before + 1}. Jeder Bezirk gehört zu genau einer Stelle.`,
          },
        ]
      : [
          {
            index,
            column: 'strasse',
            message: `„${abschnittText(own.abschnitt)}“ überschneidet sich mit Zeile ${before + 1}. Jede Hausnummer gehört zu genau einer Stelle.`,
          },
        ];
  });
}

/** The street or the district of a row; two rows that clash have the same. */
function placeOf({ bezirk, abschnitt }: Bezirk): string {
  return abschnitt === null ? `Bezirk ${foldBezirk(bezirk)}` : `Straße ${foldStrasse(abschnitt.strasse)}`;
}

/** Whether two rows claim the same place. */
export function clash(a: Bezirk, b: Bezirk): boolean {
  if (a.abschnitt === null || b.abschnitt === null)
    return a.abschnitt === b.abschnitt && foldBezirk(a.bezirk) === foldBezirk(b.bezirk);
  const sameStreet = foldStrasse(a.abschnitt.strasse) === foldStrasse(b.abschnitt.strasse);
  const apart = a.bezirk !== '' && b.bezirk !== '' && foldBezirk(a.bezirk) !== foldBezirk(b.bezirk);
  return sameStreet && !apart && ueberschneiden(a.abschnitt, b.abschnitt);
}

/** A stretch in words: „Hauptstraße 2 bis 20, gerade“. */
export function abschnittText({ strasse, von, bis, seite }: Abschnitt): string {
  const text = (nummer: Abschnitt['von']) => (nummer ? `${nummer.zahl}${nummer.zusatz}` : '');
  const from = von ? ` ab ${text(von)}` : '';
  const numbers = von && bis ? ` ${text(von)} bis ${text(bis)}` : bis ? ` bis ${text(bis)}` : from;
  return `${strasse}${numbers}${seite ? `, ${seite}` : ''}`;
}
