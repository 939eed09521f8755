import type { FieldProblem } from '#kernel';

/** What a new service begins with. */
export interface NeuerDienst {
  readonly titel: string;
  readonly dienst: string;
  readonly leika: string;
  /** Empty: as the catalogue calls it. */
  readonly leistung: string;
  readonly stelle: string;
}

/** Names that addresses of the workshop use. */
const vergeben: ReadonlySet<string> = new Set(['neu', 'einlesen', 'wirksam', 'unterschied', 'pruefung']);

const leikaForm = /^99\d{12}$/;

export function neuProblems({
  titel,
  dienst,
  leika,
  leistung,
  stelle,
}: NeuerDienst): readonly FieldProblem[] {
  const said = (field: string, right: boolean, message: string) => (right ? [] : [{ field, message }]);
  return [
    ...said('titel', titel.trim().length >= 3, 'Bitte nennen Sie den Dienst mit wenigstens drei Zeichen.'),
    ...said(
      'dienst',
      /^[a-z0-9]+(-[a-z0-9]+)*$/.test(dienst) && dienst.length <= 60,
      'Der Kurzname besteht aus Kleinbuchstaben, Ziffern und Bindestrichen, höchstens 60 Zeichen.',
    ),
    ...said(
      'dienst',
      !vergeben.has(dienst),
      'Diesen Kurznamen braucht die Werkstatt selbst. Bitte wählen Sie einen anderen.',
    ),
    ...said(
      'leika',
      leikaForm.test(leika),
      'Der LeiKa-Schlüssel hat 14 Ziffern und beginnt mit 99. Er steht im Katalog bei der Leistung.',
    ),
    ...said(
      'leistung',
      // One message is enough: a key that is none needs no word on the catalogue.
      leistung.trim() !== '' || !leikaForm.test(leika),
      'Der Katalog kennt diesen Schlüssel nicht. Bitte nennen Sie die Leistung selbst.',
    ),
    ...said(
      'stelle',
      /^[a-z][A-Za-z0-9]{0,39}$/.test(stelle),
      'Die Art der Stelle ist ein Wort aus Kleinbuchstaben ohne Umlaute, zum Beispiel fundbuero.',
    ),
  ];
}
