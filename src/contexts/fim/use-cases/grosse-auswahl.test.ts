import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeXdatenfelder } from '#standards/xdatenfelder';
import { feldXml, gelesen, gruppeXml, schemaText, werteXml } from '../testing/samples.ts';
import { uebernehme } from './uebernehmen.ts';

const many = Array.from({ length: 100_000 }, (_, index) => [`c${index}`, `Eintrag ${index}`] as const);
const felder = [
  feldXml({ id: 'F99000000001', name: 'Beruf', feldart: 'select', inner: werteXml(...many) }),
  feldXml({ id: 'F99000000002', name: 'Ort', feldart: 'select', inner: werteXml(...many.slice(0, 300)) }),
];
const schema = schemaText(gruppeXml('G99000000001', 'Person', felder.join('')));

test('a list of 100,000 entries costs one choice, not the form, and leaves with the schema as it came', async () => {
  const nachricht = await gelesen(schema);
  const { definition, befunde, arbeitspunkte } = uebernehme(nachricht, () => null);
  assert.deepEqual(
    definition?.pages[0]?.fields.map(({ id, type }) => [id, type]),
    [
      ['f99000000001', 'text'],
      ['f99000000002', 'choice'],
    ],
  );
  assert.deepEqual(
    befunde.map(({ art, fimId, zeile }) => [art, fimId, zeile]),
    [['auswahl-zu-lang', 'F99000000001', 5]],
  );
  assert.match(befunde[0]?.text ?? '', /100\.000 Einträge/);
  assert.deepEqual(
    arbeitspunkte.map(({ schluessel, titel }) => [schluessel, titel]),
    [['auswahl-zu-lang F99000000001', 'Beruf']],
  );
  const again = await gelesen(writeXdatenfelder(nachricht));
  const [struktur] = again.inhalt.strukturen;
  const inner = struktur?.enthaelt.art === 'gruppe' ? struktur.enthaelt.strukturen[0]?.enthaelt : undefined;
  assert.equal(inner?.art === 'feld' ? inner.werte?.length : 0, 100_000);
});

test('a list of few entries with endless names is too long as well', async () => {
  const long = Array.from({ length: 60 }, (_, index) => [`c${index}`, 'x'.repeat(10_000)] as const);
  const field = feldXml({ id: 'F99000000001', name: 'Text', feldart: 'select', inner: werteXml(...long) });
  const { definition, befunde } = uebernehme(
    await gelesen(schemaText(gruppeXml('G99000000001', 'Person', field))),
    () => null,
  );
  assert.equal(definition?.pages[0]?.fields[0]?.type, 'text');
  assert.deepEqual(
    befunde.map(({ art }) => art),
    ['auswahl-zu-lang'],
  );
});
