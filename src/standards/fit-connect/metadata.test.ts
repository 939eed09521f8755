import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { localDate } from '#kernel';
import { sharedFolder } from '../../../test/support/shared-folder.ts';
import { announcedAttachments, buildMetadata, type MetadataFacts, parseMetadata } from './metadata.ts';
import { accepts } from './testing/schema-verdict.ts';
import vectors from './vectors/metadata.json' with { type: 'json' };

const facts: MetadataFacts = {
  data: {
    sha512: 'ab'.repeat(64),
    schemaUri: 'urn:leitwerk:formular:hund-anmelden:1',
    mimeType: 'application/json',
  },
  attachments: [
    {
      id: '6cd0e7bb-c862-46f4-b65b-aa5ec1a73cca',
      sha512: '01'.repeat(64),
      purpose: 'attachment',
      mimeType: 'application/pdf',
      fileName: 'Haftpflicht.pdf',
      description: undefined,
    },
  ],
  applicationDate: localDate('2026-11-21'),
  senderReference: 'LEM-2026-000001',
  author: { name: 'Portal', product: { name: 'Leitwerk', version: '0.1.0', manufacturer: 'Leitwerk' } },
};

test('metadata that we build is read back with the same facts', () => {
  const parsed = parseMetadata(JSON.stringify(buildMetadata(facts)));
  assert.ok(parsed.ok);
  assert.deepEqual(announcedAttachments(parsed.value), facts.attachments);
  assert.equal(parsed.value.contentStructure.data.hash.content, facts.data.sha512);
  assert.equal(parsed.value.additionalReferenceInfo?.applicationDate, '2026-11-21');
});

test('metadata with a missing or wrong detail is refused, and the refusal names the place', () => {
  for (const { name, path, value } of vectors.broken) {
    const parsed = parseMetadata(JSON.stringify(changed(vectors.full, path, value)));
    assert.equal(parsed.ok ? 'read' : parsed.refusal.code, 'METADATA_INVALID', name);
  }
  for (const { name, path, value } of vectors.tolerated)
    assert.ok(parseMetadata(JSON.stringify(changed(vectors.full, path, value))).ok, name);
  const noJson = parseMetadata('kein JSON');
  assert.ok(!noJson.ok && (noJson.refusal.fields?.length ?? 0) > 0);
});

test('facts that make no valid metadata are a fault, not metadata', () => {
  assert.throws(() => buildMetadata({ ...facts, data: { ...facts.data, sha512: 'kurz' } }));
});

test('the published schema accepts what we build and agrees with our verdict on every vector', (t) => {
  const folder = sharedFolder(t);
  if (!folder) return;
  const file = join(folder, 'samples/fit-connect/metadata-2.1.0.schema.json');
  const schema = JSON.parse(readFileSync(file, 'utf8'));
  const inForm = (value: unknown) => accepts(schema, JSON.parse(JSON.stringify(value)));
  assert.ok(inForm(buildMetadata(facts)));
  assert.ok(inForm(buildMetadata({ data: facts.data, attachments: [] })));
  assert.ok(inForm(vectors.full));
  for (const { name, path, value } of vectors.tolerated)
    assert.ok(inForm(changed(vectors.full, path, value)), name);
  // A format (uuid, e-mail) is only an annotation in the published schema; we check it.
  for (const { name, path, value, ...rest } of vectors.broken)
    assert.equal(inForm(changed(vectors.full, path, value)), 'formatOnly' in rest, name);
});

test('every detail that the published schema requires is missed by us too', (t) => {
  const folder = sharedFolder(t);
  if (!folder) return;
  const file = join(folder, 'samples/fit-connect/metadata-2.1.0.schema.json');
  const schema = JSON.parse(readFileSync(file, 'utf8'));
  let required = 0;
  for (const path of pathsOf(vectors.full)) {
    const without = changed(vectors.full, path, undefined);
    if (accepts(schema, JSON.parse(JSON.stringify(without)))) continue;
    required += 1;
    assert.equal(parseMetadata(JSON.stringify(without)).ok, false, path);
  }
  assert.ok(required >= 30, `only ${required} required details were tried`);
});

/** A copy with the value at `path` (`a.b.0.c`) replaced, or removed where `value` is not given. */
function changed(document: unknown, path: string, value: unknown): unknown {
  const copy = structuredClone(document);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at = copy as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

function pathsOf(value: unknown, prefix = ''): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const first = Array.isArray(value) ? value[0] : undefined;
    return typeof first === 'object' ? pathsOf(first, `${prefix}.0`) : [];
  }
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = prefix ? `${prefix}.${key}` : key;
    return [path, ...pathsOf(inner, path)];
  });
}
