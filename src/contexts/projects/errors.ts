import type { FieldProblem, Refusal, Suggestion } from '#kernel';

export const notLead: Refusal = {
  kind: 'forbidden',
  code: 'PROJECTS_NOT_LEAD',
  message:
    'Umsetzungsprojekte führt die OZG-Leitung eines IT-Dienstleisters. Bitte melden Sie sich mit einem Konto an, das dieses Recht hat, auf der Befehlszeile mit --anbieter <Name>.',
};

export const notKommune: Refusal = {
  kind: 'forbidden',
  code: 'PROJECTS_NOT_KOMMUNE',
  message:
    'Interesse zeigt die OZG-Koordination einer Kommune. Bitte melden Sie sich mit einem Konto der Kommune an, auf der Befehlszeile mit --kommune <Name|AGS>.',
};

export function projektUnknown(id: string, suggestions: readonly Suggestion[] = []): Refusal {
  return {
    kind: 'not-found',
    code: 'PROJECTS_UNKNOWN',
    message: `Das Umsetzungsprojekt „${id.slice(0, 80)}“ gibt es nicht, oder noch nicht an diesem Tag.`,
    suggestions,
  };
}

export function ledByOther(haus: string): Refusal {
  return {
    kind: 'forbidden',
    code: 'PROJECTS_LED_BY_OTHER',
    message: `Dieses Projekt führt ${haus}. Änderungen kommen von dort.`,
  };
}

export function idTaken(id: string): Refusal {
  return {
    kind: 'conflict',
    code: 'PROJECTS_ID_TAKEN',
    message: `Die Kennung „${id}“ hat schon ein anderes Projekt. Bitte wählen Sie eine andere.`,
    fields: [{ field: 'kennung', message: `Die Kennung „${id}“ ist vergeben.` }],
  };
}

/** Somebody changed the project after this person read it; `fields` says what they wrote. */
export function changedMeanwhile(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'conflict',
    code: 'PROJECTS_CHANGED_MEANWHILE',
    message:
      'Inzwischen hat jemand anderes dieses Projekt geändert. Es wurde nichts überschrieben, und Ihre Eingaben stehen noch da. Bitte vergleichen Sie beides und entscheiden Sie dann.',
    fields,
  };
}

export function invalidProjekt(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'PROJECTS_INVALID',
    message: 'Einige Angaben passen noch nicht. Es wurde nichts gespeichert.',
    fields,
  };
}

export const einlesungGone: Refusal = {
  kind: 'not-found',
  code: 'PROJECTS_IMPORT_GONE',
  message:
    'Diese Datei liegt nicht mehr vor: Eine Vorschau gilt einen Tag. Es wurde nichts übernommen. Bitte laden Sie die Datei noch einmal hoch.',
};

export function invalidTable(message: string): Refusal {
  return {
    kind: 'invalid',
    code: 'PROJECTS_TABLE_INVALID',
    message,
    fields: [{ field: 'datei', message }],
  };
}
