import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import pg from 'pg';
import { createLogger, hostsOf } from '#platform';
import { faultPage } from './fault-page.ts';
import { webApp } from './web-app.ts';

/** A web application all of whose sites fail with the same error. */
function failing(error: Error): Hono {
  const site = () =>
    new Hono().get('*', () => {
      throw error;
    });
  return webApp({
    sites: { root: site(), staff: site(), api: site(), suche: site() },
    portal: async () => site(),
    hosts: hostsOf(new URL('http://localhost:8080')),
    https: false,
    noindex: true,
    logger: createLogger('silent', 'test'),
    observe: () => {},
    faultPage: faultPage(true),
  });
}

/** As PostgreSQL's client says it: while a statement runs, and at the rollback that follows. */
const lost = [
  'Connection terminated unexpectedly',
  'Client has encountered a connection error and is not queryable',
];

for (const host of ['verwaltung.localhost:8080', 'lemgo.localhost:8080', 'localhost:8080'])
  test(`on ${host} a lost database is told in a page of ours, and to a program as a problem`, async () => {
    for (const message of lost) {
      const app = failing(new Error(message));
      const page = await app.request('/', { headers: { host, accept: 'text/html' } });
      assert.equal(page.status, 503);
      assert.match(await page.text(), /Die Datenbank antwortet gerade nicht/);
      const problem = await app.request('/', { headers: { host } });
      assert.equal(problem.headers.get('content-type'), 'application/problem+json');
      assert.match(await problem.text(), /DATABASE_UNAVAILABLE/);
    }
  });

test('a sign that cannot be stored is a mistake of whoever typed it, told as one, and no fault of ours', async () => {
  const error = Object.assign(new pg.DatabaseError('unsupported Unicode escape sequence', 0, 'error'), {
    code: '22P05',
  });
  const app = failing(error);
  const page = await app.request('/', { headers: { host: 'localhost:8080', accept: 'text/html' } });
  assert.equal(page.status, 422);
  const text = await page.text();
  assert.match(text, /unsichtbares Zeichen/);
  assert.match(text, /Nichts wurde geändert/);
  const problem = await app.request('/', { headers: { host: 'localhost:8080' } });
  assert.equal(problem.status, 422);
  assert.match(await problem.text(), /TEXT_IMPOSSIBLE/);
});
