import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PageRequest, PageRoute } from '#platform';
import { withoutSessions } from './without-sessions.ts';

const page: PageRoute = {
  capability: 'x',
  method: 'GET',
  path: '/',
  access: 'public',
  handle: async () => ({ kind: 'redirect', to: '/da' }),
};

test('on plain http nobody can sign in, and the page says how to get https', async () => {
  const routes = withoutSessions(
    ['/anmelden', '/anmelden/code', '/einladung', '/katalog'].map((path) => ({ ...page, path })),
  );
  const answers = await Promise.all(routes.map((route) => route.handle({} as PageRequest)));
  assert.deepEqual(
    answers.map((answer) => (answer.kind === 'refusal' ? answer.refusal.code : answer.kind)),
    ['HTTPS_REQUIRED', 'HTTPS_REQUIRED', 'HTTPS_REQUIRED', 'redirect'],
  );
});
