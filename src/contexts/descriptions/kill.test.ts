import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { loadCatalogueData } from '#catalogue';
import { actorOf } from '#platform';
import { loadTerritoryData } from '#territory';
import { installJobQueue } from '../../platform/jobs/install-job-queue.ts';
import { startScript } from '../../platform/testing/temp-installation.ts';
import { patienceMs } from '../../platform/testing/until.ts';
import type { Einlesung } from './domain/einlesung.ts';
import { begin, descriptionsWorld } from './testing/descriptions-world.ts';
import { feedOf, sampleLeistung } from './testing/sample-feed.ts';
import { findReading } from './use-cases/read-readings.ts';

const script = new URL('./testing/feed-worker.ts', import.meta.url).pathname;
const data = new URL('../../../data', import.meta.url).pathname;

test('a worker is killed while it reads a feed; the next one goes on where it was, and nothing is twice or missing', async () => {
  await using w = await descriptionsWorld();
  await installJobQueue(w.t.ownerUrl);
  const system = actorOf('system', 'test');
  for (const load of [loadCatalogueData, loadTerritoryData])
    assert.ok((await load(w.deps.db, system, data)).ok);
  const objekte = 12_000;
  const feed = feedOf({
    schreibe: Array.from({ length: objekte }, (_, index) => sampleLeistung({ id: `K.${index}` })),
  });
  const { nummer } = await begin(w.deps, w.provider, feed);
  const until = async (there: (einlesung: Einlesung) => boolean) => {
    for (const end = Date.now() + patienceMs; Date.now() < end; await delay(10)) {
      const found = await findReading(w.deps, nummer);
      if (found.ok && there(found.value)) return found.value;
    }
    throw new Error('it did not come so far');
  };
  const runUntil = async (there: (einlesung: Einlesung) => boolean) => {
    const worker = startScript(script, [w.t.urls.app, w.t.urls.relay, w.folder]);
    try {
      return await until(there).catch((error) => assert.fail(`${error} ${worker.output()}`));
    } finally {
      worker.child.kill('SIGKILL');
      await worker.ended;
    }
  };
  const stopped = await runUntil(({ gelesen }) => gelesen > 0);
  assert.equal(stopped.zustand, 'liest');
  const { bilanz, gelesen } = await runUntil(({ zustand }) => zustand === 'geprueft');
  assert.deepEqual([gelesen, bilanz?.neu], [objekte, objekte]);
  const { rows } = await w.t.superuser.query(
    'select count(*)::int as n, count(distinct id)::int as ids, max(nr) as letzte from descriptions.objekt where einlesung = $1',
    [nummer],
  );
  assert.deepEqual(rows, [{ n: objekte, ids: objekte, letzte: objekte }]);
});
