import type { FieldProblem, Refusal } from '#kernel';

export function noGap(leistungId: string): Refusal {
  return {
    kind: 'not-found',
    code: 'COMPASS_GAP_UNKNOWN',
    message: `Zu „${leistungId.slice(0, 80)}“ gibt es bei Ihnen keine Lücke: Die Leistung ist keine Pflicht, schon online oder nicht anwendbar.`,
  };
}

export const circleMissing: Refusal = {
  kind: 'forbidden',
  code: 'COMPASS_CIRCLE_MISSING',
  message: 'Das sehen Kommunen und ihr IT-Dienstleister. Bitte melden Sie sich mit einem solchen Konto an.',
};

export const organisationMissing: Refusal = {
  kind: 'invalid',
  code: 'COMPASS_ORGANISATION_MISSING',
  message: 'Für wen? Bitte nennen Sie die Organisation mit --organisation.',
};

export function invalidFachverfahren(fields: readonly FieldProblem[]): Refusal {
  const message = fields[0]?.message ?? 'Bitte prüfen Sie Ihre Angaben.';
  return { kind: 'invalid', code: 'COMPASS_FACHVERFAHREN_INVALID', message, fields };
}

export const fachverfahrenUnknown: Refusal = {
  kind: 'not-found',
  code: 'COMPASS_FACHVERFAHREN_UNKNOWN',
  message:
    'Dieses Fachverfahren gibt es in Ihrer Kommune nicht, oder es beginnt erst nach dem genannten Tag.',
};

export function invalidInteresse(field: string, message: string): Refusal {
  return { kind: 'invalid', code: 'COMPASS_INTERESSE_INVALID', message, fields: [{ field, message }] };
}

export const interesseUnknown: Refusal = {
  kind: 'not-found',
  code: 'COMPASS_INTERESSE_UNKNOWN',
  message: 'Zu dieser Leistung haben Sie kein Interesse vorgemerkt.',
};

export const widerspruchGone: Refusal = {
  kind: 'conflict',
  code: 'COMPASS_WIDERSPRUCH_GONE',
  message:
    'Diesen Widerspruch gibt es nicht mehr: Inzwischen stimmen die Angaben überein, oder jemand hat sie geändert. Es wurde nichts gespeichert.',
};

export function loesungUnknown(id: string): Refusal {
  return {
    kind: 'not-found',
    code: 'COMPASS_LOESUNG_UNKNOWN',
    message: `Die Lösung „${id.slice(0, 80)}“ steht heute nicht im Register.`,
  };
}
