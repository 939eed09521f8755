import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { shippedCatalogue } from '../../catalogue/testing/shipped-catalogue.ts';
import { shippedTerritory } from '../../territory/testing/shipped-territory.ts';
import { placesOfWorld } from './place-reader.ts';

const data = join(import.meta.dirname, '../../../../data');

test('all places are the same, whether the rest of the country is imported or read as it is shipped', async () => {
  const catalogue = await shippedCatalogue();
  const read = placesOfWorld(data);
  const shipped = read(await shippedTerritory('nrw'), catalogue);
  const imported = read(await shippedTerritory('nrw', 'uebriges-deutschland'), catalogue);
  const rowsOf = (index: typeof shipped) => index.rows.toSorted((a, b) => (a.ags < b.ags ? -1 : 1));
  assert.equal(imported.rows.length, 10_800);
  assert.deepEqual(rowsOf(imported), rowsOf(shipped));
});
