import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { isPrivate, probeLink } from './link-probe.ts';

async function withServer(act: (origin: string, seen: string[]) => Promise<void>): Promise<void> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    const [, status = '200', where] = request.url?.split('/') ?? [];
    if (status === 'silent') return;
    if (status === 'nohead' && request.method === 'HEAD') response.writeHead(405).end();
    else if (status === 'loop') response.writeHead(302, { location: '/loop' }).end();
    else if (where) response.writeHead(Number(status), { location: `/${where}` }).end();
    else response.writeHead(status === 'nohead' ? 200 : Number(status)).end('much');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await act(`http://127.0.0.1:${port}`, seen);
  server.closeAllConnections();
  server.close();
}

const open = { allowPrivate: true, timeoutMs: 300 };

describe('looking after a link', () => {
  test('tells whether the page answers', () =>
    withServer(async (origin) => {
      assert.deepEqual(await probeLink(`${origin}/200`, open), { ergebnis: 'erreichbar', status: 200 });
      assert.deepEqual(await probeLink(`${origin}/404`, open), { ergebnis: 'fehler', status: 404 });
      assert.deepEqual(await probeLink(`${origin}/301/200`, open), { ergebnis: 'erreichbar', status: 200 });
      assert.deepEqual(await probeLink(`${origin}/silent`, open), {
        ergebnis: 'antwortet-nicht',
        status: null,
      });
      assert.deepEqual(await probeLink('http://127.0.0.1:1/', open), {
        ergebnis: 'antwortet-nicht',
        status: null,
      });
    }));

  test('asks for the page where a server refuses the head alone, and stops in a circle of redirects', () =>
    withServer(async (origin, seen) => {
      assert.equal((await probeLink(`${origin}/nohead`, open)).ergebnis, 'erreichbar');
      assert.deepEqual(seen, ['HEAD /nohead', 'GET /nohead']);
      assert.equal((await probeLink(`${origin}/loop`, open)).ergebnis, 'fehler');
    }));

  test('asks by https alone where that is wanted', () =>
    withServer(async (origin, seen) => {
      const answer = await probeLink(`${origin}/200`, { ...open, httpsOnly: true });
      assert.deepEqual(answer, { ergebnis: 'nicht-erlaubt', status: null });
      assert.deepEqual(seen, []);
    }));

  test('never asks the own machine, an inner network, another scheme, a name that leads there, or a port of its own', () =>
    withServer(async (origin, seen) => {
      const { port } = new URL(origin);
      for (const link of [
        origin,
        'http://127.0.0.1/',
        'http://[::1]/',
        'http://[::ffff:10.0.0.1]/',
        'http://2130706433/',
        'http://localhost/',
        `http://localhost:${port}/`,
        'http://10.1.2.3/',
        'https://169.254.169.254/latest/meta-data',
        'http://user:pass@example.org/',
        'file:///etc/passwd',
        'gopher://example.org/',
        'unsinn',
      ])
        assert.equal((await probeLink(link, { allowPrivate: false })).ergebnis, 'nicht-erlaubt', link);
      assert.deepEqual(seen, []);
    }));

  test('knows what is public', () => {
    for (const address of ['8.8.8.8', '2a00:1450:4001::1', '193.99.144.80'])
      assert.equal(isPrivate(address), false, address);
    for (const address of [
      '172.20.0.1',
      '100.64.1.1',
      'fe80::1',
      'fd00::1',
      '::',
      '2002:a00::1',
      '224.0.0.1',
      'x',
    ])
      assert.equal(isPrivate(address), true, address);
  });
});
