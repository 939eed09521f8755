import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import type { PageRequest } from '#platform';
import { texte } from './dateien-felder.ts';

const now = { dienst: { name: 'a' }, formular: { pages: [] }, testfaelle: { faelle: [] } };

function sent(text: string, scanned: 'infected' | null = null): Pick<PageRequest, 'uploads'> {
  const bytes = Buffer.from(text);
  const upload = { fileName: 'mein.json', bytes: bytes.length, scanned, open: () => Readable.from([bytes]) };
  return { uploads: new Map([['formular', [upload]]]) };
}

test('a file that was sent takes the place of its document, the others stay', async () => {
  const read = await texte(sent('{"pages":[1]}'), now);
  assert.deepEqual(read.ok && read.value, { ...now, formular: { pages: [1] } });
  const kept = await texte({ uploads: new Map() }, now);
  assert.deepEqual(kept.ok && kept.value, now);
});

test('a file in which malware was found is named and not read', async () => {
  const read = await texte(sent('{"pages":[1]}', 'infected'), now);
  assert.ok(!read.ok);
  assert.equal(read.refusal.fields?.[0]?.field, 'formular.json');
  assert.match(read.refusal.message, /mein\.json“ wurde Schadsoftware gefunden/);
});
