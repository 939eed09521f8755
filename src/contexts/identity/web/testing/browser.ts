import assert from 'node:assert/strict';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { createCsrf, pageServer } from '#platform';
import { clientAddress, type World } from '../../testing/world.ts';
import { readSession, type Session } from '../../use-cases/read-session.ts';
import { identityPages } from '../pages.ts';

/** The staff area with the pages of this context alone, and a plain frame. */
export function staffArea(world: World): Hono {
  return pageServer<Session>(identityPages({ ...world, demo: true }), {
    origin: world.staffOrigin,
    csrf: createCsrf('test', 'test'),
    uploadPlace: { folder: '/nonexistent', scanner: null },
    identify: async (cookies) => {
      const session = await readSession(world, cookies.get(world.cookieName));
      return { principal: session?.principal ?? null, session };
    },
    clientAddressOf: () => clientAddress,
    frame: (content, _request, session) =>
      html`<title>${content.title}</title><header>${session?.name}</header><h1>${content.title}</h1>${content.flash ? html`<p class="flash">${content.flash.title}</p>` : ''}${content.main}`,
    refusalPage: (refusal) => ({ title: refusal.code, main: html`${refusal.message}` }),
    signInPath: '/anmelden',
  });
}

/** What a browser shows after a click: address, status and text, redirects followed. */
export interface Shown {
  readonly path: string;
  readonly status: number;
  readonly title: string;
  readonly html: string;
}

/** A browser without script: keeps cookies, sends the forms of the page it shows. */
export interface Browser {
  readonly open: (path: string) => Promise<Shown>;
  /** Sends the form with this action of the shown page, hidden fields included. */
  readonly submit: (
    action: string,
    fields?: Readonly<Record<string, string | readonly string[]>>,
  ) => Promise<Shown>;
  readonly cookies: Map<string, string>;
}

export function openBrowser(app: Hono, origin: string): Browser {
  const cookies = new Map<string, string>();
  let shown: Shown = { path: '', status: 0, title: '', html: '' };

  async function send(path: string, init: RequestInit): Promise<Shown> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await app.request(`${origin}${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) keepCookie(cookies, line);
    const to = response.headers.get('location');
    if (to) return send(to, {});
    const text = await response.text();
    const [, title = ''] = /<title>(.*?)<\/title>/s.exec(text) ?? [];
    shown = { path, status: response.status, title, html: text };
    return shown;
  }

  return {
    cookies,
    open: (path) => send(path, {}),
    submit: (action, fields = {}) => {
      const body = new URLSearchParams(hiddenFields(shown.html, action));
      for (const [name, value] of Object.entries(fields)) {
        body.delete(name);
        for (const each of typeof value === 'string' ? [value] : value) body.append(name, each);
      }
      return send(action, {
        method: 'POST',
        body: body.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    },
  };
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  assert.match(line, /; Path=\//);
  assert.match(line, /HttpOnly/);
  assert.match(line, /Secure/);
  if (/Max-Age=0/.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}

function hiddenFields(page: string, action: string): [string, string][] {
  const start = page.indexOf(`action="${action}"`);
  assert.ok(start >= 0, `the page has no form to ${action}`);
  const form = page.slice(start, page.indexOf('</form>', start));
  return [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, value],
  );
}
