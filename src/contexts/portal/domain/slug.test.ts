import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slugsOf } from './slug.ts';

test('the address of a site is the plain name of the Kommune, and with its key where that is taken', () => {
  assert.deepEqual(slugsOf('Lemgo', '05766044'), ['lemgo', 'lemgo-05766044']);
  assert.deepEqual(slugsOf('Stadt Köln', '05315000')[0], 'koeln');
  assert.deepEqual(slugsOf('Kreis Lippe', '05766')[0], 'kreis-lippe');
  assert.deepEqual(slugsOf('Porta Westfalica', '05770028')[0], 'porta-westfalica');
});

test('hosts of the installation and names without letters never become the address of a Kommune', () => {
  for (const name of ['Verwaltung', 'API', 'www', 'Stadt Portal', '***', '123'])
    assert.match(slugsOf(name, '05766044').join(), /^[a-z][a-z0-9-]*-05766044$/);
});
