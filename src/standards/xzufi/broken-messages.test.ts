import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testBroken } from '../xml-text/testing/broken-documents.ts';
import { readAll, vector } from './testing/read-all.ts';
import mutations from './vectors/kaputte-nachrichten.json' with { type: 'json' };

const good = vector('gute-nachricht.xml');

test('the message that the broken ones are made of is read to its end', async () => {
  const read = await readAll(good);
  assert.ok(read.ok, JSON.stringify(read));
  assert.deepEqual(
    read.value.map(({ ereignis }) => ereignis),
    ['kopf', 'rahmen', 'rahmen', 'rahmen', 'schreibe', 'schreibe', 'schreibe', 'schreibe', 'loesche', 'ende'],
  );
});

testBroken(good, mutations, readAll);
