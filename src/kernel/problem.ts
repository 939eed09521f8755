import type { Refusal, RefusalKind } from './refusal.ts';

const statusOf: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  ambiguous: 409,
  conflict: 409,
  'too-large': 413,
  throttled: 429,
  unavailable: 503,
};

const exitCodeOf: Readonly<Record<RefusalKind, number>> = {
  invalid: 2,
  unauthenticated: 77,
  forbidden: 77,
  'not-found': 4,
  ambiguous: 5,
  conflict: 6,
  'too-large': 2,
  throttled: 75,
  unavailable: 69,
};

/** A problem document by RFC 9457 (media type `application/problem+json`). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly fields?: Refusal['fields'];
  readonly suggestions?: Refusal['suggestions'];
}

/** The HTTP status of a refusal kind. */
export function statusOfRefusal(kind: RefusalKind): number {
  return statusOf[kind];
}

/** The exit code with which the command line answers a refusal kind (see docs/command-line.md). */
export function exitCodeOfRefusal(kind: RefusalKind): number {
  return exitCodeOf[kind];
}

/** The problem document of a refusal; `type` is a URN of the stable code. */
export function problemOf(refusal: Refusal): Problem {
  return {
    type: `urn:leitwerk:problem:${refusal.code.toLowerCase()}`,
    title: refusal.code,
    status: statusOf[refusal.kind],
    detail: refusal.message,
    code: refusal.code,
    ...(refusal.fields ? { fields: refusal.fields } : {}),
    ...(refusal.suggestions ? { suggestions: refusal.suggestions } : {}),
  };
}
