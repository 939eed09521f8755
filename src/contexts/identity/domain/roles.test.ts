import assert from 'node:assert/strict';
import { test } from 'node:test';
import { organisationKinds } from './organisation.ts';
import { isPermission } from './permissions.ts';
import { managesMembers, needsSecondFactor, parseRoles, permissionsOf, rolesOf } from './roles.ts';

test('every role that reads personal data or holds secrets needs a second factor', () => {
  for (const kind of organisationKinds) {
    for (const role of rolesOf(kind)) {
      const held = permissionsOf([role]);
      const reads = [
        'members.read',
        'tokens.manage',
        'audit.read',
        'audit.installation',
        'backup.run',
        'inbox.read',
        'delivery.zustellpunkt.manage',
      ];
      const sensitive = [...held].some((permission) => reads.includes(permission));
      assert.equal(needsSecondFactor([role]), sensitive, role);
      assert.ok([...held].every(isPermission));
    }
  }
});

test('every kind of organisation has a role that manages members', () => {
  for (const kind of organisationKinds) assert.ok(managesMembers(rolesOf(kind)), kind);
});

test('a role of another kind of organisation is unknown', () => {
  assert.deepEqual(parseRoles('kommune', ['koordination', 'ozg-leitung', 'koordination']), {
    roles: ['koordination'],
    unknown: ['ozg-leitung'],
  });
});
