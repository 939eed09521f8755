import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createCsrf, type PageRoute, pageServer, securityHeaders } from '#platform';
import { assetServer } from '../../src/app/web/assets.ts';
import { portalRefusalPage } from '../../src/app/web/portal-frame.ts';

/** Serves the app on a free port of the loopback until it is disposed of. */
export async function listening(app: Hono): Promise<{ readonly origin: string } & AsyncDisposable> {
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started));
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

type PageServerOptions = Parameters<typeof pageServer<null>>[1];

/** What one test's pages have of their own. */
export interface ServedPages extends Pick<PageServerOptions, 'uploadPlace' | 'identify' | 'frame'> {
  readonly routes: readonly PageRoute[];
}

/** Serves pages and assets of one site, as the product does but for the choice by host name. */
export async function servePages<Served extends ServedPages>(
  pagesOf: (origin: string) => Served,
): Promise<{ readonly origin: string; readonly routes: readonly PageRoute[] } & AsyncDisposable> {
  const app = new Hono();
  app.use('*', securityHeaders({ https: false, noindex: true }));
  const listener = await listening(app);
  const { routes, ...own } = pagesOf(listener.origin);
  const pages = pageServer<null>(routes, {
    ...own,
    origin: listener.origin,
    csrf: createCsrf('key for this test', 'test'),
    clientAddressOf: () => '127.0.0.1',
    refusalPage: portalRefusalPage,
    signInPath: '/',
  });
  const assets = assetServer();
  app.all('*', (context) => {
    const chosen = context.req.path.startsWith('/assets/') ? assets : pages;
    return chosen.fetch(context.req.raw, context.env);
  });
  return { ...listener, routes };
}
