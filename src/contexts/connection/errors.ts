import { type FieldProblem, formatLocalDate, type LocalDate, type Refusal, type Suggestion } from '#kernel';
import type { Partei } from './domain/punkt.ts';
import { parteiLabel } from './messages.ts';

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

export function notYourPunkt(titel: string, wer: Partei): Refusal {
  return {
    kind: 'forbidden',
    code: 'CONNECTION_PUNKT_OF_OTHER',
    message: `„${titel}“ erledigt: ${parteiLabel[wer]}. Ihr IT-Dienstleister trägt das Ergebnis ein.`,
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

export const abgelaufenText = (titel: string, am: LocalDate) =>
  `„${titel}“ ist am ${formatLocalDate(am)} abgelaufen. Bitte erneuern und neu eintragen.`;
