import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { jsonSchemas } from './json-schemas.ts';

it('the published JSON Schemas are those of the program (scripts/write-form-schemas.ts writes them)', () => {
  const folder = new URL('../../../data/schemas/', import.meta.url);
  for (const [name, text] of jsonSchemas())
    assert.equal(readFileSync(new URL(name, folder), 'utf8'), text, name);
});
