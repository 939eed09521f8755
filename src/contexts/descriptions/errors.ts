import type { FieldProblem, Refusal } from '#kernel';
import type { Bilanz } from './domain/einlesung.ts';
import { endetOhneFrage } from './domain/einlesung.ts';

export const sourceUnknown = (id: string): Refusal => ({
  kind: 'not-found',
  code: 'DESCRIPTIONS_SOURCE_UNKNOWN',
  message: `Die Quelle „${id.slice(0, 40)}“ gibt es nicht. Bitte legen Sie sie zuerst an, oder wählen Sie eine aus der Liste.`,
});

export const sourceInvalid = (fields: readonly FieldProblem[]): Refusal => ({
  kind: 'invalid',
  code: 'DESCRIPTIONS_SOURCE_INVALID',
  message: 'Einige Angaben zur Quelle passen noch nicht. Es wurde nichts gespeichert.',
  fields,
});

export const readingUnknown = (nummer: number): Refusal => ({
  kind: 'not-found',
  code: 'DESCRIPTIONS_READING_UNKNOWN',
  message: `Die Einlesung ${nummer} gibt es nicht. Alle stehen unter „XZuFi“.`,
});

export const readingOver: Refusal = {
  kind: 'conflict',
  code: 'DESCRIPTIONS_READING_OVER',
  message:
    'Über diese Einlesung ist schon entschieden. Es wurde nichts geändert. Bitte sehen Sie ihren Stand noch einmal an.',
};

export const readingNotReady: Refusal = {
  kind: 'conflict',
  code: 'DESCRIPTIONS_READING_NOT_READY',
  message: 'Die Datei wird noch gelesen. Bitte warten Sie, bis die Vorschau da ist.',
};

export const feedEmpty: Refusal = {
  kind: 'invalid',
  code: 'DESCRIPTIONS_FEED_EMPTY',
  message:
    'Die vollständige Lieferung enthält kein einziges Objekt. Sie würde alles beenden und wird deshalb nicht übernommen. Bitte prüfen Sie die Quelle.',
};

export const fileGone: Refusal = {
  kind: 'not-found',
  code: 'DESCRIPTIONS_FILE_GONE',
  message:
    'Die Datei liegt nicht mehr vor. Es wurde nichts übernommen. Bitte laden Sie sie noch einmal hoch; was schon gelesen ist, wird nicht noch einmal gelesen.',
};

export const fileMissing: Refusal = {
  kind: 'invalid',
  code: 'DESCRIPTIONS_FILE_MISSING',
  message: 'Bitte wählen Sie eine XZuFi-Datei aus, die nicht leer ist.',
  fields: [{ field: 'datei', message: 'Bitte eine XZuFi-Datei auswählen, die nicht leer ist.' }],
};

/** More would end than may without a word of its own. */
export function confirmEnding({ endet, bestand }: Pick<Bilanz, 'endet' | 'bestand'>): Refusal {
  return {
    kind: 'conflict',
    code: 'DESCRIPTIONS_CONFIRM_ENDING',
    message: `Mit dieser Lieferung enden ${endet} von ${bestand} Objekten, mehr als ${endetOhneFrage} von hundert. Es wurde nichts übernommen. Wenn das richtig ist, bestätigen Sie es ausdrücklich.`,
  };
}

export const sourceChanged: Refusal = {
  kind: 'conflict',
  code: 'DESCRIPTIONS_SOURCE_CHANGED',
  message:
    'Aus dieser Quelle wurde inzwischen etwas anderes übernommen. Die Vorschau ist neu gerechnet. Bitte sehen Sie sie noch einmal an.',
};

export const invalidText = (fields: readonly FieldProblem[]): Refusal => ({
  kind: 'invalid',
  code: 'DESCRIPTIONS_TEXT_INVALID',
  message: 'Einige Angaben passen noch nicht. Es wurde nichts gespeichert.',
  fields,
});

export const textChanged: Refusal = {
  kind: 'conflict',
  code: 'DESCRIPTIONS_TEXT_CHANGED',
  message:
    'Jemand anderes hat diesen Text inzwischen geändert. Ihre Eingabe ist nicht gespeichert. Bitte laden Sie die Seite neu und tragen Sie Ihre Änderung noch einmal ein.',
};

export const textUnknown: Refusal = {
  kind: 'not-found',
  code: 'DESCRIPTIONS_TEXT_UNKNOWN',
  message: 'Zu dieser Leistung gibt es keinen eigenen Text in dieser Sprache.',
};

export const draftMissing: Refusal = {
  kind: 'conflict',
  code: 'DESCRIPTIONS_DRAFT_MISSING',
  message: 'Es gibt keinen Entwurf, der veröffentlicht werden könnte. Bitte schreiben Sie ihn zuerst.',
};

export const sprachUnknown: Refusal = {
  kind: 'invalid',
  code: 'DESCRIPTIONS_LANGUAGE_UNKNOWN',
  message: 'In dieser Sprache werden keine Texte geführt. Es gibt: de, en, tr, uk, ar.',
};

export const kommuneNeeded: Refusal = {
  kind: 'invalid',
  code: 'DESCRIPTIONS_KOMMUNE_NEEDED',
  message: 'Bitte nennen Sie die Kommune, für die der Text gilt.',
};

export const kommuneNotYours: Refusal = {
  kind: 'forbidden',
  code: 'DESCRIPTIONS_KOMMUNE_NOT_YOURS',
  message:
    'Für diese Kommune dürfen Sie keine Texte schreiben: Sie ist nicht Ihre eigene und wird nicht von Ihnen betreut.',
};

export const areaUnknown = (text: string): Refusal => ({
  kind: 'not-found',
  code: 'DESCRIPTIONS_AREA_UNKNOWN',
  message: `Das Gebiet „${text.slice(0, 60)}“ kennen wir nicht. Nennen Sie eine Kommune mit Namen oder Schlüssel, ein Land mit zwei Ziffern oder einen Regionalschlüssel mit zwölf.`,
});
