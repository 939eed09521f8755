import assert from 'node:assert/strict';
import type { DemoPerson } from '#identity';
import { type LocalAnswer, localRequest } from '../../src/platform/http/local-client.ts';
import { queryHtml } from './html-query.ts';

/** Somebody at the staff area without a browser: keeps cookies, sends forms, and may also misbehave. */
export interface Visitor {
  readonly get: (path: string) => Promise<LocalAnswer>;
  /** Sends a form as the page at `from` (or any page) would, with its token. */
  readonly post: (path: string, form: Form, headers?: Record<string, string>) => Promise<LocalAnswer>;
  /** Uploads files by a form with its token; the address to which that leads. */
  readonly upload: (
    path: string,
    files: Readonly<Record<string, string>>,
    fields?: Readonly<Record<string, string>>,
  ) => Promise<string>;
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
  const token = async () => {
    const page = await raw('/feedback', {});
    const fields = queryHtml(page.text).all('field');
    const value = fields.find(({ attributes }) => attributes.name === 'csrf')?.attributes.value;
    assert.ok(value, 'no form token');
    return value;
  };
  return {
    raw,
    cookies,
    get: (path) => raw(path, {}),
    post: async (path, form, headers = {}) => {
      const fields = new URLSearchParams({ csrf: await token() });
      for (const [name, values] of Object.entries(form))
        for (const value of [values].flat()) fields.append(name, value);
      return raw(path, {
        method: 'POST',
        body: fields.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin, ...headers },
      });
    },
    upload: async (path, files, fields = {}) => {
      const form = new FormData();
      form.append('csrf', await token());
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      for (const [name, content] of Object.entries(files)) form.append(name, new File([content], name));
      const encoded = new Response(form);
      const type = encoded.headers.get('content-type') ?? '';
      const body = await encoded.text();
      const answer = await raw(path, { method: 'POST', body, headers: { 'content-type': type, origin } });
      assert.equal(answer.status, 303, answer.text.slice(-1500));
      return answer.headers.location ?? '';
    },
  };
}

/** Where demo people sign in: an application in this process or a server that was started. */
export interface SignInPlace {
  readonly staff: string;
  readonly person: (key: string) => Pick<DemoPerson, 'email' | 'password' | 'secondFactor'>;
  readonly codeOf: (key: string) => Promise<string>;
}

/** A visitor who has signed in as a person of the demo, with the code where the role needs one. */
export async function signedIn(app: SignInPlace, key: string): Promise<Visitor> {
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
