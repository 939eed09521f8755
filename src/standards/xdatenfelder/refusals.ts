import type { Refusal } from '#kernel';
import type { Stelle } from '../xml-text/index.ts';

/** Why a file is refused, with the place and the path of elements that leads there. */
export interface XdfRefusal extends Refusal, Stelle {
  /** `stammdatenschema S00000000364 / struktur 2 / datenfeldgruppe G60000000086`; empty outside of every element. */
  readonly pfad: string;
}

/** What is wrong with files, each with its remedy. The codes are stable. */
const sentences = {
  XDF_EMPTY: 'Die Datei ist leer. Bitte laden Sie sie noch einmal herunter.',
  XDF_NOT_XML:
    'Das ist kein XML: Vor dem ersten Element steht etwas anderes. Bitte wählen Sie die XDatenfelder-Datei selbst, nicht ein Archiv oder eine Webseite.',
  XDF_DOCTYPE:
    'Die Datei enthält eine DOCTYPE-Angabe. Solche Dateien werden nicht gelesen. Bitte entfernen Sie die Angabe an der Quelle.',
  XDF_ENCODING_UNKNOWN: 'Diese Zeichenkodierung wird nicht gelesen. Bitte liefern Sie die Datei in UTF-8.',
  XDF_ENCODING_WRONG:
    'Die Zeichen passen nicht zur angegebenen Kodierung. Bitte geben Sie in der ersten Zeile die Kodierung an, in der die Datei wirklich geschrieben ist.',
  XDF_TRUNCATED: 'Die Datei hört mittendrin auf. Bitte laden Sie sie noch einmal vollständig herunter.',
  XDF_MALFORMED: 'Das XML ist hier nicht wohlgeformt. Bitte lassen Sie die Datei an der Quelle neu erzeugen.',
  XDF_NAMESPACE:
    'Das ist keine Datei von XDatenfelder 2 oder 3.0.0: Der Namensraum ist ein anderer. Bitte laden Sie das Schema als XDatenfelder herunter.',
  XDF_FASSUNG_1:
    'XDatenfelder 1 wird nicht gelesen: Dort fehlen Angaben, die heute verlangt sind. Bitte laden Sie das Schema in Fassung 2 oder 3 herunter.',
  XDF_NACHRICHT:
    'Diese Nachricht enthält kein Stammdatenschema und keine Datenfeldgruppe. Bitte wählen Sie die Datei eines Schemas.',
  XDF_ELEMENT_UNKNOWN:
    'Dieses Element kennt XDatenfelder an dieser Stelle nicht. Bitte berichtigen Sie die Datei an der Quelle.',
  XDF_ELEMENT_MISSING: 'Hier fehlt ein Element, das XDatenfelder verlangt. Bitte ergänzen Sie es.',
  XDF_ELEMENT_TWICE:
    'Dieses Element darf hier nur einmal stehen. Welche Angabe gilt, ist nicht zu erkennen. Bitte lassen Sie nur eine stehen.',
  XDF_ATTRIBUTE_UNKNOWN:
    'Dieses Attribut kennt XDatenfelder an diesem Element nicht. Bitte entfernen Sie es.',
  XDF_TEXT_OUTSIDE: 'Hier steht Text, wo nur Elemente stehen dürfen. Bitte entfernen Sie ihn.',
  XDF_VALUE:
    'Dieser Wert hat nicht die Form, die das Element verlangt. Bitte berichtigen Sie ihn an der Quelle.',
  XDF_ID_COLLISION:
    'Diese Kennung steht in dieser Version mit anderem Inhalt schon weiter oben. Was gilt, ist nicht zu erkennen. Bitte geben Sie einem der beiden eine eigene Kennung oder Version.',
  XDF_RECURSION:
    'Die Datenfeldgruppe enthält sich selbst. Bitte lösen Sie den Kreis auf; für Wiederholungen genügt die Anzahl.',
  XDF_CODE_TWICE: 'Der Code steht zweimal in derselben Werteliste. Bitte lassen Sie nur einen stehen.',
  XDF_TOO_DEEP:
    'Die Elemente sind tiefer geschachtelt, als ein Schema es braucht. Bitte prüfen Sie die Quelle.',
  XDF_TOO_LONG: 'Ein Text oder eine Angabe ist zu lang. Bitte kürzen Sie an der Quelle.',
  XDF_TOO_MUCH: 'Die Datei hat mehr Elemente, als ein Schema braucht. Bitte prüfen Sie die Quelle.',
} as const;

export type XdfCodeOfRefusal = keyof typeof sentences;

/** A refusal with its place; `detail` names what stands there. */
export function xdfRefusal(
  code: XdfCodeOfRefusal,
  { zeile, spalte }: Stelle,
  pfad = '',
  detail = '',
): XdfRefusal {
  const what = detail === '' ? '' : ` (${detail.slice(0, 160)})`;
  const where = pfad === '' ? '' : ` Stelle: ${pfad}.`;
  const message = `Zeile ${zeile}, Spalte ${spalte}${what}: ${sentences[code]}${where}`;
  return { kind: code.startsWith('XDF_TOO') ? 'too-large' : 'invalid', code, message, zeile, spalte, pfad };
}

/** Stops the parser from within one of its handlers. */
export class Verweigert extends Error {
  readonly refusal: XdfRefusal;

  constructor(refusal: XdfRefusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}
