/**
 * What both clients share: sending, reading JSON, checking an answer, naming a deviation.
 * Source: the fetch standard, RFC 8259 (JSON), RFC 3986 (percent-encoding of queries).
 */
import type { z } from 'zod';

/** The caller's transport; it adds no headers of its own and does not throw on error statuses. */
export type Send = (url: URL, init: { headers: Record<string, string> }) => Promise<Response>;

/** Query as ordered pairs, so that names may repeat (OpenAPI: style form, explode true). */
export type Query = readonly (readonly [name: string, value: string])[];

/** The server's answer breaks a rule of the specification, at a place named by JSON path. */
export class DeviationError extends Error {
  readonly place: string;
  readonly rule: string;

  constructor(place: string, rule: string) {
    super(`${place}: ${rule}`);
    this.name = 'DeviationError';
    this.place = place;
    this.rule = rule;
  }
}

/** The client refuses a call that the specification refuses; nothing was sent. */
export class LocalRefusalError extends Error {
  constructor(parameter: string, rule: string) {
    super(`${parameter}: ${rule}`);
    this.name = 'LocalRefusalError';
  }
}

/** An error answer of the server, itself in keeping with the specification. */
export class ServerError extends Error {
  readonly status: number;
  readonly body: unknown;

  constructor(place: string, status: number, body: unknown) {
    super(`${place}: answered ${status}: ${JSON.stringify(body).slice(0, 300)}`);
    this.name = 'ServerError';
    this.status = status;
    this.body = body;
  }
}

/** Joins base, path and query; blanks become %20, since "+" means a blank only in HTML forms. */
export function buildUrl(baseUrl: string, path: string, query: Query): URL {
  const url = new URL(path, baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`);
  url.search = query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  return url;
}

/** encodeURIComponent, which throws on lone surrogates, with a clear refusal instead. */
export function encode(value: string): string {
  if (!value.isWellFormed()) throw new LocalRefusalError(JSON.stringify(value), 'not well-formed Unicode');
  return encodeURIComponent(value);
}

/** Drops parameters that were not given. */
export function pairs(values: Record<string, string | number | boolean | undefined>): Query {
  return Object.entries(values).flatMap(([name, value]) => {
    return value === undefined ? [] : [[name, String(value)] as const];
  });
}

/** The media type without parameters; a charset other than UTF-8 breaks RFC 8259, section 8.1. */
export function mediaTypeOf(response: Response, place: string): string {
  const header = response.headers.get('content-type') ?? '';
  const [type = '', ...parameters] = header.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (type.endsWith('json') && charset !== undefined && !/^charset="?utf-8"?$/.test(charset)) {
    throw new DeviationError(`${place} Content-Type`, `JSON must be UTF-8, but is "${charset}"`);
  }
  return type;
}

/** Parses JSON text. */
export function parseJson(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DeviationError(`${place} $`, `body is not JSON: ${JSON.stringify(text.slice(0, 80))}`);
  }
}

/** Checks a value against a schema; the first deviation is named by place and rule. */
export function conform<T>(schema: z.ZodType<T>, value: unknown, place: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [first, ...others] = result.error.issues;
  const rule = first?.message ?? 'deviates';
  throw new DeviationError(
    `${place} ${jsonPath(first?.path ?? [])}`,
    others.length === 0 ? rule : `${rule} (and ${others.length} more deviations)`,
  );
}

/** Writes a path as JSON path, for example $.routes[0].destinationId. */
export function jsonPath(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    const name = String(step);
    return /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
  });
  return `$${steps.join('')}`;
}

/** JSON text with sorted keys, so that equal values have equal texts. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, entry: unknown) => {
    if (entry === null || typeof entry !== 'object' || Array.isArray(entry)) return entry;
    const sorted = Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(sorted);
  });
}
