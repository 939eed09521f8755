import type { FieldProblem, Refusal } from '#kernel';

/** The person's roles do not allow it. */
export function notAllowed(what: string): Refusal {
  return {
    kind: 'forbidden',
    code: 'DUTIES_NOT_ALLOWED',
    message: `${what} dürfen Sie mit Ihren Rollen nicht. Fragen Sie die Administration Ihrer Organisation.`,
  };
}

/** A statement that cannot be taken; every field says how to mend it. */
export function invalidAngabe(fields: readonly FieldProblem[]): Refusal {
  const message = 'Die Angabe ist noch nicht vollständig. Es wurde nichts gespeichert.';
  return { kind: 'invalid', code: 'DUTIES_BESTIMMUNG_INVALID', message, fields };
}

export function unknownAngabe(): Refusal {
  return {
    kind: 'not-found',
    code: 'DUTIES_BESTIMMUNG_UNKNOWN',
    message: 'Diese Angabe gibt es nicht, oder sie ist nicht an Ihre Organisation gerichtet.',
  };
}

/** Somebody was faster: the first decision stands. */
export function angabeDecided(entscheidung: string): Refusal {
  return {
    kind: 'conflict',
    code: 'DUTIES_BESTIMMUNG_DECIDED',
    message: `Über diese Angabe ist schon entschieden: ${entscheidung}. Die erste Entscheidung bleibt stehen.`,
  };
}

/** A rule by an id that nobody knows. */
export function unknownRule(id: string): Refusal {
  return {
    kind: 'not-found',
    code: 'DUTIES_RULE_UNKNOWN',
    message: `Die Regel „${id}“ gibt es nicht.`,
  };
}

/** A proposal that cannot be taken; every field says how to mend it. */
export function invalidVorschlag(fields: readonly FieldProblem[]): Refusal {
  const message = 'Der Vorschlag ist noch nicht vollständig. Es wurde nichts gespeichert.';
  return { kind: 'invalid', code: 'DUTIES_PROPOSAL_INVALID', message, fields };
}

export function unknownVorschlag(): Refusal {
  return {
    kind: 'not-found',
    code: 'DUTIES_PROPOSAL_UNKNOWN',
    message: 'Diesen Vorschlag gibt es nicht, oder er ist nicht an Ihre Organisation gerichtet.',
  };
}

export function vorschlagDecided(entscheidung: string): Refusal {
  return {
    kind: 'conflict',
    code: 'DUTIES_PROPOSAL_DECIDED',
    message: `Über diesen Vorschlag ist schon entschieden: ${entscheidung}. Die erste Entscheidung bleibt stehen.`,
  };
}

/** The rule was changed after somebody had read it. */
export function staleVorschlag(): Refusal {
  return {
    kind: 'conflict',
    code: 'DUTIES_PROPOSAL_STALE',
    message:
      'Die Regel hat sich seit dem Vorschlag geändert. Es wurde nichts entschieden. Bitte lehnen Sie ab oder lassen Sie den Vorschlag auf dem neuen Stand noch einmal machen.',
  };
}

/** Whoever proposes does not decide. */
export function fourEyes(): Refusal {
  return {
    kind: 'conflict',
    code: 'DUTIES_FOUR_EYES',
    message:
      'Über einen eigenen Vorschlag entscheidet eine zweite Person. Es wurde nichts entschieden. Bitte geben Sie ihn weiter.',
  };
}
