import assert from 'node:assert/strict';
import type { PageAnswer, PageContent, PageRequest, PageRoute, Principal } from '#platform';
import { type HtmlQuery, queryHtml } from './html-query.ts';

/** Asks pages without a server: finds the route of an address and calls its handler. */
export interface PageAsker {
  readonly get: (address: string, principal?: Principal) => Promise<PageAnswer>;
  readonly post: (
    address: string,
    form: Readonly<Record<string, string>> | URLSearchParams,
    principal: Principal,
    uploads?: PageRequest['uploads'],
  ) => Promise<PageAnswer>;
}

export function askerOf(routes: readonly PageRoute[]): PageAsker {
  const ask = (method: 'GET' | 'POST', address: string, extra: Partial<PageRequest>) => {
    const url = new URL(address, 'http://verwaltung.localhost');
    const found = routeOf(routes, method, url.pathname);
    assert.ok(found, `no route for ${method} ${url.pathname}`);
    return found.route.handle({ ...emptyRequest(url, method), params: found.params, ...extra });
  };
  return {
    get: (address, principal) => ask('GET', address, { principal: principal ?? null }),
    post: (address, form, principal, uploads = new Map()) =>
      ask('POST', address, { form: new URLSearchParams(form), principal, uploads }),
  };
}

/** The content of an answer that is a page, and its HTML to be asked. */
export async function pageOf(
  answer: PageAnswer,
): Promise<PageContent & { readonly html: string; readonly query: HtmlQuery }> {
  assert.equal(answer.kind, 'page', JSON.stringify(answer).slice(0, 500));
  if (answer.kind !== 'page') throw new Error('no page');
  const html = String(await answer.content.main);
  return { ...answer.content, html, query: queryHtml(html) };
}

/** The refusal of an answer that is one. */
export function refusalOf(answer: PageAnswer) {
  assert.equal(answer.kind, 'refusal');
  if (answer.kind !== 'refusal') throw new Error('no refusal');
  return answer.refusal;
}

/** The bytes of a download. */
export async function downloadOf(answer: PageAnswer): Promise<Buffer> {
  assert.equal(answer.kind, 'download');
  if (answer.kind !== 'download') throw new Error('no download');
  return Buffer.from(await new Response(answer.body).arrayBuffer());
}

function routeOf(routes: readonly PageRoute[], method: string, path: string) {
  // Fixed addresses come before those with a parameter, as the router has it.
  const ordered = routes.toSorted((a, b) => Number(a.path.includes(':')) - Number(b.path.includes(':')));
  for (const route of ordered) {
    const pattern = new RegExp(`^${route.path.replace('.', '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
    const match = route.method === method ? pattern.exec(path) : null;
    if (!match) continue;
    const entries = Object.entries(match.groups ?? {});
    return {
      route,
      params: Object.fromEntries(entries.map(([name, value]) => [name, decodeURIComponent(value)])),
    };
  }
  return null;
}

/** A request as a browser without session sends it. */
export function requestOf(address: string, params: Readonly<Record<string, string>>): PageRequest {
  return { ...emptyRequest(new URL(address, 'http://lemgo.localhost:8080'), 'GET'), params };
}

function emptyRequest(url: URL, method: 'GET' | 'POST'): PageRequest {
  return {
    method,
    path: url.pathname,
    params: {},
    query: url.searchParams,
    form: new URLSearchParams(),
    uploads: new Map(),
    principal: null,
    csrfToken: 'token',
    clientAddress: '127.0.0.1',
    userAgent: 'test',
    cookies: new Map(),
    origin: url.origin,
  };
}
