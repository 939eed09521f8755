import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { problemOf, type Refusal, type Result, refuse } from '#kernel';
import { invalidInput } from '#platform';
import { suchdienstEndpunkte } from '#standards/pvog';
import type { PvogDeps } from '../deps.ts';
import { onlyGet, pathUnknown, tooMany } from '../errors.ts';
import { describeSuchdienst } from './describe.ts';
import { type Handlers, handlersOf } from './handlers.ts';
import { parametersOf, queries } from './queries.ts';

/** Where the door stands on its host. */
export const suchdienstPath = '/pvog/suchdienst/api';

/** Where the official service keeps its description; ours stands at the same place. */
const descriptionPath = '/v3/api-docs/suchen';

/**
 * A search API shaped like the Suchdienst of the PVOG, without login. Its paths are the table of `#standards/pvog`; its own
 * description stands beside them.
 */
export function suchdienst(deps: PvogDeps): Hono {
  const app = new Hono();
  const handlers = handlersOf(deps);
  const description = describeSuchdienst(`${deps.origin}${suchdienstPath}`, deps.version);
  app.get(descriptionPath, (context) => limited(context, deps, async () => json(context, description)));
  for (const { name, version, path } of fixedFirst)
    app.get(`/${version}${path.replace(/\{(\w+)\}/g, ':$1')}`, (context) =>
      limited(context, deps, () => serve(context, handlers, name)),
    );
  app.get('*', (context) => problem(context, pathUnknown(context.req.path)));
  app.all('*', (context) => problem(context, onlyGet));
  return app;
}

/** Paths without a gap come first, so that no word of theirs is taken for a key. */
const fixedFirst = suchdienstEndpunkte.toSorted(
  (a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')),
);

async function serve<Name extends keyof Handlers>(
  context: Context,
  handlers: Handlers,
  name: Name,
): Promise<Response> {
  const search = new URL(context.req.url).searchParams;
  const asked = read(queries[name], parametersOf(search, context.req.param()));
  if (!asked.ok) return problem(context, asked.refusal);
  const handle: (query: never, language: string) => Promise<Result<unknown>> = handlers[name];
  const answer = await handle(asked.value, languageOf(context));
  if (!answer.ok) return problem(context, answer.refusal);
  return typeof answer.value === 'string' ? csv(context, answer.value) : json(context, answer.value);
}

const german = z.locales.de().localeError;

function read(schema: z.ZodType, values: unknown): Result<never> {
  const parsed = schema.safeParse(values, { error: german });
  if (!parsed.success) return refuse(invalidInput(parsed.error));
  return { ok: true, value: parsed.data as never };
}

/** The first language that the caller names; German where it names none. */
function languageOf(context: Context): string {
  const first = /^\s*([a-z]{2,3})\b/i.exec(context.req.header('accept-language') ?? '');
  return first?.[1]?.toLowerCase() ?? 'de';
}

/** Counts the request; a fault is answered, never thrown on. */
async function limited(
  context: Context,
  { limiter, clientAddressOf, onFault }: PvogDeps,
  answer: () => Promise<Response>,
): Promise<Response> {
  const wait = limiter.take(clientAddressOf(context));
  if (wait > 0) return problem(context, tooMany(wait));
  try {
    return await answer();
  } catch (error) {
    onFault(error);
    return problem(context, fault);
  }
}

const fault: Refusal = {
  kind: 'unavailable',
  code: 'PVOG_FAULT',
  message: 'Hier ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
};

function json(context: Context, body: unknown): Response {
  return context.body(JSON.stringify(body), 200, { 'Content-Type': 'application/json; charset=UTF-8' });
}

function csv(context: Context, body: string): Response {
  return context.body(body, 200, {
    'Content-Type': 'text/csv; charset=UTF-8',
    'Content-Disposition': 'attachment; filename="leistungsbeschreibungen.csv"',
  });
}

/** A refusal by RFC 9457; what does not fit is 400 here, a wrong method 405. */
function problem(context: Context, refusal: Refusal): Response {
  const own = problemOf(refusal);
  const status =
    refusal === onlyGet ? 405 : refusal === fault ? 500 : refusal.kind === 'invalid' ? 400 : own.status;
  if (refusal.retryAfterSeconds) context.header('Retry-After', String(refusal.retryAfterSeconds));
  if (status === 405) context.header('Allow', 'GET');
  return context.body(JSON.stringify({ ...own, status }), status as 400, {
    'Content-Type': 'application/problem+json',
  });
}
