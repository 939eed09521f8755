import { randomUUID } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { type Refusal, statusOfRefusal } from '#kernel';
import {
  type Area,
  type Hosts,
  type Html,
  isDatabaseGone,
  isUnstorableText,
  type Logger,
  problem,
  securityHeaders,
} from '#platform';
import { assetServer } from './assets.ts';

/** One site a host, and what is common to all. */
export interface WebAppOptions {
  readonly sites: Readonly<Record<Area, Hono>>;
  /** The public site of a Kommune by its name; `null` where there is none. */
  readonly portal: (slug: string) => Promise<Hono | null>;
  readonly hosts: Hosts;
  readonly https: boolean;
  readonly noindex: boolean;
  readonly logger: Logger;
  /** Counts a request; the address itself may hold a person's key and is not counted. */
  readonly observe: (area: string, method: string, status: number, seconds: number) => void;
  /** The page that says what went wrong, for browsers. */
  readonly faultPage: (refusal: Refusal) => Html;
}

/** The whole web process: chooses the site by the host name; every other host is unknown. */
export function webApp(options: WebAppOptions): Hono {
  const app = new Hono();
  // A site's own handler would answer a fault without log and number; the same goes for portals, made when asked for.
  for (const site of Object.values(options.sites)) site.onError(rethrow);
  const assets = assetServer();
  app.use('*', observed(options));
  app.use('*', securityHeaders({ https: options.https, noindex: options.noindex }));
  app.use('*', compress());
  app.all('*', async (context) => {
    const site = await siteOf(context, options);
    if (site === null) return problem(context, unknownHost);
    const chosen = context.req.path.startsWith('/assets/') ? assets : site;
    return chosen.fetch(context.req.raw, context.env);
  });
  app.onError((error, context) => faulted(error, context, options));
  return app;
}

/** The host name alone decides which site answers. */
async function siteOf(context: Context, { hosts, sites, portal }: WebAppOptions): Promise<Hono | null> {
  const host = context.req.header('host');
  const area = hosts.areaOf(host);
  if (area !== null) return sites[area];
  const slug = hosts.slugOf(host);
  const site = slug === null ? null : await portal(slug);
  return site?.onError(rethrow) ?? null;
}

function observed(options: WebAppOptions) {
  return async (context: Context, next: () => Promise<void>): Promise<void> => {
    const started = performance.now();
    await next();
    const seconds = (performance.now() - started) / 1000;
    const host = context.req.header('host');
    const area = options.hosts.areaOf(host) ?? (options.hosts.slugOf(host) ? 'portal' : 'unknown');
    options.observe(area, context.req.method, context.res.status, seconds);
  };
}

function rethrow(error: Error): never {
  throw error;
}

/**
 * A fault of ours: the visitor gets a number to name, the log gets the rest. A lost database says so, and so does a sign that
 * nothing can store.
 */
function faulted(
  error: Error,
  context: Context,
  { logger, faultPage }: WebAppOptions,
): Response | Promise<Response> {
  const reference = randomUUID().slice(0, 8);
  const { path, method } = context.req;
  logger.error({ reference, error: error.stack, path: withoutSecrets(path), method }, 'request failed');
  const refusal = refusalOf(error) ?? faultOf(reference);
  if (!context.req.header('accept')?.includes('text/html')) return problem(context, refusal);
  context.status(statusOfRefusal(refusal.kind) as 503);
  return context.html(faultPage(refusal) as string);
}

/** What an error means for whoever asked, where it is no fault of ours. */
function refusalOf(error: Error): Refusal | null {
  if (isDatabaseGone(error)) return databaseGone;
  return isUnstorableText(error) ? unstorable : null;
}

/** Long parts of an address may be the secret of a mail link. */
function withoutSecrets(path: string): string {
  return path.replaceAll(/[\w-]{30,}/g, '[entfernt]');
}

/** The address of the browser; behind a trusted proxy the last one that the proxy itself saw. */
export function clientAddress(trustProxy: boolean) {
  return (context: Context): string => {
    const forwarded = trustProxy
      ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
      : undefined;
    if (forwarded) return forwarded;
    return context.env?.incoming ? (getConnInfo(context).remote.address ?? 'unbekannt') : 'unbekannt';
  };
}

const unknownHost: Refusal = {
  kind: 'not-found',
  code: 'HOST_UNKNOWN',
  message: 'Unter diesem Namen antwortet hier nichts. Bitte die Adresse prüfen.',
};

const databaseGone: Refusal = {
  kind: 'unavailable',
  code: 'DATABASE_UNAVAILABLE',
  message:
    'Die Datenbank antwortet gerade nicht. Was bestätigt wurde, ist gespeichert; ob diese Anfrage noch ausgeführt wurde, ist offen. Bitte laden Sie die Seite in einigen Sekunden neu.',
  retryAfterSeconds: 3,
};

const unstorable: Refusal = {
  kind: 'invalid',
  code: 'TEXT_IMPOSSIBLE',
  message:
    'Eine Ihrer Angaben enthält ein unsichtbares Zeichen, das sich nicht speichern lässt. Nichts wurde geändert. Bitte gehen Sie zurück, tippen Sie die Angabe neu ein, statt sie einzufügen, und senden Sie sie noch einmal.',
};

function faultOf(reference: string): Refusal {
  return {
    kind: 'unavailable',
    code: 'INTERNAL_FAULT',
    message: `Hier ist etwas schiefgegangen. Diese Anfrage wurde nicht ausgeführt. Bitte versuchen Sie es noch einmal; hilft das nicht, nennen Sie dem Betrieb die Nummer ${reference}.`,
  };
}
