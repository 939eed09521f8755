import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { must, refused } from '../../testing/build.ts';
import type { ParameterDefinitions } from '../definition/parameter-schema.ts';
import { parseParameters } from './parse-parameters.ts';

const about = { label: 'x', filledBy: 'kommune' } as const;
const definitions: ParameterDefinitions = {
  titel: { type: 'text', ...about },
  adresse: { type: 'url', ...about, optional: true },
  zahl: { type: 'integer', ...about, min: 1, max: 9, optional: true },
  gebuehr: { type: 'money', ...about },
  staffel: {
    type: 'table',
    ...about,
    maxRows: 3,
    columns: {
      ab: { type: 'integer', label: 'ab' },
      bis: { type: 'integer', label: 'bis', optional: true },
      betrag: { type: 'money', label: 'Betrag' },
    },
  },
};
const values = { titel: 'Satzung', gebuehr: 2500, staffel: [{ ab: 1, betrag: 1000 }] };

describe('a Kommune’s values', () => {
  it('are read with their types', () => {
    const read = must(parseParameters(definitions, values));
    assert.equal(read.single.gebuehr, 2500);
    assert.equal(read.tables.staffel?.[0]?.betrag, 1000);
    assert.equal(read.tables.staffel?.[0]?.bis, undefined);
  });

  const wrong: readonly (readonly [string, unknown, string])[] = [
    ['a missing value', { ...values, titel: undefined }, 'titel'],
    ['an address without https', { ...values, adresse: 'javascript:alert(1)' }, 'adresse'],
    ['a fraction of a cent', { ...values, gebuehr: 25.5 }, 'gebuehr'],
    ['a negative amount', { ...values, gebuehr: -1 }, 'gebuehr'],
    ['a number out of its bounds', { ...values, zahl: 10 }, 'zahl'],
    ['a table without rows', { ...values, staffel: [] }, 'staffel'],
    [
      'too many rows',
      { ...values, staffel: Array.from({ length: 4 }, () => ({ ab: 1, betrag: 1 })) },
      'staffel',
    ],
    [
      'a wrong cell',
      {
        ...values,
        staffel: [
          { ab: 1, betrag: 1 },
          { ab: 'x', betrag: 1 },
        ],
      },
      'staffel[1].ab',
    ],
    ['an unknown column', { ...values, staffel: [{ ab: 1, betrag: 1, farbe: 'rot' }] }, 'staffel[0].farbe'],
    ['an unknown value', { ...values, fremd: 1 }, 'fremd'],
    ['no object', [], '(Anfang)'],
  ];
  for (const [name, json, place] of wrong) {
    it(`are refused with the place of ${name}`, () => {
      const { code, fields = [] } = refused(parseParameters(definitions, JSON.parse(JSON.stringify(json))));
      assert.equal(code, 'FORM_PARAMETERS_INVALID');
      assert.ok(
        fields.some(({ field }) => field === place),
        JSON.stringify(fields),
      );
    });
  }
});
