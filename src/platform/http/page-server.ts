import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Refusal, Result } from '#kernel';
import { ok, refuse, statusOfRefusal } from '#kernel';
import { denialOf } from '../doors/authorize.ts';
import type {
  Html,
  PageAnswer,
  PageContent,
  PageRequest,
  PageRoute,
  SetCookie,
  Upload,
} from '../doors/page-route.ts';
import type { Principal } from '../doors/principal.ts';
import { type Csrf, csrfField, isForeignSite } from './csrf.ts';
import { receiveMultipart } from './uploads.ts';

/** Who the browser is: its principal, and what the frame shows of the session. */
export interface Visitor<Session> {
  readonly principal: Principal | null;
  readonly session: Session | null;
}

/** What a site of pages needs from those who compose it. */
export interface PageServerOptions<Session> {
  readonly origin: string;
  readonly csrf: Csrf;
  readonly uploadFolder: string;
  readonly identify: (cookies: ReadonlyMap<string, string>) => Promise<Visitor<Session>>;
  readonly clientAddressOf: (context: Context) => string;
  /** Puts the frame around a page. */
  readonly frame: (content: PageContent, request: PageRequest, session: Session | null) => Html;
  /** The page that says why something was refused. */
  readonly refusalPage: (refusal: Refusal, request: PageRequest) => PageContent;
  /** Where an anonymous visitor signs in. */
  readonly signInPath: string;
}

const formLimit = 200_000;

/** Builds the site of `routes`: session, CSRF, access and refusals are settled here and nowhere else. */
export function pageServer<Session>(routes: readonly PageRoute[], options: PageServerOptions<Session>): Hono {
  const app = new Hono();
  for (const route of routes) {
    app.on(route.method, route.path, (context) => serve(context, route, options));
  }
  app.notFound((context) => serve(context, unknownPage, options));
  return app;
}

const unknownPage: PageRoute = {
  capability: 'page.unknown',
  method: 'GET',
  path: '*',
  access: 'public',
  handle: async ({ path }) => ({
    kind: 'refusal',
    refusal: {
      kind: 'not-found',
      code: 'PAGE_UNKNOWN',
      message: `Die Seite ${path} gibt es hier nicht. Vielleicht wurde sie umbenannt, oder die Adresse ist unvollständig.`,
    },
  }),
};

async function serve<Session>(
  context: Context,
  route: PageRoute,
  options: PageServerOptions<Session>,
): Promise<Response> {
  const cookies = new Map(Object.entries(getCookie(context)));
  const visitor = await options.identify(cookies);
  const received = await receive(context, route, options, cookies);
  const request = requestOf(
    context,
    options,
    visitor.principal,
    cookies,
    received.ok ? received.value : empty,
  );
  const answer = received.ok
    ? await answerOf(route, request, options)
    : ({ kind: 'refusal', refusal: received.refusal } as const);
  const response = await respond(context, answer, request, visitor.session, options);
  if (received.ok) await received.value.discard();
  return response;
}

interface Received {
  readonly form: URLSearchParams;
  readonly uploads: ReadonlyMap<string, Upload>;
  readonly discard: () => Promise<void>;
}

const empty: Received = { form: new URLSearchParams(), uploads: new Map(), discard: async () => {} };

async function receive<S>(
  context: Context,
  route: PageRoute,
  options: PageServerOptions<S>,
  cookies: ReadonlyMap<string, string>,
): Promise<Result<Received>> {
  if (context.req.method !== 'POST') return ok(empty);
  if (isForeignSite(context.req.raw.headers, options.origin)) return refuse(foreignForm);
  const received = await readForm(context, route, options);
  if (!received.ok) return received;
  const cookie = cookies.get(options.csrf.cookieName) ?? '';
  if (options.csrf.matches(cookie, received.value.form.get(csrfField) ?? '')) return received;
  await received.value.discard();
  return refuse(foreignForm);
}

async function readForm<S>(
  context: Context,
  route: PageRoute,
  options: PageServerOptions<S>,
): Promise<Result<Received>> {
  const type = context.req.header('content-type') ?? '';
  if (type.startsWith('multipart/form-data') && route.uploadLimit !== undefined) {
    return receiveMultipart(context.req.raw, options.uploadFolder, route.uploadLimit);
  }
  if (!type.startsWith('application/x-www-form-urlencoded')) return refuse(wrongForm);
  if (Number(context.req.header('content-length') ?? 0) > formLimit) return refuse(formTooLarge);
  const text = await readLimited(context.req.raw, formLimit);
  return text === null ? refuse(formTooLarge) : ok({ ...empty, form: new URLSearchParams(text) });
}

/** The body as text, or `null` where it is longer than `limit` bytes. */
export async function readLimited(request: Request, limit: number): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of request.body ?? []) {
    bytes += part.length;
    if (bytes > limit) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function requestOf<S>(
  context: Context,
  options: PageServerOptions<S>,
  principal: Principal | null,
  cookies: ReadonlyMap<string, string>,
  received: Received,
): PageRequest {
  const url = new URL(context.req.url);
  const csrfCookie = cookies.get(options.csrf.cookieName) ?? options.csrf.newCookie();
  if (!cookies.has(options.csrf.cookieName)) {
    setHostCookie(context, { name: options.csrf.cookieName, value: csrfCookie });
  }
  return {
    method: context.req.method === 'POST' ? 'POST' : 'GET',
    path: url.pathname,
    params: context.req.param() as Record<string, string>,
    query: url.searchParams,
    form: received.form,
    uploads: received.uploads,
    principal,
    csrfToken: options.csrf.tokenFor(csrfCookie),
    clientAddress: options.clientAddressOf(context),
    userAgent: context.req.header('user-agent') ?? '',
    cookies,
    origin: options.origin,
  };
}

async function answerOf<S>(
  route: PageRoute,
  request: PageRequest,
  options: PageServerOptions<S>,
): Promise<PageAnswer> {
  const denial = denialOf(route.access, request.principal);
  if (denial === null) return route.handle(request);
  if (denial.kind !== 'unauthenticated') return { kind: 'refusal', refusal: denial };
  const back = request.method === 'GET' ? `${request.path}?${request.query}` : '/';
  return {
    kind: 'redirect',
    to: `${options.signInPath}?weiter=${encodeURIComponent(back.replace(/\?$/, ''))}`,
  };
}

async function respond<S>(
  context: Context,
  answer: PageAnswer,
  request: PageRequest,
  session: S | null,
  options: PageServerOptions<S>,
): Promise<Response> {
  for (const cookie of 'cookies' in answer ? (answer.cookies ?? []) : []) setHostCookie(context, cookie);
  switch (answer.kind) {
    case 'redirect':
      return context.redirect(answer.to, 303);
    case 'json':
      return context.json(answer.body as object);
    case 'download':
      return download(context, answer);
    case 'page':
      return page(context, await options.frame(answer.content, request, session), answer.status ?? 200);
    case 'refusal': {
      const content = options.refusalPage(answer.refusal, request);
      if (answer.refusal.retryAfterSeconds)
        context.header('Retry-After', String(answer.refusal.retryAfterSeconds));
      return page(
        context,
        await options.frame(content, request, session),
        statusOfRefusal(answer.refusal.kind),
      );
    }
  }
}

function page(context: Context, html: Awaited<Html>, status: number): Response {
  return context.body(String(html), status as 200, { 'Content-Type': 'text/html; charset=UTF-8' });
}

function download(context: Context, answer: Extract<PageAnswer, { kind: 'download' }>): Response {
  const ascii = answer.fileName.replace(/[^\w.-]+/g, '_');
  const disposition = `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(answer.fileName)}`;
  return context.body(answer.body, 200, {
    'Content-Type': answer.contentType,
    'Content-Disposition': disposition,
  });
}

function setHostCookie(context: Context, cookie: SetCookie): void {
  setCookie(context, cookie.name, cookie.value, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    ...(cookie.maxAgeSeconds === undefined ? {} : { maxAge: cookie.maxAgeSeconds }),
  });
}

const foreignForm: Refusal = {
  kind: 'forbidden',
  code: 'FORM_NOT_OURS',
  message:
    'Dieses Formular stammt nicht von dieser Seite oder ist zu alt. Nichts wurde geändert. Bitte die Seite neu laden und noch einmal absenden.',
};

const wrongForm: Refusal = {
  kind: 'invalid',
  code: 'FORM_TYPE_UNKNOWN',
  message: 'Diese Anfrage ist kein Formular, das diese Seite annimmt. Nichts wurde geändert.',
};

const formTooLarge: Refusal = {
  kind: 'too-large',
  code: 'FORM_TOO_LARGE',
  message:
    'Das Formular enthält mehr Text, als diese Seite annimmt (200 kB). Nichts wurde geändert. Bitte kürzen.',
};
