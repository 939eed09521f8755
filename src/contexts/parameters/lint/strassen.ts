import { abschnittText, type Bezirk, clash, foldBezirk, foldStrasse, luecken } from '#efa/parameter';
import type { Befund } from './befund.ts';
import { befund } from './texte.ts';

/** A row of a street with its place in the table. */
interface Strassenzeile extends Bezirk {
  readonly abschnitt: NonNullable<Bezirk['abschnitt']>;
  readonly index: number;
}

/** Streets: no house number has two offices, and none between two stretches has none. */
export function strassen(rows: readonly Bezirk[], name: string, ort: string): readonly Befund[] {
  const onStreets = rows.flatMap((row, index): readonly Strassenzeile[] =>
    row.abschnitt === null ? [] : [{ ...row, abschnitt: row.abschnitt, index }],
  );
  const whole = new Set(
    rows.filter(({ abschnitt }) => abschnitt === null).map(({ bezirk }) => foldBezirk(bezirk)),
  );
  const streets = Map.groupBy(onStreets, ({ abschnitt }) => foldStrasse(abschnitt.strasse));
  return [...streets.values()].flatMap((group) => [
    ...overlaps(group, name, ort),
    ...gaps(group, whole, name, ort),
  ]);
}

function overlaps(group: readonly Strassenzeile[], name: string, ort: string): readonly Befund[] {
  return group.flatMap((row, at) => {
    const before = group.slice(0, at).find((each) => clash(each, row));
    if (before === undefined) return [];
    const place = { feld: `${name}.${row.index}.strasse`, ort: `${ort}, Zeile ${row.index + 1}` };
    return befund(place, 'bezirke', 'fehler', {
      text: `„${abschnittText(row.abschnitt)}“ überschneidet sich mit Zeile ${before.index + 1}, „${abschnittText(before.abschnitt)}“: Zwei Stellen wären zuständig.`,
      abhilfe: 'Kürzen Sie einen der beiden Abschnitte, oder streichen Sie eine Zeile.',
    });
  });
}

/** Gaps of a street, for each district that names it; where the district itself has an office they go there, and it is said. */
function gaps(
  group: readonly Strassenzeile[],
  whole: ReadonlySet<string>,
  name: string,
  ort: string,
): readonly Befund[] {
  return [...Map.groupBy(group, ({ bezirk }) => foldBezirk(bezirk))].flatMap(([bezirk, rows]) => {
    const [first] = rows;
    const missing = luecken(rows.map(({ abschnitt }) => abschnitt));
    if (first === undefined || missing.length === 0) return [];
    const covered = bezirk !== '' && whole.has(bezirk);
    const more = missing.length > 5 ? ` und ${missing.length - 5} weitere Lücken` : '';
    const place = { feld: `${name}.${first.index}.strasse`, ort: `${ort}, Zeile ${first.index + 1}` };
    return befund(place, 'bezirke', covered ? 'hinweis' : 'fehler', {
      text: `${first.abschnitt.strasse}: Für ${missing.slice(0, 5).join(', ')}${more} ist keine Stelle genannt.`,
      abhilfe: covered
        ? `Diese Hausnummern gehen an die Stelle von „${first.bezirk}“. Ist das gewollt, ist nichts zu tun.`
        : 'Ergänzen Sie einen Abschnitt, oder nennen Sie die Straße einmal ohne Hausnummern für alles Übrige.',
    });
  });
}
