import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { queryHtml } from '../support/html-query.ts';
import { type RunningApp, runningApp } from '../support/running-app.ts';
import { signedIn, type Visitor, visitor } from '../support/visitor.ts';

const long = 'x'.repeat(3_000);

/** Address, status, and what the page says. */
const refused: readonly (readonly [string, number, RegExp])[] = [
  [`/kommunen/${long}`, 404, /ist nicht bekannt/],
  ['/kommunen/%3Cscript%3Ealert(1)%3C%2Fscript%3E', 404, /&lt;script&gt;/],
  ['/kommunen/<script>', 404, /ist nicht bekannt/],
  ['/kommunen/%00', 404, /ist nicht bekannt/],
  ['/kommunen/%E0%A4%A', 404, /./],
  ['/kommunen/%', 404, /./],
  ['/kommunen/..%2f..%2fetc%2fpasswd', 404, /./],
  ['/kommunen/05766044/pflichten?datum=2024-02-30', 422, /2024-02-30/],
  ['/kommunen/05766044/pflichten?datum=1700-01-01', 422, /1700-01-01/],
  ['/kommunen/05766044/pflichten?datum=9999-12-31', 422, /9999-12-31/],
  ['/kommunen/05766044/pflichten?datum=gestern', 422, /gestern/],
  ['/kommunen/05766044/pflichten.csv?datum=2024-02-30', 422, /2024-02-30/],
  ['/kommunen/05766044/pflichten.xlsx?datum=1700-01-01', 422, /1700-01-01/],
  ['/kommunen/05766044/pflichten/L99999', 404, /L99999/],
  ['/kommunen/05766044/pflichten/%00', 404, /./],
  ['/leistungen/L00002/zustaendigkeit?datum=2024-02-30', 422, /2024-02-30/],
  ['/katalog/ozg/99999999999999999999999', 404, /./],
  ['/katalog/ozg/-1', 404, /./],
  ['/katalog/lagen/%00', 404, /./],
  ['/katalog/themenfelder/abc', 404, /./],
  ['/katalog/leistungen/%27%20or%201%3D1', 404, /./],
  ['/regeln/%00', 404, /./],
  ['/regeln/__proto__', 404, /./],
  ['/gibt/es/nicht', 404, /Die Seite \/gibt\/es\/nicht gibt es hier nicht/],
  ['/%', 404, /./],
  ['/%FF%FE', 404, /./],
];

/** Lists do not refuse: they say which part of the address they did not understand and show the rest. */
const misunderstood: readonly (readonly [string, RegExp])[] = [
  ['/kommunen?seite=-1', /„-1“ ist keine Seite/],
  ['/kommunen?seite=99999999999999999999', /nicht verstanden|keine Seite|gibt es nur/],
  ['/kommunen?anzahl=1000000', /nicht verstanden/],
  ['/kommunen?sortierung=%3Cscript%3E', /nicht verstanden/],
  ['/kommunen/05766044/pflichten?urteil=vielleicht', /nicht verstanden/],
];

describe('broken and hostile requests', () => {
  let app: RunningApp;
  let nobody: Visitor;
  let lemgo: Visitor;
  before(async () => {
    app = await runningApp();
    nobody = visitor(app.staff);
    lemgo = await signedIn(app, 'lemgo');
  });
  after(() => app[Symbol.asyncDispose]());

  test('each gets a page with the reason, signed in or not, and none is a fault of ours', async () => {
    for (const [path, status, says] of refused) {
      for (const someone of [nobody, lemgo]) {
        const answer = await someone.get(path);
        const name = path.slice(0, 80);
        assert.equal(answer.status, status, name);
        assert.match(answer.headers['content-type'] ?? '', /^text\/html/, name);
        assert.match(answer.text, says, name);
        assert.doesNotMatch(answer.text, /<script>alert|<script>&| {4}at .*\.ts:/, name);
        const { title } = titleOf(answer.text);
        assert.match(title, /^Fehler: /, name);
      }
    }
  });

  test('a list says what it did not understand and shows the rest', async () => {
    for (const [path, says] of misunderstood) {
      const answer = await nobody.get(path);
      assert.equal(answer.status, 200, path);
      assert.match(queryHtml(answer.text).text, says, path);
    }
    for (const path of [
      `/kommunen?suche=${long}`,
      '/kommunen?suche=%00',
      '/katalog/leistungen?suche=%F0%9F%98%80',
    ])
      assert.equal((await nobody.get(path)).status, 200, path.slice(0, 60));
  });

  test('„Unna“ asks which; a near name is offered as a link to the same page', async () => {
    const which = await nobody.get('/kommunen/Unna/pflichten?datum=2026-11-21');
    assert.equal(which.status, 409);
    const links = queryHtml(which.text)
      .all('link')
      .map(({ attributes }) => attributes.href ?? '');
    assert.ok(links.includes('/kommunen/05978/pflichten?datum=2026-11-21'), links.join(' '));
    assert.ok(links.includes('/kommunen/05978036/pflichten?datum=2026-11-21'));
    const near = await nobody.get('/kommunen/Lemgoo');
    assert.ok(
      queryHtml(near.text)
        .all('link')
        .some(({ attributes }) => attributes.href === '/kommunen/05766044'),
    );
    const leistung = await nobody.get('/katalog/leistungen/Hundesteur');
    assert.equal(leistung.status, 404);
    assert.match(queryHtml(leistung.text).text, /Meinten Sie.*Hundesteuer/);
  });

  test('a form without token, with a stranger’s token, from a foreign origin, oversize or of a wrong type is refused', async () => {
    const stranger = visitor(app.staff);
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const here = { ...type, origin: app.staff };
    const post = (body: string, headers: Record<string, string>) =>
      lemgo.raw('/feedback', { method: 'POST', body, headers });
    assert.equal((await post('text=Hallo', here)).status, 403);
    const page = await stranger.get('/feedback');
    const token = queryHtml(page.text)
      .all('field')
      .find(({ attributes }) => attributes.name === 'csrf');
    assert.equal((await post(`csrf=${token?.attributes.value}&text=Hallo`, here)).status, 403);
    const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    assert.equal((await lemgo.post('/feedback', { text: 'Hallo' }, evil)).status, 403);
    assert.equal((await lemgo.post('/abmelden', {}, { origin: 'null' })).status, 403);
    assert.equal((await lemgo.post('/feedback', { text: 'x'.repeat(300_000) })).status, 413);
    assert.equal(
      (await post('{"text":"Hallo"}', { ...here, 'content-type': 'application/json' })).status,
      422,
    );
    assert.equal((await lemgo.post('/feedback', { text: 'x'.repeat(6_000) })).status, 422);
    assert.equal((await lemgo.get('/konto')).status, 200, 'still signed in');
    const caught = await app.services.mailer.caught();
    assert.deepEqual(
      caught.filter(({ subject }) => subject.includes('Meldung')),
      [],
    );
  });

  test('nobody is led to another site after signing in', async () => {
    for (const next of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '/%5Cevil.example',
      'javascript:1',
    ]) {
      const someone = visitor(app.staff);
      const { email, password } = app.person('detmold');
      const answer = await someone.post('/anmelden', { email, passwort: password, weiter: next });
      assert.equal(answer.status, 303);
      const to = new URL(answer.headers.location ?? '', app.staff);
      assert.equal(to.origin, app.staff, next);
    }
  });

  test('pages that need a right send strangers to sign in, and others a page that names the right', async () => {
    for (const path of [
      '/mitglieder',
      '/zugaenge',
      '/pruefspur',
      '/referenzdaten',
      '/betreuung',
      '/ueberblick',
    ]) {
      const stranger = await nobody.get(path);
      assert.equal(stranger.status, 303, path);
      assert.match(stranger.headers.location ?? '', /^\/anmelden\?weiter=/);
      assert.equal((await lemgo.get(path)).status, 403, path);
      assert.equal((await lemgo.get(`${path}.csv`)).status >= 400, true, path);
    }
    assert.equal(
      (await lemgo.post('/mitglieder/einladen', { name: 'Eva Fremd', email: 'e@demo.invalid' })).status,
      403,
    );
    assert.equal((await nobody.post('/bestimmungen', { aufgabeId: 'jugendamt' })).status, 303);
  });

  test('an unknown host, an unknown method and bytes that are no request', async () => {
    const { port } = new URL(app.staff);
    const host = await nobody.raw('/', { headers: { host: 'evil.example' } });
    assert.equal(host.status, 404);
    for (const method of ['PUT', 'DELETE', 'TRACE', 'PROPFIND'])
      assert.ok([404, 405].includes((await nobody.raw('/konto', { method })).status), method);
    assert.match(await sendBytes(Number(port), 'GET / HTTP/9.9\r\n\r\n'), /^HTTP\/1\.1 (400|505)/);
    assert.match(
      await sendBytes(Number(port), `GET /${'x'.repeat(100_000)} HTTP/1.1\r\n\r\n`),
      /^HTTP\/1\.1 4/,
    );
    assert.match(
      await sendBytes(
        Number(port),
        'POST /feedback HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      ),
      /^HTTP\/1\.1 400/,
    );
    assert.equal((await nobody.get('/')).status, 200);
  });

  test('every answer carries the strict policy and is not to be indexed', async () => {
    for (const path of ['/', '/kommunen', '/gibt-es-nicht', '/kommunen.csv', '/feedback']) {
      const { headers } = await nobody.get(path);
      const policy = String(headers['content-security-policy'] ?? '');
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ])
        assert.ok(policy.includes(part), `${path}: ${policy}`);
      assert.doesNotMatch(policy, /unsafe/);
      assert.match(String(headers['x-robots-tag'] ?? ''), /noindex/, path);
      assert.equal(headers['x-content-type-options'], 'nosniff');
    }
    assert.match((await nobody.raw(`${app.root}/robots.txt`, {})).text, /Disallow: \//);
  });
});

function titleOf(page: string): { readonly title: string } {
  return { title: /<title>([^<]*)<\/title>/.exec(page)?.[1] ?? '' };
}

/** Sends bytes to the server and returns the beginning of its answer. */
function sendBytes(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(10_000, () => socket.destroy(new Error('no answer')));
    socket.once('data', (chunk) => {
      resolve(chunk.toString('latin1').slice(0, 200));
      socket.destroy();
    });
    socket.once('error', reject);
  });
}
