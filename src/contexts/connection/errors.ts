import type { FieldProblem, Refusal, Suggestion } from '#kernel';

export const notAllowed: Refusal = {
  kind: 'forbidden',
  code: 'CONNECTION_NOT_ALLOWED',
  message:
    'Die Checkliste einer Anbindung führen die OZG-Koordination der Kommune und die OZG-Leitung ihres IT-Dienstleisters. Bitte melden Sie sich mit einem solchen Konto an, auf der Befehlszeile mit --organisation.',
};

export const kommuneMissing: Refusal = {
  kind: 'invalid',
  code: 'CONNECTION_KOMMUNE_MISSING',
  message: 'Für welche Kommune? Bitte wählen Sie eine der Kommunen, die Sie betreuen.',
  fields: [{ field: 'kommune', message: 'Bitte wählen Sie eine Kommune.' }],
};

export function kommuneNotBetreut(text: string): Refusal {
  return {
    kind: 'not-found',
    code: 'CONNECTION_KOMMUNE_UNKNOWN',
    message: `„${text.slice(0, 80)}“ gehört nicht zu den Kommunen, die Sie betreuen.`,
  };
}

export function anbindungUnknown(dienst: string): Refusal {
  return {
    kind: 'not-found',
    code: 'CONNECTION_ANBINDUNG_UNKNOWN',
    message: `An „${dienst.slice(0, 80)}“ ist die Kommune nicht angebunden. Zuerst bekundet sie Interesse unter „Onlinedienste“.`,
  };
}

export function punktUnknown(punkt: string, suggestions: readonly Suggestion[] = []): Refusal {
  return {
    kind: 'not-found',
    code: 'CONNECTION_PUNKT_UNKNOWN',
    message: `Den Punkt „${punkt.slice(0, 80)}“ hat diese Checkliste nicht.`,
    suggestions,
  };
}

/** Somebody said something of this line after this person read it. */
export const changedMeanwhile: Refusal = {
  kind: 'conflict',
  code: 'CONNECTION_CHANGED_MEANWHILE',
  message:
    'Inzwischen hat jemand anderes diesen Punkt geändert. Es wurde nichts überschrieben, und Ihre Eingaben stehen noch da. Bitte sehen Sie den neuen Stand an und entscheiden Sie dann.',
};

export function invalidFakt(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'CONNECTION_FAKT_INVALID',
    message: `Es wurde nichts gespeichert. ${fields.map(({ message }) => message).join(' ')}`,
    fields,
  };
}

export const notSecretKeeper: Refusal = {
  kind: 'forbidden',
  code: 'CONNECTION_SECRETS_NOT_ALLOWED',
  message:
    'Zugangsdaten hinterlegt die Administration einer Kommune. Bitte melden Sie sich mit einem solchen Konto an, auf der Befehlszeile mit --organisation.',
};

export function zugangsdatenUnknown(suggestions: readonly Suggestion[]): Refusal {
  return {
    kind: 'not-found',
    code: 'CONNECTION_SECRET_UNKNOWN',
    message: 'Diese Zugangsdaten gibt es nicht (mehr). Alle stehen unter „Zugangsdaten“.',
    suggestions,
  };
}

export function zugangsdatenNameTaken(name: string): Refusal {
  const message = `„${name}“ gibt es schon. Bitte ersetzen Sie dort den Wert oder wählen Sie einen anderen Namen.`;
  return {
    kind: 'conflict',
    code: 'CONNECTION_SECRET_NAME_TAKEN',
    message,
    fields: [{ field: 'name', message }],
  };
}

export const zugangsdatenChanged: Refusal = {
  kind: 'conflict',
  code: 'CONNECTION_SECRET_CHANGED',
  message:
    'Inzwischen hat jemand anderes diese Zugangsdaten ersetzt oder gelöscht. Es wurde nichts überschrieben. Bitte sehen Sie nach, wer sie wann eingegeben hat.',
};

export function invalidZugangsdaten(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'CONNECTION_SECRET_INVALID',
    message:
      'Es wurde nichts gespeichert. Bitte geben Sie die Zugangsdaten noch einmal ein; sie stehen aus Vorsicht nicht mehr da.',
    fields,
  };
}

export const monthInvalid: Refusal = {
  kind: 'invalid',
  code: 'CONNECTION_MONTH_INVALID',
  message: 'Das ist kein Monat der Form JJJJ-MM, zum Beispiel 2026-12.',
};
