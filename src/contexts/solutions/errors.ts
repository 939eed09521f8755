import { type FieldProblem, formatLocalDate, type LocalDate, nearest, type Refusal } from '#kernel';
import type { Entscheidung } from './domain/beitrag.ts';
import type { Register } from './domain/register.ts';

const suggested = 5;

export function loesungUnknown(id: string, register: Register): Refusal {
  const named = register.loesungen.map((each) => ({
    key: each.id,
    label: each.fassungen.findLast(({ inhalt }) => inhalt !== null)?.inhalt?.name ?? each.id,
  }));
  return {
    kind: 'not-found',
    code: 'SOLUTIONS_UNKNOWN',
    message: `Die Lösung „${id.slice(0, 80)}“ steht nicht im Register. Alle stehen unter „Lösungen“.`,
    suggestions: nearest(id.slice(0, 80), named, ({ key, label }) => `${key} ${label}`, suggested),
  };
}

export function loesungNotOnDay(name: string, date: LocalDate): Refusal {
  return {
    kind: 'not-found',
    code: 'SOLUTIONS_NOT_ON_DAY',
    message: `„${name}“ stand am ${formatLocalDate(date)} nicht im Register. Bitte wählen Sie einen anderen Stichtag.`,
  };
}

export function invalidLoesung(fields: readonly FieldProblem[]): Refusal {
  return {
    kind: 'invalid',
    code: 'SOLUTIONS_INVALID',
    message: 'Einige Angaben passen noch nicht. Es wurde nichts gespeichert.',
    fields,
  };
}

export function notAllowed(what: string): Refusal {
  return {
    kind: 'forbidden',
    code: 'SOLUTIONS_NOT_ALLOWED',
    message: `${what} darf Ihr Konto nicht. Bitte melden Sie sich mit einem Konto an, das dieses Recht hat.`,
  };
}

export const withoutProvider: Refusal = {
  kind: 'conflict',
  code: 'SOLUTIONS_NO_PROVIDER',
  message:
    'Ihre Kommune wird von keinem IT-Dienstleister betreut, der über den Beitrag entscheiden könnte. Bitte wenden Sie sich an den Betrieb.',
};

export const beitragUnknown: Refusal = {
  kind: 'not-found',
  code: 'SOLUTIONS_BEITRAG_UNKNOWN',
  message: 'Diesen Beitrag gibt es nicht, oder er ist nicht an Ihre Organisation gerichtet.',
};

export const fourEyes: Refusal = {
  kind: 'forbidden',
  code: 'SOLUTIONS_FOUR_EYES',
  message: 'Über einen eigenen Beitrag entscheidet eine zweite Person.',
};

const decidedWord: Readonly<Record<Entscheidung, string>> = {
  uebernommen: 'übernommen',
  abgelehnt: 'abgelehnt',
  zurueckgezogen: 'zurückgezogen',
};

function alreadyDecided(entscheidung: Entscheidung): Refusal {
  return {
    kind: 'conflict',
    code: 'SOLUTIONS_ALREADY_DECIDED',
    message: `Der Beitrag ist schon ${decidedWord[entscheidung]}. Die erste Entscheidung bleibt stehen.`,
  };
}

/** Why a contribution that could not be locked is not open. */
export function whyNotOpen(found: { readonly entscheidung: Entscheidung | null } | null): Refusal {
  return found?.entscheidung ? alreadyDecided(found.entscheidung) : beitragUnknown;
}

/** The Lösung got another version after the contributor read it. */
export const changedMeanwhile: Refusal = {
  kind: 'conflict',
  code: 'SOLUTIONS_CHANGED_MEANWHILE',
  message:
    'Die Lösung hat inzwischen eine neue Fassung. Es wurde nichts überschrieben. Bitte vergleichen Sie beide und tragen Sie die Änderung auf dem neuen Stand bei.',
};

/** The contribution itself was revised after the moderator read it. */
export const beitragRevised: Refusal = {
  kind: 'conflict',
  code: 'SOLUTIONS_BEITRAG_REVISED',
  message:
    'Der Beitrag wurde inzwischen überarbeitet. Bitte sehen Sie ihn noch einmal an und entscheiden Sie dann.',
};

export const standsByOffer: Refusal = {
  kind: 'conflict',
  code: 'SOLUTIONS_STANDS_BY_OFFER',
  message:
    'Dieser Onlinedienst steht durch sein Angebot im Register. Geändert wird er unter „Onlinedienste“, von seinem Anbieter.',
};

export const notADraft: Refusal = {
  kind: 'conflict',
  code: 'SOLUTIONS_NOT_OPEN',
  message: 'Das geht nur, solange über den Beitrag nicht entschieden ist und er schon eingereicht wurde.',
};

export const importGone: Refusal = {
  kind: 'not-found',
  code: 'SOLUTIONS_IMPORT_GONE',
  message:
    'Diese Tabelle liegt nicht mehr vor: Sie bleibt einen Tag, und nur für Ihre Organisation. Es wurde nichts übernommen. Bitte laden Sie sie noch einmal hoch.',
};

export const nothingToImport: Refusal = {
  kind: 'invalid',
  code: 'SOLUTIONS_NOTHING_TO_IMPORT',
  message: 'In der Tabelle ist keine neue oder geänderte Lösung, die übernommen werden könnte.',
};
