import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { ok, problemOf, type Refusal, type Result, refuse, statusOfRefusal } from '#kernel';
import { denialOf } from '../doors/authorize.ts';
import type { Operation } from '../doors/operation.ts';
import type { Principal } from '../doors/principal.ts';
import { openApiOf } from './openapi.ts';
import type { RateLimiter } from './rate-limit.ts';
import { readLimited } from './read-limited.ts';

/** What the JSON API needs from those who compose it. */
export interface ApiServerOptions {
  readonly origin: string;
  readonly version: string;
  /** The principal of a bearer token; a refusal where the token is unknown, expired or revoked. */
  readonly identify: (token: string) => Promise<Result<Principal>>;
  readonly clientAddressOf: (context: Context) => string;
  readonly limitAnonymous: RateLimiter;
  readonly limitToken: RateLimiter;
}

/** Builds the JSON API below `/api/v1`: bearer tokens only, never a session. */
export function apiServer(operations: readonly Operation[], options: ApiServerOptions): Hono {
  const app = new Hono();
  // Two megabytes, and a good part of a second: made for the first who asks.
  let openApi: string | null = null;
  app.get('/api/v1/openapi.json', (context) => {
    openApi ??= JSON.stringify(openApiOf(operations, options.origin, options.version));
    return context.body(openApi, 200, { 'Content-Type': 'application/json; charset=UTF-8' });
  });
  for (const operation of operations) {
    const path = `/api/v1${operation.path.replace(/\{(\w+)\}/g, ':$1')}`;
    app.on(operation.method.toUpperCase(), path, (context) => serve(context, operation, options));
  }
  app.all('/api/v1/*', (context) => problem(context, unknownOperation(context.req.path)));
  app.all('/api/v1', (context) => problem(context, unknownOperation(context.req.path)));
  return app;
}

async function serve(context: Context, operation: Operation, options: ApiServerOptions): Promise<Response> {
  const result = await invoke(context, operation, options);
  if (!result.ok) return problem(context, result.refusal);
  if (operation.status === 204) return context.body(null, 204);
  return context.body(JSON.stringify(result.value), operation.status as 200, {
    'Content-Type': 'application/json; charset=UTF-8',
  });
}

async function invoke(
  context: Context,
  operation: Operation,
  options: ApiServerOptions,
): Promise<Result<unknown>> {
  const identified = await identify(context, options);
  if (!identified.ok) return identified;
  const denial = denialOf(operation.access, identified.value);
  if (denial) return refuse(denial.kind === 'unauthenticated' ? tokenMissing : denial);
  const body = await readJson(context, operation);
  if (!body.ok) return body;
  return operation.invoke({
    params: decodeParams(context),
    query: queryOf(context),
    body: body.value,
    principal: identified.value,
    clientAddress: options.clientAddressOf(context),
  });
}

async function identify(context: Context, options: ApiServerOptions): Promise<Result<Principal | null>> {
  const address = options.clientAddressOf(context);
  const [scheme, token] = (context.req.header('authorization') ?? '').split(' ');
  const bearer = scheme?.toLowerCase() === 'bearer' && token ? token : null;
  if (bearer === null) {
    const wait = options.limitAnonymous.take(address);
    return wait > 0 ? refuse(tooMany(wait)) : ok(null);
  }
  // Whoever guesses tokens spends what the address may ask anonymously, and is not heard when that is spent.
  const wait = options.limitAnonymous.waitOf(address) || options.limitToken.take(hashOf(bearer));
  if (wait > 0) return refuse(tooMany(wait));
  const identified = await options.identify(bearer);
  if (!identified.ok) options.limitAnonymous.take(address);
  return identified;
}

/** A whole token's key in the limiter: nobody who knows but its beginning spends what it may. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

async function readJson(context: Context, operation: Operation): Promise<Result<unknown>> {
  if (operation.schemas.body === null) return ok(undefined);
  const text = await readLimited(context.req.raw, operation.bodyLimit);
  if (text === null)
    return refuse({
      kind: 'too-large',
      code: 'BODY_TOO_LARGE',
      message: `Der Inhalt ist größer als ${operation.bodyLimit / 1_000_000} MB. Nichts wurde geändert.`,
    });
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return refuse({
      kind: 'invalid',
      code: 'BODY_NOT_JSON',
      message: `Der Inhalt ist kein JSON (${why}). Nichts wurde geändert.`,
    });
  }
}

function decodeParams(context: Context): Record<string, string> {
  return { ...(context.req.param() as Record<string, string>) };
}

/** A parameter given twice becomes a list, so that the schema and not chance decides. */
function queryOf(context: Context): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(context.req.queries()).map(([name, values]) => [
      name,
      values.length === 1 ? (values[0] ?? '') : values,
    ]),
  );
}

/** Answers a refusal as a problem document (RFC 9457). */
export function problem(context: Context, refusal: Refusal): Response {
  if (refusal.retryAfterSeconds) context.header('Retry-After', String(refusal.retryAfterSeconds));
  if (refusal.kind === 'unauthenticated') context.header('WWW-Authenticate', 'Bearer');
  return context.body(JSON.stringify(problemOf(refusal)), statusOfRefusal(refusal.kind) as 400, {
    'Content-Type': 'application/problem+json',
  });
}

function unknownOperation(path: string): Refusal {
  return {
    kind: 'not-found',
    code: 'OPERATION_UNKNOWN',
    message: `${path} gibt es nicht. Alle Adressen stehen in /api/v1/openapi.json.`,
  };
}

const tokenMissing: Refusal = {
  kind: 'unauthenticated',
  code: 'TOKEN_REQUIRED',
  message:
    'Diese Adresse braucht ein Token: Authorization: Bearer lwt_…; Zugänge für Maschinen vergibt die Verwaltung der Mitglieder.',
};

function tooMany(seconds: number): Refusal {
  return {
    kind: 'throttled',
    code: 'TOO_MANY_REQUESTS',
    message: `Zu viele Anfragen. Bitte in ${seconds} Sekunden noch einmal.`,
    retryAfterSeconds: seconds,
  };
}
