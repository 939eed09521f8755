import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { testDatabase } from '../../../platform/testing/test-database.ts';
import { akteureFormats, ozg2Formats, rechtFormats, type Umfang, umfaenge } from '../reference-files.ts';
import { lawVersion } from '../store.ts';
import { actor, shippedData } from '../testing/real-law.ts';
import { currentLawFile } from './current-file.ts';
import { applyLawImport, loadLawData, previewLawImport } from './import-law.ts';
import { loadLaw } from './load-law.ts';

/** A copy of Akteure, registers and wordings in which a line of a file reads differently. */
function changed(file: string, change: (text: string) => string) {
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-law-'));
  for (const sub of umfaenge) cpSync(join(shippedData, sub), join(folder, sub), { recursive: true });
  const path = join(folder, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

const files: readonly (readonly [Umfang, string])[] = [
  ...Object.values(akteureFormats).map(({ file }) => ['akteure', file] as const),
  ...Object.values(ozg2Formats).map(({ file }) => ['ozg2', file] as const),
  ...Object.values(rechtFormats).map(({ file }) => ['recht', file] as const),
];

test('jede mitgelieferte Datei kommt Zeile für Zeile wieder heraus; ein zweites Einlesen ändert nichts', async () => {
  await using t = await testDatabase();
  assert.deepEqual(await loadLawData(t.db, actor, shippedData), { ok: true, value: { loaded: true } });
  for (const [umfang, file] of files) {
    const current = await t.db.withPublic((tx) => currentLawFile(tx, umfang, file));
    assert.deepEqual(rowsOf(current ?? ''), rowsOf(readFileSync(join(shippedData, file), 'utf8')), file);
  }
  assert.deepEqual(await loadLawData(t.db, actor, shippedData), { ok: true, value: { loaded: false } });
  assert.equal(await t.db.withPublic(lawVersion), 3);
});

/** The lines of a file by id, the head first; the order of rows is the table's. */
function rowsOf(text: string): readonly unknown[] {
  const rows: readonly { readonly id?: string | number }[] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return rows.toSorted((x, y) => (String(x.id ?? '') < String(y.id ?? '') ? -1 : 1));
}

test('auch die IT-Dienstleister sind Akteure, mit Quelle und Beleg ihrer Datei', async () => {
  await using t = await testDatabase();
  await loadLawData(t.db, actor, shippedData);
  const { akteure } = await t.db.withPublic(loadLaw);
  const houses = akteure.filter(({ art }) => art === 'it-dienstleister');
  assert.equal(houses.length, 32);
  assert.ok(houses.every(({ evidenz, quelle }) => evidenz === 'einschaetzung' && quelle.title.length > 10));
});

test('die Vorschau nennt eine geänderte Frist und ändert nichts', async () => {
  await using t = await testDatabase();
  await loadLawData(t.db, actor, shippedData);
  using copy = changed('ozg2/fristen.jsonl', (text) =>
    text.replace('"faelligAm":"2029-12-31"', '"faelligAm":"2030-12-31"'),
  );
  const preview = await previewLawImport(t.db, copy.folder, 'ozg2');
  assert.ok(preview.ok);
  assert.equal(preview.value.counts['law.frist']?.geaendert, 1);
  assert.equal(preview.value.counts['law.eintrag']?.geaendert, 0);
  assert.equal(await t.db.withPublic(lawVersion), 3);
  const applied = await applyLawImport(t.db, actor, copy.folder, 'ozg2');
  assert.ok(applied.ok && applied.value.changed);
});

const broken: readonly (readonly [string, Umfang, string, (text: string) => string, RegExp])[] = [
  [
    'eine Rolle eines unbekannten Akteurs',
    'akteure',
    'akteure/rollen.jsonl',
    (text) => text.replace('"akteurId":"d-nrw"', '"akteurId":"d-nwr"'),
    /d-nwr/,
  ],
  [
    'eine erfasste Rolle „vollzieht“',
    'akteure',
    'akteure/rollen.jsonl',
    (text) => text.replace('"schritt":"rollt-aus"', '"schritt":"vollzieht"'),
    /schritt: Erlaubt ist nur: regelt/,
  ],
  [
    'eine Frist an einem Tag, den es nicht gibt',
    'ozg2',
    'ozg2/fristen.jsonl',
    (text) => text.replace('"faelligAm":"2029-12-31"', '"faelligAm":"2029-02-30"'),
    /fristen\.jsonl/,
  ],
  [
    'einen Eintrag, der vor seinem Beginn endet',
    'ozg2',
    'ozg2/kennzahlen.jsonl',
    (text) => text.replace('"gueltigBis":null', '"gueltigBis":"1999-01-01"'),
    /gueltigBis/,
  ],
  [
    'eine Kennung, die zwei Register tragen',
    'ozg2',
    'ozg2/bescheide.jsonl',
    (text) => text.replace('"id":"wohngeld-bescheid"', '"id":"elterngeld-antrag"'),
    /schon unter ozg2\/schriftform\.jsonl/,
  ],
  [
    'einen Wortlaut von mehr als 600 Zeichen',
    'recht',
    'recht/wortlaut.jsonl',
    (text) => text.replace('"text":"', `"text":"${'lang '.repeat(130)}`),
    /text/,
  ],
];

for (const [what, umfang, file, change, says] of broken) {
  test(`das Einlesen weist ${what} mit Datei und Zeile zurück und übernimmt nichts`, async () => {
    await using t = await testDatabase();
    using copy = changed(file, change);
    const refused = await applyLawImport(t.db, actor, copy.folder, umfang);
    assert.ok(!refused.ok);
    assert.match(JSON.stringify(refused.refusal), says);
    assert.match(JSON.stringify(refused.refusal), /Zeile \d+/);
    assert.equal(await t.db.withPublic(lawVersion), 0);
  });
}
