import type { FieldProblem, Refusal } from '#kernel';

export const notPlanner: Refusal = {
  kind: 'forbidden',
  code: 'PLANNING_NOT_ALLOWED',
  message:
    'Teams, Aufwände und Pläne führt die OZG-Leitung eines IT-Dienstleisters. Bitte melden Sie sich mit einem Konto an, das dieses Recht hat, auf der Befehlszeile mit --organisation <Name>.',
};

export const notCapacityOwner: Refusal = {
  kind: 'forbidden',
  code: 'PLANNING_CAPACITY_NOT_ALLOWED',
  message:
    'Personentage gibt die OZG-Koordination einer Kommune für ihre Fachbereiche an, die OZG-Leitung eines IT-Dienstleisters für dessen Teams. Bitte melden Sie sich mit einem solchen Konto an, auf der Befehlszeile mit --organisation <Name|AGS>.',
};

export const notKommune: Refusal = {
  kind: 'forbidden',
  code: 'PLANNING_NOT_KOMMUNE',
  message:
    'Die nächsten Schritte zeigt Leitwerk für eine Kommune. Bitte melden Sie sich mit einem Konto der Kommune an; ein IT-Dienstleister wählt eine seiner Kommunen.',
};

export const teamUnknown: Refusal = {
  kind: 'not-found',
  code: 'PLANNING_TEAM_UNKNOWN',
  message: 'Dieses Team gibt es nicht, oder es gehört einer anderen Organisation.',
};

export function massnahmeUnknown(id: string): Refusal {
  return {
    kind: 'not-found',
    code: 'PLANNING_MASSNAHME_UNKNOWN',
    message: `Die Maßnahme „${id.slice(0, 80)}“ gibt es nicht.`,
  };
}

export const vorlageUnknown: Refusal = {
  kind: 'not-found',
  code: 'PLANNING_TEMPLATE_UNKNOWN',
  message: 'Diese Aufwandsvorlage gibt es nicht.',
};

export const planUnknown: Refusal = {
  kind: 'not-found',
  code: 'PLANNING_PLAN_UNKNOWN',
  message: 'Diesen Plan gibt es nicht, oder er gehört einem anderen Haus.',
};

export const planUnfinished: Refusal = {
  kind: 'conflict',
  code: 'PLANNING_PLAN_UNFINISHED',
  message: 'Dieser Plan ist noch nicht gerechnet. Bitte warten Sie, bis er fertig ist.',
};

export const changedMeanwhile: Refusal = {
  kind: 'conflict',
  code: 'PLANNING_CHANGED_MEANWHILE',
  message:
    'Inzwischen hat jemand anderes das geändert. Es wurde nichts überschrieben, Ihre Eingaben stehen noch da. Bitte laden Sie die Seite neu und vergleichen Sie.',
};

export function idTaken(id: string): Refusal {
  const message = `Die Kennung „${id}“ ist vergeben. Bitte wählen Sie eine andere.`;
  return { kind: 'conflict', code: 'PLANNING_ID_TAKEN', message, fields: [{ field: 'kennung', message }] };
}

export function invalid(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'PLANNING_INVALID',
    message: `Einige Angaben passen noch nicht. Es wurde nichts gespeichert. ${fields.map(({ message }) => message).join(' ')}`,
    fields,
  };
}

/** A move that breaks rules and on which nobody insisted; each broken rule is a field. */
export function moveBreaks(sentences: readonly string[]): Refusal {
  return {
    kind: 'conflict',
    code: 'PLANNING_MOVE_BREAKS',
    message: `Verschieben würde ${sentences.length === 1 ? 'eine Regel' : `${sentences.length} Regeln`} brechen: ${sentences.join(' ')} Es wurde nichts geändert. Wer trotzdem verschiebt, bestätigt das ausdrücklich; der Plan zeigt es dann an.`,
    fields: sentences.map((message) => ({ field: 'trotzdem', message })),
  };
}

export const einlesungGone: Refusal = {
  kind: 'not-found',
  code: 'PLANNING_IMPORT_GONE',
  message:
    'Diese Datei liegt nicht mehr vor: Eine Vorschau gilt einen Tag. Es wurde nichts übernommen. Bitte laden Sie die Datei noch einmal hoch.',
};

export function invalidTable(message: string): Refusal {
  return { kind: 'invalid', code: 'PLANNING_TABLE_INVALID', message, fields: [{ field: 'datei', message }] };
}
