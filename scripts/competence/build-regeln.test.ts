import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sharedFolder } from '../../test/support/shared-folder.ts';
import { buildRegeln } from './build-regeln.ts';

test('die Datei der Regeln folgt Byte für Byte aus der Quelle und der Ergänzung', (t) => {
  const shared = sharedFolder(t);
  if (shared === null) return;
  const built = buildRegeln(join(shared, 'reference-data/competence')).map((row) => JSON.stringify(row));
  const file = join(import.meta.dirname, '../../data/zustaendigkeit/regeln-nrw.jsonl');
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  assert.equal(built.length, 31);
  assert.deepEqual(lines, built);
});

test('die 31 Regeln nennen 64 OZG-Leistungen und ein einzelnes Objekt statt einer fünfundsechzigsten', (t) => {
  const shared = sharedFolder(t);
  if (shared === null) return;
  const rules = buildRegeln(join(shared, 'reference-data/competence'));
  const ozgIds = rules.flatMap(({ reichweite }) => reichweite.ozgIds);
  assert.equal(new Set(ozgIds).size, 64);
  assert.deepEqual(
    rules.flatMap(({ reichweite }) => reichweite.objekte),
    ['99102013'],
  );
  assert.equal(rules.filter(({ reichweite }) => reichweite.ozgIds.length === 0).length, 6);
});

test('der Beleg der Quelle bestimmt die Evidenz', (t) => {
  const shared = sharedFolder(t);
  if (shared === null) return;
  const rules = buildRegeln(join(shared, 'reference-data/competence'));
  const gradeOf = new Map(rules.map(({ beleg, evidenz }) => [beleg, evidenz]));
  assert.deepEqual(Object.fromEntries(gradeOf), {
    'primär zitiert': 'norm-gelesen',
    primär: 'norm-gelesen',
    'primär (Abschrift)': 'norm-gelesen',
    sekundär: 'sekundaerquelle',
    'sekundär (aus Primärquelle)': 'sekundaerquelle',
    'primär (Abschrift, Altfassung)': 'norm-gelesen',
    'unbelegt (nicht gefunden)': 'einschaetzung',
    'primär (Erlass)': 'norm-gelesen',
    teilweise: 'einschaetzung',
    'primär (Ministerium)': 'sekundaerquelle',
    'unbelegt (allgemein)': 'einschaetzung',
  });
  assert.deepEqual(
    rules.filter(({ ausserKraft }) => ausserKraft).map(({ id }) => id),
    ['denkmal'],
  );
});
