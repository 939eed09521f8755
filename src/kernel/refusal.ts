/** The kinds of refusal; one total mapping turns each into an HTTP answer and an exit code. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'ambiguous'
  | 'conflict'
  | 'too-large'
  | 'throttled'
  | 'unavailable';

/** One place in the input that is wrong, and how to mend it. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** A near match offered to somebody who named something unknown or ambiguous. */
export interface Suggestion {
  readonly key: string;
  readonly label: string;
}

/**
 * Why a use case does not do what it was asked. `code` is stable and documented (`EFA_ALREADY_CONNECTED`),
 * `message` is a German sentence for the person who asked: what happened, what is kept, what to do.
 */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly code: string;
  readonly message: string;
  readonly fields?: readonly FieldProblem[];
  readonly suggestions?: readonly Suggestion[];
  readonly retryAfterSeconds?: number;
}
