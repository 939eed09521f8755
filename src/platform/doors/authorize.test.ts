import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actorOf } from '../database/tx.ts';
import { denialOf } from './authorize.ts';
import type { Access, Principal } from './principal.ts';

const member = (...permissions: string[]): Principal => ({
  kind: 'mitglied',
  actor: actorOf('mitglied', 'a'),
  tenant: null,
  permissions: new Set(permissions),
});

const manage: Access = { permission: 'identity.manage' };
const cases: readonly (readonly [string, Access, Principal | null, string | null])[] = [
  ['everybody passes a public door', 'public', null, null],
  ['a stranger is asked to sign in', 'signed-in', null, 'unauthenticated'],
  ['a stranger is asked to sign in before any right is named', manage, null, 'unauthenticated'],
  ['whoever is signed in passes', 'signed-in', member(), null],
  ['whoever has the permission passes', manage, member('identity.manage'), null],
  ['another permission does not do', manage, member('identity.read', 'identity'), 'forbidden'],
  ['no permission does not do', manage, member(), 'forbidden'],
];

for (const [what, access, principal, kind] of cases) {
  test(what, () => assert.equal(denialOf(access, principal)?.kind ?? null, kind));
}
