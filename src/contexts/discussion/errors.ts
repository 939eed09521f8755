import type { FieldProblem, Refusal } from '#kernel';
import type { Zustand } from './domain/zustand.ts';
import { zustandLabel } from './messages.ts';

export const ohneOrganisation: Refusal = {
  kind: 'forbidden',
  code: 'DISCUSSION_NO_ORGANISATION',
  message:
    'Rückfragen stellen und lesen Organisationen. Bitte melden Sie sich mit dem Konto Ihrer Organisation an.',
};

export const notAllowed: Refusal = {
  kind: 'forbidden',
  code: 'DISCUSSION_NOT_ALLOWED',
  message:
    'Rückfragen stellen und beantworten dürfen Sie mit Ihren Rollen nicht. Fragen Sie die Administration Ihrer Organisation.',
};

export const unknownThread: Refusal = {
  kind: 'not-found',
  code: 'DISCUSSION_UNKNOWN',
  message: 'Diese Rückfrage gibt es nicht, oder Ihre Organisation nimmt an ihr nicht teil.',
};

/** A kind of record that no context has declared. */
export function unknownRecord(text: string, arten: readonly string[]): Refusal {
  return {
    kind: 'not-found',
    code: 'DISCUSSION_RECORD_UNKNOWN',
    message: `Wozu haben Sie eine Rückfrage? „${text}“ ist nichts, wozu es Rückfragen gibt. Öffnen Sie die Seite der Sache und wählen Sie dort „Rückfrage stellen“. Möglich ist: ${arten.map((art) => `${art}:…`).join(', ')}.`,
  };
}

/** A form that cannot be taken; every field says how to mend it. */
export function invalidBeitrag(fields: readonly FieldProblem[]): Refusal {
  const message = 'Es fehlt noch etwas. Es wurde nichts gespeichert.';
  return { kind: 'invalid', code: 'DISCUSSION_INVALID', message, fields };
}

/** The thread stands where the step is not possible, perhaps since a moment ago. */
export function impossible(zustand: Zustand): Refusal {
  return {
    kind: 'conflict',
    code: 'DISCUSSION_STATE',
    message: `Die Rückfrage ist ${zustandLabel[zustand]}. Dafür geht das nicht. Es wurde nichts gespeichert.`,
  };
}

export const onlyAsking: Refusal = {
  kind: 'forbidden',
  code: 'DISCUSSION_ONLY_ASKING',
  message: 'Wieder öffnen und zurückziehen kann nur die Organisation, die gefragt hat.',
};

/** Others wrote at the same moment, several times. */
export const overtaken: Refusal = {
  kind: 'conflict',
  code: 'DISCUSSION_OVERTAKEN',
  message:
    'Gerade schreiben mehrere in diese Rückfrage. Es wurde nichts gespeichert. Bitte versuchen Sie es noch einmal.',
};

export const editTooLate: Refusal = {
  kind: 'conflict',
  code: 'DISCUSSION_EDIT_TOO_LATE',
  message:
    'Beiträge lassen sich eine Stunde lang bearbeiten. Es wurde nichts geändert. Bitte schreiben Sie eine Ergänzung.',
};

export const notYourBeitrag: Refusal = {
  kind: 'forbidden',
  code: 'DISCUSSION_NOT_YOURS',
  message: 'Bearbeiten können Sie nur Beiträge, die Sie selbst geschrieben haben.',
};

export const onlyProvider: Refusal = {
  kind: 'forbidden',
  code: 'DISCUSSION_ONLY_PROVIDER',
  message: 'Antworten für alle veröffentlicht der IT-Dienstleister, der an der Rückfrage teilnimmt.',
};

export const notAnswered: Refusal = {
  kind: 'conflict',
  code: 'DISCUSSION_NOT_ANSWERED',
  message: 'Diese Rückfrage ist nicht beantwortet. Veröffentlichen lässt sich nur, was beantwortet ist.',
};

export const published: Refusal = {
  kind: 'conflict',
  code: 'DISCUSSION_PUBLISHED',
  message: 'Zu dieser Rückfrage ist schon eine Antwort veröffentlicht. Nehmen Sie sie zuerst zurück.',
};

export const unknownAnswer: Refusal = {
  kind: 'not-found',
  code: 'DISCUSSION_ANSWER_UNKNOWN',
  message: 'Diese veröffentlichte Antwort gibt es nicht, oder sie ist nicht von Ihrer Organisation.',
};
