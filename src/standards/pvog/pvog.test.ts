import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { arsHierarchy, readArs } from './ars.ts';
import { suchdienstEndpunkte } from './endpunkte.ts';
import { textmodulName } from './textmodule.ts';

describe('The Suchdienst of the PVOG', () => {
  test('has twelve paths, each once, and nearly as many versions', () => {
    const addresses = suchdienstEndpunkte.map(({ version, path }) => `/${version}${path}`);
    assert.equal(new Set(addresses).size, 12);
    assert.equal(new Set(suchdienstEndpunkte.map(({ name }) => name)).size, 12);
    assert.ok(addresses.includes('/v8beta1/servicedescriptions'));
    assert.ok(addresses.includes('/v1/relations/jzufi-2-3'));
  });

  test('climbs from the Gemeinde over Kreis and Land to the Bund', () => {
    const lemgo = arsHierarchy('057660044044');
    const levels = ['057660044044', '057660000000', '050000000000', '000000000000'];
    assert.deepEqual(
      lemgo.filter((ars) => levels.includes(ars)),
      levels,
    );
    assert.deepEqual(arsHierarchy('000000000000'), ['000000000000']);
  });

  test('each key of a hierarchy is twelve digits, stands once and holds those before it', () => {
    const anyArs = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(anyArs, (digits) => {
        const ars = digits.join('');
        const keys = arsHierarchy(ars);
        assert.equal(keys[0], ars);
        assert.equal(keys.at(-1), '000000000000');
        assert.equal(new Set(keys).size, keys.length);
        for (const key of keys) assert.match(key, /^\d{12}$/);
        assert.deepEqual(arsHierarchy(keys[1] ?? ars).slice(1), keys.slice(2));
      }),
    );
  });

  test('a beginning is filled with zeros; an AGS, letters and what is too long are no key', () => {
    assert.equal(readArs('05'), '050000000000');
    assert.equal(readArs('05766'), '057660000000');
    for (const wrong of ['', '5', '05766044', 'abc', '0'.repeat(13), '05766 044044', '-5', '٠٥'])
      assert.equal(readArs(wrong), null, wrong);
  });

  test('names a text module, and one without a known name by its code', () => {
    assert.equal(textmodulName('98'), 'Kosten');
    assert.equal(textmodulName('77'), 'Textmodul 77');
  });
});
