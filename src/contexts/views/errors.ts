import type { FieldProblem, Refusal } from '#kernel';

export const organisationMissing: Refusal = {
  kind: 'invalid',
  code: 'VIEWS_ORGANISATION_MISSING',
  message:
    'Für welche Organisation? Bitte melden Sie sich mit ihrem Konto an oder nennen Sie sie mit --organisation <Name|Schlüssel>.',
};

export const viewUnknown: Refusal = {
  kind: 'not-found',
  code: 'VIEWS_UNKNOWN',
  message:
    'Diese Ansicht gibt es nicht oder nicht mehr, oder sie ist nicht mit Ihnen geteilt. Ihre stehen unter „Ansichten“.',
};

export const notYours: Refusal = {
  kind: 'forbidden',
  code: 'VIEWS_NOT_YOURS',
  message:
    'Diese Ansicht hat jemand anderes gespeichert. Öffnen Sie sie und speichern Sie sie unter einem eigenen Namen.',
};

export const changedMeanwhile: Refusal = {
  kind: 'conflict',
  code: 'VIEWS_CHANGED_MEANWHILE',
  message:
    'Inzwischen hat jemand anderes diese Ansicht geändert. Es wurde nichts überschrieben. Bitte laden Sie die Seite neu.',
};

export const tooMany: Refusal = {
  kind: 'conflict',
  code: 'VIEWS_TOO_MANY',
  message: 'Mehr als 200 Ansichten können Sie nicht speichern. Bitte löschen Sie zuerst eine.',
};

export const personNeeded: Refusal = {
  kind: 'forbidden',
  code: 'VIEWS_PERSON_NEEDED',
  message:
    'Eine Startansicht und eine eigene Ansicht gehören einer Person. Bitte teilen Sie die Ansicht mit der Organisation.',
};

export function invalidView(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'VIEWS_INVALID',
    message: `Die Ansicht ist noch nicht gespeichert. ${fields.map(({ message }) => message).join(' ')}`,
    fields,
  };
}

export const nameTaken: Refusal = invalidView([
  { field: 'name', message: 'Für diese Liste haben Sie schon eine Ansicht mit diesem Namen.' },
]);
