import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actorOf, denialOf, type PageRoute, type Principal } from '#platform';
import { askerOf, pageOf } from '../../../test/support/page-request.ts';
import { refusalPage } from './refusal-page.ts';

test('whoever lacks a permission reads what it allows, not its name', async () => {
  const access = { permission: 'connection.secrets' } as const;
  const actor = actorOf('mitglied', '1');
  const someone: Principal = { kind: 'mitglied', actor, tenant: null, permissions: new Set() };
  const denied = denialOf(access, someone);
  assert.ok(denied);
  const route: PageRoute = {
    capability: 'connection.secrets',
    method: 'GET',
    path: '/zugangsdaten',
    access,
    handle: async (request) => ({ kind: 'page', content: refusalPage(denied, request) }),
  };
  const { html } = await pageOf(await askerOf([route]).get('/zugangsdaten', someone));
  assert.match(html, /das Recht „Zugangsdaten für Anbindungen hinterlegen“/);
  assert.doesNotMatch(html, /connection\.secrets/);
});
