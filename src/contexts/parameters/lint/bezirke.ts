import { bezirkeIn, foldBezirk } from '#efa/parameter';
import type { Befund, Werte } from './befund.ts';
import { befund, ortOf } from './texte.ts';

/** Districts: each Postleitzahl of the Kommune has exactly one office, and none that is not there. */
export const bezirke = (pruefling: Werte): readonly Befund[] =>
  pruefling.definitions
    .filter(({ columns }) => columns.some(({ id }) => id === 'bezirk'))
    .flatMap((definition) => bezirkBefunde(pruefling, definition.id));

function bezirkBefunde(pruefling: Werte, name: string): readonly Befund[] {
  const { wirksam, plz, kommune } = pruefling;
  const rows = bezirkeIn(wirksam.get(name)?.wert);
  if (rows.length === 0) return [];
  const { ort } = ortOf(pruefling, name);
  const found: Befund[] = [];
  const seen = new Map<string, number>();
  for (const [index, { bezirk }] of rows.entries()) {
    const at = { feld: `${name}.${index}.bezirk`, ort: `${ort}, Zeile ${index + 1}` };
    const before = seen.get(foldBezirk(bezirk));
    if (before !== undefined)
      found.push(
        befund(at, 'bezirke', 'fehler', {
          text: `„${bezirk}“ steht schon in Zeile ${before + 1}: Zwei Stellen wären zuständig.`,
          abhilfe: 'Streichen Sie eine der beiden Zeilen.',
        }),
      );
    seen.set(foldBezirk(bezirk), before ?? index);
    if (/^\d{5}$/.test(bezirk) && plz.length > 0 && !plz.includes(bezirk))
      found.push(
        befund(at, 'bezirke', 'warnung', {
          text: `Die Postleitzahl ${bezirk} liegt nicht in ${kommune.name}.`,
          abhilfe: 'Prüfen Sie die Zahl, oder streichen Sie die Zeile.',
        }),
      );
  }
  const usesPlz = rows.some(({ bezirk }) => /^\d{5}$/.test(bezirk));
  const missing = usesPlz ? plz.filter((each) => !seen.has(each)) : [];
  if (missing.length > 0)
    found.push(
      befund({ feld: name, ort }, 'bezirke', 'fehler', {
        text: `Für ${missing.slice(0, 8).join(', ')}${missing.length > 8 ? ` und ${missing.length - 8} weitere Postleitzahlen` : ''} ist keine Stelle genannt.`,
        abhilfe: 'Ergänzen Sie je eine Zeile. Bis dahin gehen diese Anträge an den Zustellpunkt für alle.',
      }),
    );
  return found;
}
