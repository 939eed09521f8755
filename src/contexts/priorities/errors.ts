import type { FieldProblem, Refusal } from '#kernel';

export const withoutProvider: Refusal = {
  kind: 'forbidden',
  code: 'PRIORITIES_WITHOUT_PROVIDER',
  message:
    'Prioritäten und Einführungsstrategie führt ein IT-Dienstleister mit seinen Kommunen. Ihre Organisation gehört zu keinem, oder Sie sind für keine angemeldet.',
};

export function notAllowed(what: string): Refusal {
  return {
    kind: 'forbidden',
    code: 'PRIORITIES_NOT_ALLOWED',
    message: `${what} kann nur die OZG-Leitung des IT-Dienstleisters.`,
  };
}

export const notKommune: Refusal = {
  kind: 'forbidden',
  code: 'PRIORITIES_NOT_KOMMUNE',
  message:
    'Eine Abweichung gibt die OZG-Koordination einer Kommune an. Bitte melden Sie sich mit einem Konto der Kommune an, das dieses Recht hat.',
};

export function schemaUnknown(id: string): Refusal {
  return {
    kind: 'not-found',
    code: 'PRIORITIES_SCHEMA_UNKNOWN',
    message: `Das Schema „${id.slice(0, 80)}“ gibt es in Ihrem Haus nicht.`,
  };
}

export function beschlussUnknown(nummer: string): Refusal {
  return {
    kind: 'not-found',
    code: 'PRIORITIES_DECISION_UNKNOWN',
    message: `Einen Beschluss Nummer ${nummer.slice(0, 20)} gibt es nicht.`,
  };
}

export function leistungNotRanked(name: string): Refusal {
  return {
    kind: 'not-found',
    code: 'PRIORITIES_NOT_RANKED',
    message: `„${name}“ steht in dieser Rangfolge nicht: Die Leistung ist beendet oder neuer als die Rangfolge.`,
  };
}

export const sameLeistung: Refusal = {
  kind: 'invalid',
  code: 'PRIORITIES_SAME_SERVICE',
  message: 'Bitte wählen Sie zwei verschiedene Leistungen.',
};

export function dienstUnknown(id: string): Refusal {
  return {
    kind: 'not-found',
    code: 'PRIORITIES_SERVICE_UNKNOWN',
    message: `Den Dienst „${id.slice(0, 80)}“ kennt kein Register dieser Installation.`,
  };
}

export const notDecidedYet: Refusal = {
  kind: 'conflict',
  code: 'PRIORITIES_NOT_DECIDED',
  message: 'Zu diesem Dienst gibt es noch keinen Entscheid, von dem Ihre Kommune abweichen könnte.',
};

export const changedMeanwhile: Refusal = {
  kind: 'conflict',
  code: 'PRIORITIES_CHANGED_MEANWHILE',
  message:
    'Inzwischen hat jemand anderes etwas gespeichert. Es wurde nichts überschrieben, und Ihre Eingaben stehen noch da. Bitte prüfen Sie, was jetzt gilt, und speichern Sie dann noch einmal.',
};

export const alreadyDecided: Refusal = {
  kind: 'conflict',
  code: 'PRIORITIES_ALREADY_DECIDED',
  message: 'Diese Fassung des Schemas ist schon beschlossen. Was beschlossen ist, bleibt, wie es ist.',
};

export function invalid(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'PRIORITIES_INVALID',
    message: 'Einige Angaben passen noch nicht. Es wurde nichts gespeichert.',
    fields,
  };
}

export const einlesungGone: Refusal = {
  kind: 'not-found',
  code: 'PRIORITIES_IMPORT_GONE',
  message:
    'Diese Datei liegt nicht mehr vor: Eine Vorschau gilt einen Tag. Es wurde nichts übernommen. Bitte laden Sie die Datei noch einmal hoch.',
};

export function invalidTable(message: string): Refusal {
  return {
    kind: 'invalid',
    code: 'PRIORITIES_TABLE_INVALID',
    message,
    fields: [{ field: 'datei', message }],
  };
}
