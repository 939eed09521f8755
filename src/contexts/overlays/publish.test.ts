import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { type Onlinedienst, parseOnlinedienst } from '#forms/onlinedienst';
import { clockFrom } from '#kernel';
import { actorOf, type Principal, parseTenantId } from '#platform';
import { type TestDatabase, testDatabase } from '../../platform/testing/test-database.ts';
import { must, refused, shippedDienst } from '../forms/testing/build.ts';
import { hundValues } from '../forms/testing/kommune-values.ts';
import type { OverlaysDeps } from './deps.ts';
import { createEffectives } from './layer/effective.ts';
import { publishOverlay, publishTransition } from './use-cases/publish.ts';
import { readDifference } from './use-cases/read-difference.ts';
import { readEffective } from './use-cases/read-effective.ts';
import { overlaysOperations } from './web/operations.ts';

function tenantId() {
  const tenant = parseTenantId(randomUUID());
  assert.ok(tenant);
  return tenant;
}

const provider = tenantId();
const principal = (tenant: typeof provider): Principal => ({
  kind: 'mitglied',
  actor: actorOf('system', 'test'),
  tenant,
  permissions: new Set(['workshop.author', 'workshop.publish']),
});

const open = [{ path: 'formular.pages.*.lead', levels: ['land'], change: ['set'] }];
const overlay = {
  format: 'leitwerk/overlay@1',
  dienst: 'hund-anmelden',
  level: 'land',
  gebiet: '05',
  name: 'Land NRW',
  version: 1,
  basis: { from: 1 },
  changes: [{ do: 'set', path: 'formular.pages.person.lead', value: 'Das Land fragt.' }],
};
const transition = {
  format: 'leitwerk/uebergang@1',
  dienst: 'hund-anmelden',
  from: 2,
  to: 3,
  policy: 'move',
  rules: [],
};

describe('Layers and transitions that are published', () => {
  let t: TestDatabase;
  let deps: OverlaysDeps;
  before(async () => {
    t = await testDatabase();
    const shipped = await shippedDienst('hund-anmelden');
    const formular = JSON.stringify(shipped.form.definition);
    const older = must(parseOnlinedienst(JSON.stringify({ ...shipped.definition, open }), formular));
    const changed = formular.replaceAll('"id":"police"', '"id":"policeNummer"');
    const newer: Onlinedienst = must(
      parseOnlinedienst(JSON.stringify({ ...shipped.definition, open, version: 3 }), changed),
    );
    deps = {
      db: t.db,
      clock: clockFrom(() => new Date('2026-11-22T08:00:00Z')),
      effectives: createEffectives(),
      dienste: async () => [newer],
      versionOf: async (_, version) => (version === 2 ? older : null),
      versionsOf: async () => [2, 3],
      kommuneOf: async (_, kommune) =>
        kommune === 'Lemgo' ? { ags: '05766044', name: 'Lemgo', values: hundValues } : null,
      kommunenOf: async () => [{ ags: '05766044', name: 'Lemgo' }],
      ownerOf: async (asking) => (asking?.tenant === provider ? provider : null),
      draftShapes: async () => [{ version: 2, fields: ['police'], rows: {}, page: 'haftpflicht' }],
    };
  });
  after(() => t[Symbol.asyncDispose]());

  it('count for the Kommunen below, are never changed, and come from whoever offers the service', async () => {
    assert.equal(
      refused(await publishOverlay(deps, principal(tenantId()), overlay)).code,
      'OVERLAY_NOT_OWNER',
    );
    const closed = { ...overlay, changes: [{ do: 'set', path: 'formular.pages.person.title', value: 'X' }] };
    assert.equal(refused(await publishOverlay(deps, principal(provider), closed)).code, 'OVERLAY_NOT_OPEN');
    must(await publishOverlay(deps, principal(provider), overlay));
    assert.equal(
      refused(await publishOverlay(deps, principal(provider), overlay)).code,
      'OVERLAY_VERSION_TAKEN',
    );
    must(
      await publishOverlay(deps, principal(provider), {
        ...overlay,
        version: 2,
        changes: [{ ...overlay.changes[0], value: 'Neu.' }],
      }),
    );
    const { effective, overlays } = must(await readEffective(deps, 'hund-anmelden', 'Lemgo'));
    assert.equal(effective.dienst.form.definition.pages.find(({ id }) => id === 'person')?.lead, 'Neu.');
    assert.deepEqual(
      overlays.map(({ version }) => version),
      [2],
    );
    assert.equal(
      refused(await readEffective(deps, 'hund-anmelden', 'Detmold')).code,
      'OVERLAY_KOMMUNE_UNKNOWN',
    );
    assert.equal(refused(await readEffective(deps, 'mond', null)).code, 'OVERLAY_DIENST_UNKNOWN');
  });

  it('leave no answer without a rule, and no cut-off without its norm', async () => {
    const own = principal(provider);
    const open = refused(await publishTransition(deps, own, transition));
    assert.deepEqual([open.code, open.fields?.[0]?.field], ['TRANSITION_UNCOVERED', 'police']);
    assert.equal(
      refused(await publishTransition(deps, own, { ...transition, cutoff: '2027-01-01' })).code,
      'TRANSITION_INVALID',
    );
    assert.equal(
      refused(await publishTransition(deps, own, { ...transition, to: 4 })).code,
      'TRANSITION_INVALID',
    );
    const rules = [{ do: 'rename', from: 'police', to: 'policeNummer' }];
    must(await publishTransition(deps, own, { ...transition, rules }));
    const difference = must(await readDifference(deps, 'hund-anmelden', { from: null, to: null }));
    assert.deepEqual([difference.from, difference.to, difference.uncovered], [2, 3, []]);
    assert.deepEqual(
      [difference.dryRun.drafts, difference.dryRun.mapped, difference.dryRun.losing],
      [1, 1, 0],
    );
    assert.equal(
      refused(await readDifference(deps, 'hund-anmelden', { from: 1, to: 3 })).code,
      'OVERLAY_VERSION_UNKNOWN',
    );
  });

  it('are told by the API as their schemas say', async () => {
    for (const { method, path, invoke, schemas } of overlaysOperations(deps)) {
      if (method !== 'get') continue;
      const query = path.endsWith('wirksam') ? { kommune: 'Lemgo' } : {};
      const answer = must(
        await invoke({
          params: { dienst: 'hund-anmelden' },
          query,
          body: undefined,
          principal: principal(provider),
          clientAddress: '',
        }),
      );
      assert.deepEqual(schemas.response.safeParse(answer).error?.issues ?? [], []);
    }
  });
});
