import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { shippedTerritory } from '../../territory/testing/shipped-territory.ts';
import { readPlaces } from './place-reader.ts';

const data = join(import.meta.dirname, '../../../../data');

test('all places are the same, whether the rest of the country is imported or read as it is shipped', async () => {
  const shipped = await readPlaces(data, await shippedTerritory('nrw'));
  const imported = await readPlaces(data, await shippedTerritory('nrw', 'uebriges-deutschland'));
  const rowsOf = (index: typeof shipped) => index.rows.toSorted((a, b) => (a.ags < b.ags ? -1 : 1));
  assert.equal(imported.rows.length, 10_800);
  assert.deepEqual(rowsOf(imported), rowsOf(shipped));
});
