import { type Bezirk, bezirkeIn, foldBezirk } from '#efa/parameter';
import type { Befund, Werte } from './befund.ts';
import { strassen } from './strassen.ts';
import { befund, ortOf } from './texte.ts';

/** Districts: each Postleitzahl and each house number of the Kommune has exactly one office, and none that is not there. */
export const bezirke = (pruefling: Werte): readonly Befund[] =>
  pruefling.definitions
    .filter(({ columns }) => columns.some(({ id }) => id === 'bezirk'))
    .flatMap((definition) => bezirkBefunde(pruefling, definition.id));

function bezirkBefunde(pruefling: Werte, name: string): readonly Befund[] {
  const rows = bezirkeIn(pruefling.wirksam.get(name)?.wert);
  if (rows.length === 0) return [];
  const { ort } = ortOf(pruefling, name);
  return [
    ...doubled(rows, name, ort),
    ...foreign(pruefling, rows, name, ort),
    ...missing(pruefling, rows, name, ort),
    ...strassen(rows, name, ort),
  ];
}

function placeOf(name: string, ort: string, index: number) {
  return { feld: `${name}.${index}.bezirk`, ort: `${ort}, Zeile ${index + 1}` };
}

/** Whole districts that are named twice. */
function doubled(rows: readonly Bezirk[], name: string, ort: string): readonly Befund[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ bezirk, abschnitt }, index) => {
    if (abschnitt !== null) return [];
    const before = seen.get(foldBezirk(bezirk));
    seen.set(foldBezirk(bezirk), before ?? index);
    if (before === undefined) return [];
    return befund(placeOf(name, ort, index), 'bezirke', 'fehler', {
      text: `„${bezirk}“ steht schon in Zeile ${before + 1}: Zwei Stellen wären zuständig.`,
      abhilfe: 'Streichen Sie eine der beiden Zeilen.',
    });
  });
}

/** Postleitzahlen of other Kommunen. */
function foreign(
  { plz, kommune }: Werte,
  rows: readonly Bezirk[],
  name: string,
  ort: string,
): readonly Befund[] {
  return rows.flatMap(({ bezirk }, index) =>
    /^\d{5}$/.test(bezirk) && plz.length > 0 && !plz.includes(bezirk)
      ? befund(placeOf(name, ort, index), 'bezirke', 'warnung', {
          text: `Die Postleitzahl ${bezirk} liegt nicht in ${kommune.name}.`,
          abhilfe: 'Prüfen Sie die Zahl, oder streichen Sie die Zeile.',
        })
      : [],
  );
}

/** Postleitzahlen of the Kommune without an office, where some are named. */
function missing({ plz }: Werte, rows: readonly Bezirk[], name: string, ort: string): readonly Befund[] {
  const whole = rows.filter(({ abschnitt }) => abschnitt === null).map(({ bezirk }) => foldBezirk(bezirk));
  const usesPlz = whole.some((bezirk) => /^\d{5}$/.test(bezirk));
  const open = usesPlz ? plz.filter((each) => !whole.includes(each)) : [];
  if (open.length === 0) return [];
  const more = open.length > 8 ? ` und ${open.length - 8} weitere Postleitzahlen` : '';
  return [
    befund({ feld: name, ort }, 'bezirke', 'fehler', {
      text: `Für ${open.slice(0, 8).join(', ')}${more} ist keine Stelle genannt.`,
      abhilfe: 'Ergänzen Sie je eine Zeile. Bis dahin gehen diese Anträge an den Zustellpunkt für alle.',
    }),
  ];
}
