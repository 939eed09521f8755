import type { FieldProblem, Refusal, Suggestion } from '#kernel';

export const notAllowed: Refusal = {
  kind: 'forbidden',
  code: 'PARAMETERS_NOT_ALLOWED',
  message:
    'Parameter sehen Kommunen und IT-Dienstleister. Bitte melden Sie sich mit einem Konto an, das zu einer Kommune oder einem IT-Dienstleister gehört.',
};

export const notManager: Refusal = {
  kind: 'forbidden',
  code: 'PARAMETERS_NOT_MANAGER',
  message:
    'Parameter ändert die OZG-Koordination einer Kommune. Mit diesem Konto können Sie sie nur ansehen.',
};

export function dienstUnknown(dienst: string, suggestions: readonly Suggestion[] = []): Refusal {
  return {
    kind: 'not-found',
    code: 'PARAMETERS_DIENST_UNKNOWN',
    message: `Den Onlinedienst „${dienst.slice(0, 80)}“ bietet niemand an. Alle stehen unter „Parameter“.`,
    suggestions,
  };
}

export function notConnected(dienst: string): Refusal {
  return {
    kind: 'not-found',
    code: 'PARAMETERS_NOT_CONNECTED',
    message: `Ihre Kommune ist an „${dienst.slice(0, 80)}“ nicht angebunden. Bekunden Sie unter „Lücken“ zuerst Interesse, dann gibt es hier Werte.`,
  };
}

export const einlesungGone: Refusal = {
  kind: 'not-found',
  code: 'PARAMETERS_IMPORT_GONE',
  message:
    'Diese Tabelle wartet nicht mehr. Sie wird nach einem Tag gelöscht. Bitte laden Sie sie noch einmal hoch.',
};

export function invalidTable(message: string): Refusal {
  return {
    kind: 'invalid',
    code: 'PARAMETERS_TABLE_INVALID',
    message,
    fields: [{ field: 'datei', message }],
  };
}

export function invalidField(field: string, message: string): Refusal {
  return { kind: 'invalid', code: 'PARAMETERS_FIELD_INVALID', message, fields: [{ field, message }] };
}

export function tooFew(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'PARAMETERS_PREVIEW_TOO_FEW',
    message: fields[0]?.message ?? 'Bitte wählen Sie zwei bis vier Kommunen.',
    fields,
  };
}
