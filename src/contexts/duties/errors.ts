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
