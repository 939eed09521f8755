/**
 * What a part of a description says, by the code of its LeiKa text module. Source: the codes that public clients of the PVOG
 * read from the detail of a description; 05 is the full text, 06 its longer form.
 */
export const leikaTextmodule: ReadonlyMap<string, string> = new Map([
  ['02', 'Bezeichnung'],
  ['05', 'Volltext'],
  ['06', 'Volltext (ausführlich)'],
  ['07', 'Rechtsgrundlage'],
  ['08', 'Erforderliche Unterlagen'],
  ['09', 'Voraussetzungen'],
  ['11', 'Verfahrensablauf'],
  ['14', 'Formulare'],
  ['16', 'Hinweise'],
  ['22', 'Zuständige Stelle'],
  ['24', 'Teaser'],
  ['25', 'Rechtsbehelf'],
  ['93', 'Fachliche Freigabe'],
  ['94', 'Ursprungsportal'],
  ['95', 'Bearbeitungsdauer'],
  ['97', 'Fristen'],
  ['98', 'Kosten'],
]);

/** The name of a text module; a code without a known one is named by itself. */
export function textmodulName(code: string): string {
  return leikaTextmodule.get(code) ?? `Textmodul ${code}`;
}
