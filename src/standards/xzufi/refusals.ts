import type { Refusal } from '#kernel';
import type { Stelle } from '../xml-text/index.ts';

export type { Stelle };

/** Why a message is refused, with the place. */
export interface XzufiRefusal extends Refusal, Stelle {}

/** What is wrong with messages, each with its remedy. The codes are stable. */
const sentences = {
  XZUFI_EMPTY: 'Die Datei ist leer. Bitte lassen Sie sie noch einmal erzeugen.',
  XZUFI_NOT_XML:
    'Das ist kein XML: Vor dem ersten Element steht etwas anderes. Bitte wählen Sie die XZuFi-Datei selbst, nicht ein Archiv oder eine Webseite.',
  XZUFI_DOCTYPE:
    'Die Datei enthält eine DOCTYPE-Angabe. Solche Dateien werden nicht gelesen. Bitte entfernen Sie die Angabe an der Quelle.',
  XZUFI_ENCODING_UNKNOWN: 'Diese Zeichenkodierung wird nicht gelesen. Bitte liefern Sie die Datei in UTF-8.',
  XZUFI_ENCODING_WRONG:
    'Die Zeichen passen nicht zur angegebenen Kodierung. Bitte geben Sie in der ersten Zeile die Kodierung an, in der die Datei wirklich geschrieben ist.',
  XZUFI_TRUNCATED: 'Die Datei hört mittendrin auf. Bitte übertragen Sie sie noch einmal vollständig.',
  XZUFI_MALFORMED:
    'Das XML ist hier nicht wohlgeformt. Bitte lassen Sie die Datei an der Quelle neu erzeugen.',
  XZUFI_NAMESPACE:
    'Das ist keine XZuFi-Nachricht der Fassung 2.2.0 oder 2.3.1: Der Namensraum ist ein anderer. Bitte fordern Sie die Nachricht in einer dieser Fassungen an.',
  XZUFI_VERSION:
    'Die Angabe „xzufiVersion“ fehlt oder passt nicht zum Namensraum. Bitte lassen Sie beides auf dieselbe Fassung stellen (2.2.0 oder 2.3.1).',
  XZUFI_TEXT_OUTSIDE:
    'Hier steht Text, wo nur Elemente stehen dürfen. Bitte entfernen Sie ihn an der Quelle.',
  XZUFI_NOTHING_INSIDE:
    'In „schreibe“ oder „loesche“ steht kein Objekt. Bitte lassen Sie die leere Anweisung weg.',
  XZUFI_ID_MISSING:
    'Das Objekt hat keine Kennung („id“). Ohne sie kann es nie geändert werden. Bitte ergänzen Sie sie an der Quelle.',
  XZUFI_ID_LONG: 'Die Kennung ist länger als 200 Zeichen. Bitte kürzen Sie sie an der Quelle.',
  XZUFI_DUPLICATE:
    'Dieses Objekt kommt in der Nachricht ein zweites Mal vor. Welche Angabe gilt, ist nicht zu erkennen. Bitte lassen Sie nur eine stehen.',
  XZUFI_TOO_DEEP:
    'Die Elemente sind tiefer geschachtelt, als XZuFi es vorsieht (64 Ebenen). Bitte prüfen Sie die Quelle.',
  XZUFI_TOO_LONG:
    'Ein Text oder eine Angabe ist länger als eine Million Zeichen. Bitte kürzen Sie an der Quelle.',
  XZUFI_TOO_MUCH: 'Ein Objekt hat mehr als 100.000 Elemente. Bitte teilen Sie es an der Quelle auf.',
  XZUFI_VALUE:
    'Dieser Wert hat nicht die Form, die das Element verlangt. Bitte berichtigen Sie ihn an der Quelle.',
} as const;

export type XzufiCode = keyof typeof sentences;

/** A refusal with its place; `detail` names what stands there. */
export function xzufiRefusal(code: XzufiCode, { zeile, spalte }: Stelle, detail = ''): XzufiRefusal {
  const what = detail === '' ? '' : ` (${detail.slice(0, 120)})`;
  const message = `Zeile ${zeile}, Spalte ${spalte}${what}: ${sentences[code]}`;
  return { kind: code.startsWith('XZUFI_TOO') ? 'too-large' : 'invalid', code, message, zeile, spalte };
}
