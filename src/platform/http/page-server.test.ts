import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Hono } from 'hono';
import { actorOf } from '../database/tx.ts';
import type { PageRequest, PageRoute } from '../doors/page-route.ts';
import type { Principal } from '../doors/principal.ts';
import { createCsrf } from './csrf.ts';
import { pageServer } from './page-server.ts';

const origin = 'https://verwaltung.leitwerk.example';
const csrf = createCsrf('key', 'id');
const cookie = 'browser';
const ours = { cookie: `${csrf.cookieName}=${cookie}`, origin };
const formType = { 'content-type': 'application/x-www-form-urlencoded' };

const member: Principal = {
  kind: 'mitglied',
  actor: actorOf('mitglied', 'a'),
  tenant: null,
  permissions: new Set(['read']),
};

const said = (request: PageRequest) => ({
  kind: 'page' as const,
  content: { title: 'Seite', main: `form=${request.form} uploads=${request.uploads.size}` },
});

const streamed = { cancelled: false };

const open: Omit<PageRoute, 'method' | 'path' | 'handle'> = { capability: 'test.page', access: 'public' };
const routes: readonly PageRoute[] = [
  { ...open, method: 'GET', path: '/offen', handle: async (request) => said(request) },
  { ...open, method: 'POST', path: '/offen', handle: async (request) => said(request) },
  {
    ...open,
    method: 'POST',
    path: '/hochladen',
    uploadLimit: 1_000,
    handle: async (request) => said(request),
  },
  {
    ...open,
    method: 'POST',
    path: '/fehler',
    uploadLimit: 1_000,
    handle: () => Promise.reject(new Error('a fault')),
  },
  {
    ...open,
    method: 'POST',
    path: '/einspielen',
    access: { permission: 'write' },
    uploadLimit: 1_000,
    handle: async (request) => said(request),
  },
  { ...open, method: 'GET', path: '/konto', access: 'signed-in', handle: async (request) => said(request) },
  { ...open, method: 'POST', path: '/konto', access: 'signed-in', handle: async (request) => said(request) },
  { ...open, method: 'GET', path: '/regeln', access: { permission: 'write' }, handle: async (r) => said(r) },
  {
    ...open,
    method: 'GET',
    path: '/gebremst',
    handle: async () => ({
      kind: 'refusal',
      refusal: { kind: 'throttled', code: 'SLOW', message: 'Später.', retryAfterSeconds: 7 },
    }),
  },
  {
    ...open,
    method: 'GET',
    path: '/strom',
    handle: async () => ({
      kind: 'download',
      fileName: 'strom.csv',
      contentType: 'text/csv',
      body: new ReadableStream({
        cancel: () => {
          streamed.cancelled = true;
        },
      }),
    }),
  },
  {
    ...open,
    method: 'GET',
    path: '/fassung',
    handle: async () => ({
      kind: 'download',
      fileName: 'fassung.csv',
      contentType: 'text/csv',
      body: 'a',
      etag: 'eins',
    }),
  },
  {
    ...open,
    method: 'GET',
    path: '/karte.xml',
    handle: async ({ referrer, doNotTrack }) => ({
      kind: 'text',
      contentType: 'application/xml',
      body: `${referrer?.pathname ?? 'nirgends'} ${doNotTrack}`,
    }),
  },
  {
    ...open,
    method: 'GET',
    path: '/datei',
    handle: async () => ({
      kind: 'download',
      fileName: 'Übersicht "Lemgo"\r\nX: y.csv',
      contentType: 'text/csv',
      body: 'a',
    }),
  },
];

interface Site extends Disposable {
  readonly app: Hono;
  readonly folder: string;
  readonly post: (
    path: string,
    body: RequestInit['body'],
    headers?: Record<string, string>,
  ) => Promise<Response>;
}

function site(principal: Principal | null = null): Site {
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-pages-'));
  const app = pageServer<null>(routes, {
    origin,
    csrf,
    uploadPlace: { folder, scanner: null },
    identify: async () => ({ principal, session: null }),
    clientAddressOf: () => '127.0.0.1',
    frame: (content) => `<h1>${content.title}</h1>${content.main}`,
    refusalPage: (refusal) => ({ title: refusal.code, main: refusal.message }),
    signInPath: '/anmelden',
  });
  const post: Site['post'] = async (path, body, headers = { ...ours, ...formType }) =>
    app.request(path, { method: 'POST', headers, body: body ?? null });
  return { app, folder, post, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

const token = `csrf=${csrf.tokenFor(cookie)}`;

test('an anonymous visitor is led to sign in, and back to where they wanted to go', async () => {
  using s = site();
  const answer = await s.app.request('/konto?ansicht=alle&ort=L%C3%BCbbecke');
  assert.equal(answer.status, 303);
  const to = new URL(answer.headers.get('location') ?? '', origin);
  assert.equal(to.origin, origin);
  assert.equal(to.pathname, '/anmelden');
  assert.equal(to.searchParams.get('weiter'), '/konto?ansicht=alle&ort=L%C3%BCbbecke');
});

test('a page learns from which page of its own site somebody came, and whether they may be counted', async () => {
  using s = site();
  const asked = async (headers: Record<string, string>) => {
    const answer = await s.app.request('/karte.xml', { headers });
    assert.equal(answer.headers.get('content-type'), 'application/xml; charset=utf-8');
    return answer.text();
  };
  assert.equal(await asked({ referer: `${origin}/suche?suche=hund` }), '/suche false');
  assert.equal(await asked({ referer: 'https://anderswo.example/suche', dnt: '1' }), 'nirgends true');
  assert.equal(await asked({ referer: 'kein Link', 'sec-gpc': '1' }), 'nirgends true');
});

test('after a form that needs a session the way leads to the start, not to the form', async () => {
  using s = site();
  const answer = await s.post('/konto', token);
  assert.equal(answer.headers.get('location'), '/anmelden?weiter=%2F');
});

test('who lacks a permission gets a page that says which', async () => {
  using s = site(member);
  const answer = await s.app.request('/regeln');
  assert.equal(answer.status, 403);
  assert.match(await answer.text(), /„write“/);
});

test('a form with its token arrives', async () => {
  using s = site();
  const answer = await s.post('/offen', `${token}&name=Lemgo`);
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /name=Lemgo/);
});

const strangeForms: Readonly<Record<string, { body: string; headers: Record<string, string> }>> = {
  'without a token': { body: 'name=x', headers: { ...ours, ...formType } },
  'with an empty token': { body: 'csrf=', headers: { ...ours, ...formType } },
  'with the token of another browser': {
    body: `csrf=${csrf.tokenFor('another')}`,
    headers: { ...ours, ...formType },
  },
  'without the cookie': { body: token, headers: { origin, ...formType } },
  'from another origin': { body: token, headers: { ...ours, ...formType, origin: 'https://evil.example' } },
  'from another site': { body: token, headers: { ...ours, ...formType, 'sec-fetch-site': 'cross-site' } },
  'from a sandboxed frame': { body: token, headers: { ...ours, ...formType, origin: 'null' } },
};

for (const [what, { body, headers }] of Object.entries(strangeForms)) {
  test(`a form ${what} is refused with 403 and changes nothing`, async () => {
    using s = site();
    const answer = await s.post('/offen', body, headers);
    assert.equal(answer.status, 403);
    assert.match(await answer.text(), /FORM_NOT_OURS/);
  });
}

test('a form longer than 200 kB is refused, whatever length it claims', async () => {
  using s = site();
  const body = `${token}&text=${'x'.repeat(200_000)}`;
  for (const length of [String(body.length), '10']) {
    const answer = await s.post('/offen', body, { ...ours, ...formType, 'content-length': length });
    assert.equal(answer.status, 413);
  }
});

test('JSON, text and multipart are no forms where no file is expected', async () => {
  using s = site();
  for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x', '']) {
    const answer = await s.post('/offen', token, { ...ours, 'content-type': type });
    assert.equal(answer.status, 422, type);
  }
});

test('an unknown page is a 404 that names the address', async () => {
  using s = site(member);
  const answer = await s.app.request('/gibt-es-nicht');
  assert.equal(answer.status, 404);
  assert.match(await answer.text(), /PAGE_UNKNOWN.*\/gibt-es-nicht/);
});

test('HEAD answers as GET, without the page', async () => {
  using s = site();
  const answer = await s.app.request('/offen', { method: 'HEAD' });
  assert.equal(answer.status, 200);
  assert.equal(await answer.text(), '');
  assert.match(answer.headers.get('content-type') ?? '', /text\/html/);
});

test('HEAD on a closed page, a file and an unknown address says what GET would', async () => {
  using s = site();
  for (const path of ['/konto', '/datei', '/gibt-es-nicht', '/gebremst']) {
    const [asked, answered] = await Promise.all(
      ['HEAD', 'GET'].map((method) => s.app.request(path, { method, headers: ours })),
    );
    assert.equal(await asked?.text(), '');
    assert.deepEqual(
      [asked?.status, [...(asked?.headers ?? [])]],
      [answered?.status, [...(answered?.headers ?? [])]],
      path,
    );
  }
});

test('HEAD on a file that streams lets go of what feeds it', async () => {
  using s = site();
  streamed.cancelled = false;
  assert.equal((await s.app.request('/strom', { method: 'HEAD' })).status, 200);
  assert.ok(streamed.cancelled);
});

test('methods that a page does not know end at the 404 page', async () => {
  using s = site(member);
  for (const method of ['PUT', 'DELETE', 'PATCH'])
    assert.equal((await s.app.request('/offen', { method })).status, 404, method);
});

test('the first answer sets the form cookie for this host alone, a later one does not', async () => {
  using s = site();
  const first = (await s.app.request('/offen')).headers.get('set-cookie') ?? '';
  assert.match(first, /^__Host-lw-id-csrf=[\w-]{20,}; /);
  for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
    assert.ok(first.includes(attribute));
  assert.doesNotMatch(first, /Domain/i);
  assert.equal((await s.app.request('/offen', { headers: ours })).headers.get('set-cookie'), null);
});

test('a refusal for a while says for how long', async () => {
  using s = site();
  const answer = await s.app.request('/gebremst');
  assert.equal(answer.status, 429);
  assert.equal(answer.headers.get('retry-after'), '7');
});

test('who holds a named file already gets 304, also when its name became a weak one', async () => {
  using s = site();
  const first = await s.app.request('/fassung');
  assert.equal(first.headers.get('etag'), '"eins"');
  for (const known of ['"eins"', 'W/"eins"', '"null", "eins"']) {
    const again = await s.app.request('/fassung', { headers: { 'If-None-Match': known } });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), '');
  }
  const other = await s.app.request('/fassung', { headers: { 'If-None-Match': '"zwei"' } });
  assert.equal(other.status, 200);
});

test('a download’s name cannot add headers', async () => {
  using s = site();
  const answer = await s.app.request('/datei');
  assert.equal(answer.headers.get('x'), null);
  assert.equal(
    answer.headers.get('content-disposition'),
    `attachment; filename="_bersicht_Lemgo_X_y.csv"; filename*=UTF-8''%C3%9Cbersicht%20%22Lemgo%22%0D%0AX%3A%20y.csv`,
  );
});

function upload(bytes: number, withToken = true): FormData {
  const form = new FormData();
  if (withToken) form.append('csrf', csrf.tokenFor(cookie));
  form.append('datei', new File(['x'.repeat(bytes)], 'liste.csv'));
  return form;
}

test('an uploaded file reaches the page and is gone afterwards', async () => {
  using s = site();
  const answer = await s.post('/hochladen', upload(900), ours);
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /uploads=1/);
  assert.deepEqual(readdirSync(s.folder), []);
});

test('an upload over its limit, or without a token, leaves no file', async () => {
  using s = site();
  assert.equal((await s.post('/hochladen', upload(1_001), ours)).status, 413);
  assert.equal((await s.post('/hochladen', upload(10, false), ours)).status, 403);
  assert.deepEqual(readdirSync(s.folder), []);
});

test('a fault in the page leaves no uploaded file', async () => {
  using s = site();
  s.app.onError((_, context) => context.text('', 500));
  assert.equal((await s.post('/fehler', upload(10), ours)).status, 500);
  assert.deepEqual(readdirSync(s.folder), []);
});

/** A form that tells whether anybody began to read it. */
function watchedForm() {
  const seen = { read: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        seen.read = true;
        controller.enqueue(new Uint8Array(1_000));
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  return { seen, body };
}

const formHead = { 'content-type': 'multipart/form-data; boundary=x' };
const unwelcome: readonly (readonly [who: string, Principal | null, Record<string, string>, number])[] = [
  ['an anonymous visitor', null, ours, 303],
  ['a member without the permission', { ...member, permissions: new Set() }, ours, 403],
  [
    'another site',
    { ...member, permissions: new Set(['write']) },
    { ...ours, origin: 'https://evil.example' },
    403,
  ],
];

for (const [who, principal, headers, status] of unwelcome) {
  test(`the files of ${who} are not even read`, async () => {
    using s = site(principal);
    const { seen, body } = watchedForm();
    const request = new Request(`${origin}/einspielen`, {
      method: 'POST',
      headers: { ...headers, ...formHead },
      body,
      duplex: 'half',
    });
    assert.equal((await s.app.request(request)).status, status);
    assert.equal(seen.read, false);
    assert.deepEqual(readdirSync(s.folder), []);
  });
}
