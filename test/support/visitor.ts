import assert from 'node:assert/strict';
import { type LocalAnswer, localRequest } from '../../src/platform/http/local-client.ts';
import { queryHtml } from './html-query.ts';
import type { RunningApp } from './running-app.ts';

/** Somebody at the staff area without a browser: keeps cookies, sends forms, and may also misbehave. */
export interface Visitor {
  readonly get: (path: string) => Promise<LocalAnswer>;
  /** Sends a form as the page at `from` (or any page) would, with its token. */
  readonly post: (path: string, form: Form, headers?: Record<string, string>) => Promise<LocalAnswer>;
  /** Sends bytes as they are, without token. */
  readonly raw: (
    path: string,
    init: { readonly method?: string; readonly body?: string; readonly headers?: Record<string, string> },
  ) => Promise<LocalAnswer>;
  readonly cookies: ReadonlyMap<string, string>;
}

/** Fields by name; a list where a field may come several times. */
type Form = Readonly<Record<string, string | readonly string[]>>;

/** A visitor of `origin` who is not signed in. */
export function visitor(origin: string): Visitor {
  const cookies = new Map<string, string>();
  const raw: Visitor['raw'] = async (path, { method = 'GET', body, headers = {} }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await localRequest(path.startsWith('http') ? path : origin + path, {
      method,
      headers: { ...(cookie ? { cookie } : {}), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    keep(cookies, answer.headers['set-cookie'] ?? []);
    return answer;
  };
  return {
    raw,
    cookies,
    get: (path) => raw(path, {}),
    post: async (path, form, headers = {}) => {
      const page = await raw('/feedback', {});
      const token = queryHtml(page.text)
        .all('field')
        .find(({ attributes }) => attributes.name === 'csrf')?.attributes.value;
      assert.ok(token, 'no form token');
      const fields = new URLSearchParams({ csrf: token });
      for (const [name, values] of Object.entries(form))
        for (const value of [values].flat()) fields.append(name, value);
      return raw(path, {
        method: 'POST',
        body: fields.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin, ...headers },
      });
    },
  };
}

/** A visitor who has signed in as a person of the demo, with the code where the role needs one. */
export async function signedIn(app: RunningApp, key: string): Promise<Visitor> {
  const person = app.person(key);
  const someone = visitor(app.staff);
  const password = await someone.post('/anmelden', { email: person.email, passwort: person.password });
  assert.equal(password.status, 303, `${key}: ${password.text.slice(0, 300)}`);
  if (!person.secondFactor) return someone;
  assert.match(password.headers.location ?? '', /\/anmelden\/code/);
  const code = await someone.post('/anmelden/code', { code: await app.codeOf(key) });
  assert.equal(code.status, 303, `${key}: the code was refused`);
  return someone;
}

function keep(cookies: Map<string, string>, headers: readonly string[]): void {
  for (const header of headers) {
    const [pair = ''] = header.split(';');
    const at = pair.indexOf('=');
    const name = pair.slice(0, at);
    if (/max-age=0/i.test(header)) cookies.delete(name);
    else cookies.set(name, pair.slice(at + 1));
  }
}
