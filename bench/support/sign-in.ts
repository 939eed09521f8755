import { type Visitor, visitorOf } from './browser.ts';
import type { Installation } from './installation.ts';

/** Signs a person of the demo in through the form, with the code where their role asks for one. */
export async function signedIn(installation: Installation, key: string): Promise<Visitor> {
  const person = installation.people().find((one) => one.key === key);
  if (!person) throw new Error(`There is no demo person ${key}.`);
  const visitor = visitorOf(installation.port, 'verwaltung.localhost');
  const csrf = await csrfOf(visitor, '/anmelden');
  const { email, password } = person;
  const answer = await visitor.post('/anmelden', { csrf, weiter: '/', email, passwort: password });
  if (answer.headers.location?.startsWith('/anmelden/code')) {
    const code = (await installation.command('demo', 'code', key)).trim();
    await visitor.post('/anmelden/code', {
      csrf: await csrfOf(visitor, '/anmelden/code'),
      weiter: '/',
      code,
    });
  }
  const home = await visitor.get('/konto');
  if (home.status !== 200) throw new Error(`${key} could not sign in: status ${home.status}`);
  return visitor;
}

async function csrfOf(visitor: Visitor, path: string): Promise<string> {
  const page = await visitor.get(path);
  const token = /name="csrf" value="([^"]+)"/.exec(page.body.toString())?.[1];
  if (!token) throw new Error(`${path} has no form: status ${page.status}`);
  return token;
}
