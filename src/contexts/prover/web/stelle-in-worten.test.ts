import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stelleInWorten } from './stelle-in-worten.ts';

test('a place of the file is said as people count', () => {
  assert.equal(stelleInWorten('pages[2].fields[0].condition'), 'Seite 3, Frage 1, Bedingung');
  assert.equal(
    stelleInWorten('fee.lines[0].amount: param.gebuehr > pages'),
    'Gebühr, Posten 1, Betrag: param.gebuehr > pages',
  );
  assert.equal(stelleInWorten('Grunddefinition'), 'Grunddefinition');
});
