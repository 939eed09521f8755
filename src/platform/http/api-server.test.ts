import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { ok, refuse } from '#kernel';
import { actorOf } from '../database/tx.ts';
import { operation } from '../doors/operation.ts';
import { apiServer } from './api-server.ts';
import { createRateLimiter } from './rate-limit.ts';

const refused = { kind: 'unauthenticated', code: 'TOKEN_REFUSED', message: 'Das Token gilt nicht.' } as const;
const machine = {
  kind: 'maschine' as const,
  actor: actorOf('maschine', 'a'),
  tenant: null,
  permissions: new Set(['read']),
};

const shared = { capability: 'test.thing', summary: 'Ding', response: z.unknown() };
const operations = [
  operation({
    ...shared,
    method: 'get',
    path: '/dinge/{id}',
    access: 'public',
    params: z.object({ id: z.string().max(20) }),
    query: z.object({ datum: z.iso.date().optional() }),
    handle: async ({ params, query }) =>
      params.id === 'weg'
        ? refuse({
            kind: 'not-found',
            code: 'THING_UNKNOWN',
            message: 'Gibt es nicht.',
            suggestions: [{ key: 'da', label: 'Da' }],
          })
        : ok({ id: params.id, ...query }),
  }),
  operation({
    ...shared,
    method: 'post',
    path: '/dinge',
    access: { permission: 'write' },
    body: z.object({ name: z.string() }),
    status: 201,
    handle: async ({ body }) => ok(body),
  }),
  operation({
    ...shared,
    method: 'post',
    path: '/notizen',
    access: 'public',
    body: z.object({ text: z.string() }),
    status: 201,
    handle: async ({ body }) => ok(body),
  }),
  operation({
    ...shared,
    method: 'get',
    path: '/eigenes',
    access: 'signed-in',
    handle: async ({ principal }) => ok({ actor: principal?.actor }),
  }),
  operation({
    ...shared,
    method: 'delete',
    path: '/dinge/{id}',
    access: 'signed-in',
    status: 204,
    handle: async () => ok(null),
  }),
];

function api(perMinute = 100) {
  const still = () => 0;
  return apiServer(operations, {
    origin: 'https://api.leitwerk.example',
    version: '1',
    identify: async (token) => (token === 'good' ? ok(machine) : refuse(refused)),
    clientAddressOf: (context) => context.req.header('x-test-address') ?? '127.0.0.1',
    limitAnonymous: createRateLimiter(perMinute, still),
    limitToken: createRateLimiter(perMinute, still),
  });
}

const bearer = { authorization: 'Bearer good' };

/** Asserts that the answer is a problem document, and gives its members. */
async function problemOf(answer: Response, status: number, code: string) {
  assert.equal(answer.status, status);
  assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  const problem = z.record(z.string(), z.unknown()).parse(await answer.json());
  assert.equal(problem.status, status);
  assert.equal(problem.code, code);
  assert.equal(problem.type, `urn:leitwerk:problem:${code.toLowerCase()}`);
  assert.match(String(problem.detail), /\.$/);
  return problem;
}

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  api().request(`/api/v1${path}`, { method: 'POST', body, headers });

test('public data need no token and answer JSON', async () => {
  const answer = await api().request('/api/v1/dinge/L%C3%BCbbecke?datum=2026-11-21');
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
  assert.deepEqual(await answer.json(), { id: 'Lübbecke', datum: '2026-11-21' });
});

test('an unknown thing is a 404 problem with the near ones', async () => {
  const problem = await problemOf(await api().request('/api/v1/dinge/weg'), 404, 'THING_UNKNOWN');
  assert.deepEqual(problem.suggestions, [{ key: 'da', label: 'Da' }]);
});

test('an unknown or doubled parameter is a 422 problem that names it', async () => {
  for (const [query, field] of [
    ['date=2026-11-21', 'query.date'],
    ['datum=2026-11-21&datum=2026-11-22', 'query.datum'],
    ['datum=gestern', 'query.datum'],
  ]) {
    const problem = await problemOf(await api().request(`/api/v1/dinge/a?${query}`), 422, 'INPUT_INVALID');
    assert.match(JSON.stringify(problem.fields), new RegExp(`"${field}"`));
  }
});

test('without a token a closed operation answers 401 and says how to authenticate', async () => {
  for (const headers of [{}, { authorization: 'Basic Z29vZA==' }, { authorization: 'Bearer' }]) {
    const answer = await api().request('/api/v1/eigenes', { headers });
    assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
    await problemOf(answer, 401, 'TOKEN_REQUIRED');
  }
});

test('a token that does not count answers 401 everywhere, on public operations too', async () => {
  for (const path of ['/eigenes', '/dinge/a']) {
    const answer = await api().request(`/api/v1${path}`, { headers: { authorization: 'Bearer bad' } });
    assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
    await problemOf(answer, 401, 'TOKEN_REFUSED');
  }
});

test('a session’s cookie opens nothing', async () => {
  const answer = await api().request('/api/v1/eigenes', { headers: { cookie: '__Host-lw-id-session=good' } });
  await problemOf(answer, 401, 'TOKEN_REQUIRED');
});

test('a token without the permission answers 403, before its body is read', async () => {
  await problemOf(await post('/dinge', 'no json', bearer), 403, 'PERMISSION_MISSING');
});

test('a good token acts as its machine', async () => {
  const answer = await api().request('/api/v1/eigenes', { headers: { authorization: 'bearer good' } });
  assert.deepEqual(await answer.json(), { actor: 'maschine:a' });
  const gone = await api().request('/api/v1/dinge/a', { method: 'DELETE', headers: bearer });
  assert.deepEqual([gone.status, await gone.text()], [204, '']);
});

test('a body that is no JSON, or none, is a 422 problem', async () => {
  for (const body of ['', 'name=x', '{"text": ', '{"text": "a"} x'])
    await problemOf(await post('/notizen', body), 422, 'BODY_NOT_JSON');
});

test('JSON of another shape is a 422 problem that names the field', async () => {
  for (const body of ['null', '[]', '"text"', '{}', '{"text": 7}'])
    await problemOf(await post('/notizen', body), 422, 'INPUT_INVALID');
});

test('a body over 1 MB is a 413 problem', async () => {
  await problemOf(
    await post('/notizen', JSON.stringify({ text: 'x'.repeat(1_000_000) })),
    413,
    'BODY_TOO_LARGE',
  );
});

test('an unknown operation, and an unknown method on a known one, is a 404 problem', async () => {
  await problemOf(await api().request('/api/v1/unbekannt'), 404, 'OPERATION_UNKNOWN');
  await problemOf(await api().request('/api/v1'), 404, 'OPERATION_UNKNOWN');
  await problemOf(await api().request('/api/v1/eigenes', { method: 'PUT' }), 404, 'OPERATION_UNKNOWN');
});

test('too many requests answer 429 with the seconds to wait, by address and by token', async () => {
  const app = api(2);
  const ask = (headers: Record<string, string>) => app.request('/api/v1/dinge/a', { headers });
  for (const headers of [{ 'x-test-address': '10.0.0.1' }, { 'x-test-address': '10.0.0.2' }, bearer]) {
    for (let i = 0; i < 2; i += 1) assert.equal((await ask(headers)).status, 200);
    const answer = await ask(headers);
    assert.equal(answer.headers.get('retry-after'), '30');
    await problemOf(answer, 429, 'TOO_MANY_REQUESTS');
  }
});

const guess = (i: number) => ({ authorization: `Bearer lwt_${String(i).padStart(8, '0')}_guess` });

test('guessing tokens is limited by the address that guesses', async () => {
  const app = api(2);
  const statuses: number[] = [];
  for (let i = 0; i < 4; i += 1) {
    statuses.push((await app.request('/api/v1/eigenes', { headers: guess(i) })).status);
  }
  assert.deepEqual(statuses, [401, 401, 429, 429]);
  // Even a right guess is not heard any more.
  assert.equal((await app.request('/api/v1/eigenes', { headers: bearer })).status, 429);
  const elsewhere = { ...bearer, 'x-test-address': '10.0.0.9' };
  assert.equal((await app.request('/api/v1/eigenes', { headers: elsewhere })).status, 200);
});

test('guesses that begin like a good token do not spend what it may', async () => {
  const app = api(2);
  for (let i = 0; i < 4; i += 1) {
    const headers = { authorization: `Bearer goo${i}`, 'x-test-address': '10.0.0.1' };
    await app.request('/api/v1/eigenes', { headers });
  }
  assert.equal((await app.request('/api/v1/eigenes', { headers: bearer })).status, 200);
});

test('calls with a good token do not spend what its address may ask without', async () => {
  const app = api(2);
  for (let i = 0; i < 3; i += 1) await app.request('/api/v1/eigenes', { headers: bearer });
  assert.equal((await app.request('/api/v1/dinge/a')).status, 200);
});

test('the OpenAPI document describes each operation, and needs no token', async () => {
  const answer = await api().request('/api/v1/openapi.json');
  const document = z
    .object({ openapi: z.string(), paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(await answer.json());
  assert.match(document.openapi, /^3\.1/);
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  assert.deepEqual(described.toSorted(), operations.map((o) => `${o.method} ${o.path}`).toSorted());
});
