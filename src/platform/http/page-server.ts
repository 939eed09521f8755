import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { denialOf } from '../doors/authorize.ts';
import type { PageAnswer, PageRequest, PageRoute } from '../doors/page-route.ts';
import type { Principal } from '../doors/principal.ts';
import { isForeignSite } from './csrf.ts';
import { foreignForm, type ReceiveFormOptions, receiveForm } from './receive-form.ts';
import { type RespondOptions, respond, setHostCookie } from './respond.ts';

/** Who the browser is: its principal, and what the frame shows of the session. */
export interface Visitor<Session> {
  readonly principal: Principal | null;
  readonly session: Session | null;
}

/** What a site of pages needs from those who compose it. */
export interface PageServerOptions<Session> extends ReceiveFormOptions, RespondOptions<Session> {
  readonly origin: string;
  readonly identify: (cookies: ReadonlyMap<string, string>) => Promise<Visitor<Session>>;
  readonly clientAddressOf: (context: Context) => string;
  /** Where an anonymous visitor signs in. */
  readonly signInPath: string;
}

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
  const { principal, session } = await options.identify(cookies);
  const bare = requestOf(context, options, principal, cookies);
  // A body is only read, and a file only kept, of somebody who may send it.
  const barred = barrierOf(context, route, bare, options);
  if (barred) return respond(context, barred, bare, session, options);
  const received = await receiveForm(context, route, options, bare);
  if (!received.ok) {
    return respond(context, { kind: 'refusal', refusal: received.refusal }, bare, session, options);
  }
  const { form, uploads, discard } = received.value;
  try {
    const request = { ...bare, form, uploads };
    return await respond(context, await route.handle(request), request, session, options);
  } finally {
    await discard();
  }
}

function requestOf<S>(
  context: Context,
  options: PageServerOptions<S>,
  principal: Principal | null,
  cookies: ReadonlyMap<string, string>,
): PageRequest {
  const url = new URL(context.req.url);
  const csrfCookie = cookies.get(options.csrf.cookieName) ?? options.csrf.newCookie();
  if (!cookies.has(options.csrf.cookieName)) {
    setHostCookie(context, { name: options.csrf.cookieName, value: csrfCookie });
  }
  return {
    // HEAD asks for what GET would answer.
    method: context.req.method === 'POST' ? 'POST' : 'GET',
    path: url.pathname,
    params: context.req.param() as Record<string, string>,
    query: url.searchParams,
    form: new URLSearchParams(),
    uploads: new Map(),
    principal,
    csrfToken: options.csrf.tokenFor(csrfCookie),
    clientAddress: options.clientAddressOf(context),
    userAgent: context.req.header('user-agent') ?? '',
    referrer: ownReferrer(context, options.origin),
    doNotTrack: context.req.header('dnt') === '1' || context.req.header('sec-gpc') === '1',
    cookies,
    origin: options.origin,
  };
}

function ownReferrer(context: Context, origin: string): URL | null {
  const url = URL.parse(context.req.header('referer') ?? '');
  return url?.origin === origin ? url : null;
}

/** The answer to whom the route does not serve, or `null`. */
function barrierOf<S>(
  context: Context,
  route: PageRoute,
  request: PageRequest,
  options: PageServerOptions<S>,
): PageAnswer | null {
  if (request.method === 'POST' && isForeignSite(context.req.raw.headers, options.origin))
    return { kind: 'refusal', refusal: foreignForm };
  const denial = denialOf(route.access, request.principal);
  if (denial === null) return null;
  if (denial.kind !== 'unauthenticated') return { kind: 'refusal', refusal: denial };
  const back = request.method === 'GET' ? `${request.path}?${request.query}` : '/';
  return {
    kind: 'redirect',
    to: `${options.signInPath}?weiter=${encodeURIComponent(back.replace(/\?$/, ''))}`,
  };
}
