import type { FieldProblem, Refusal } from '#kernel';
import { type BerichtZustand, zustandNamen } from './domain/bericht.ts';

export const notAllowed: Refusal = {
  kind: 'forbidden',
  code: 'REPORTS_NOT_ALLOWED',
  message:
    'Dafür fehlt Ihnen das Recht. Berichte schreibt die OZG-Koordination; frei gibt sie die Verwaltungsleitung oder die Administration.',
};

export const berichtUnknown: Refusal = {
  kind: 'not-found',
  code: 'REPORTS_UNKNOWN',
  message: 'Diesen Bericht gibt es in Ihrer Kommune nicht.',
};

export const changedMeanwhile: Refusal = {
  kind: 'conflict',
  code: 'REPORTS_CHANGED_MEANWHILE',
  message:
    'Inzwischen hat jemand anderes etwas an diesem Bericht getan. Ihre Änderung ist nicht gespeichert. Bitte laden Sie die Seite neu und prüfen Sie, was jetzt gilt.',
};

export const secondPersonNeeded: Refusal = {
  kind: 'forbidden',
  code: 'REPORTS_SECOND_PERSON',
  message:
    'Freigeben muss eine zweite Person: nicht, wer diese Fassung geschrieben oder vorgelegt hat. Nichts wurde geändert.',
};

export function stepRefused(zustand: BerichtZustand): Refusal {
  return {
    kind: 'conflict',
    code: 'REPORTS_STATE',
    message: `Das geht in diesem Zustand nicht: Der Bericht ist „${zustandNamen[zustand]}“. Nichts wurde geändert.`,
  };
}

export const notDraft: Refusal = {
  kind: 'conflict',
  code: 'REPORTS_NOT_DRAFT',
  message: 'Nur ein Entwurf kann geändert werden. Ein vorgelegter Bericht muss erst zurückgegeben werden.',
};

export function invalidBericht(fields: readonly FieldProblem[]): Refusal {
  const [first] = fields;
  const message = fields.length === 1 && first ? first.message : 'Bitte prüfen Sie die markierten Felder.';
  return { kind: 'invalid', code: 'REPORTS_INVALID', message, fields };
}

export const pdfWaits: Refusal = {
  kind: 'conflict',
  code: 'REPORTS_PDF_NOT_READY',
  message: 'Das PDF wird gerade erstellt. Das dauert wenige Sekunden. Bitte fragen Sie gleich noch einmal.',
};

export function standNotPublic(name: string): Refusal {
  return {
    kind: 'not-found',
    code: 'REPORTS_STAND_NOT_PUBLIC',
    message: `${name} hat hier keinen Stand veröffentlicht. Was die Kommune online anbietet, steht auf ihrer eigenen Website.`,
  };
}

export function datensatzUnknown(name: string): Refusal {
  return {
    kind: 'not-found',
    code: 'REPORTS_DATASET_UNKNOWN',
    message: `Den Datensatz „${name.slice(0, 80)}“ gibt es nicht. Alle stehen unter /offene-daten.`,
  };
}

export const noOverview: Refusal = {
  kind: 'forbidden',
  code: 'REPORTS_NO_OVERVIEW',
  message: 'Eine Übersicht gibt es für Mitglieder einer Kommune und für IT-Dienstleister.',
};
