import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sharedFolder } from '../../../test/support/shared-folder.ts';
import { readAll, treeOf, vector } from './testing/read-all.ts';
import { idInFassung3, toFassung3, versionInFassung3 } from './to-fassung-3.ts';
import { writeXdatenfelder } from './write-xdatenfelder.ts';
import { zaehle } from './zaehlung.ts';

interface Zeile {
  readonly fim_id: string;
  readonly [spalte: string]: string;
}

/** The rows of the list beside the samples; the columns that count stand at its end. */
function released(folder: string): readonly Zeile[] {
  const [head = '', ...lines] = readFileSync(join(folder, 'index.csv'), 'utf8').trim().split('\n');
  const columns = head.trim().split(',');
  return lines.map((line) => {
    const cells = line.trim().split(',');
    const counts = columns.slice(-6).map((name, index) => [name, cells.at(index - 6) ?? '']);
    return { fim_id: cells[0] ?? '', ...Object.fromEntries(counts) };
  });
}

test('all released schemas count as their list says and are written again element for element', async (t) => {
  const shared = sharedFolder(t);
  if (shared === null) return;
  const folder = join(shared, 'samples/fim');
  const rows = released(folder);
  assert.equal(rows.length, 15);
  for (const row of rows) {
    const text = readFileSync(join(folder, `${row.fim_id}.xdf3.xml`), 'utf8');
    const read = await readAll(text);
    assert.ok(read.ok, `${row.fim_id}: ${read.ok ? '' : read.refusal.message}`);
    const counted = zaehle(read.value);
    assert.deepEqual(
      [counted.felder, counted.felderEindeutig, counted.gruppen, counted.regeln, counted.codelisten].map(
        String,
      ),
      [row.felder, row.felder_eindeutig, row.gruppen, row.regeln, row.codelisten],
      row.fim_id,
    );
    assert.deepEqual(treeOf(writeXdatenfelder(read.value)), treeOf(text), row.fim_id);
    assert.deepEqual(read.value.hinweise, []);
  }
});

test('the fixtures of versions 2 and 3 are read, and say the same in version 3 however often they are written', async (t) => {
  const shared = sharedFolder(t);
  if (shared === null) return;
  const counts: Record<string, readonly number[]> = {
    'BlaueKarte.xdf2.xml': [88, 29, 3],
    'test-data-group-rule.xdf2.xml': [0, 1, 1],
    'test-minimal.xdf2.xml': [0, 0, 0],
    'test-rule.xdf2.xml': [0, 0, 1],
    'test-select.xdf2.xml': [1, 0, 0],
    'test-simple.xdf2.xml': [1, 1, 1],
    'test-simple.xdf3.xml': [1, 2, 2],
  };
  for (const [name, expected] of Object.entries(counts)) {
    const read = await readAll(readFileSync(join(shared, 'samples/fim', name)));
    assert.ok(read.ok, `${name}: ${read.ok ? '' : read.refusal.message}`);
    const { felder, gruppen, regeln } = zaehle(read.value);
    assert.deepEqual([felder, gruppen, regeln], expected, name);
    const three = toFassung3(read.value);
    const text = writeXdatenfelder(three);
    const again = await readAll(text);
    assert.ok(again.ok, `${name}: ${again.ok ? '' : again.refusal.message}`);
    assert.deepEqual(zaehle(again.value), zaehle(read.value));
    assert.deepEqual(treeOf(writeXdatenfelder(again.value)), treeOf(text));
  }
});

test('XDatenfelder 1 is named as what it is', async (t) => {
  const shared = sharedFolder(t);
  if (shared === null) return;
  const read = await readAll(readFileSync(join(shared, 'samples/fim/Waffenbesitzkarte.xdf1.xml')));
  assert.ok(!read.ok);
  assert.equal(read.refusal.code, 'XDF_FASSUNG_1');
  assert.equal(read.refusal.zeile, 2);
});

test('nothing of a schema is lost, in whatever pieces it comes', async () => {
  const text = vector('gutes-schema.xml');
  for (const size of [1, 7, 4096]) {
    const read = await readAll(text, size);
    assert.ok(read.ok, read.ok ? '' : read.refusal.message);
    assert.deepEqual(treeOf(writeXdatenfelder(read.value)), treeOf(text));
  }
});

test('a file says the same under another prefix, without any, and where the prefix is declared further in', async () => {
  const text = vector('gutes-schema.xml');
  const declared = 'xmlns:xdf3="urn:xoev-de:fim:standard:xdatenfelder_3.0.0"';
  const unprefixed = text
    .replaceAll(/(<\/?)xdf3:/g, '$1')
    .replace('xmlns:xdf3=', 'xmlns=')
    .replaceAll('<code>', '<code xmlns="">');
  const further = text.replace('<xdf3:header>', `<xdf3:header ${declared} xmlns:x="urn:x">`);
  for (const same of [
    text.replaceAll('xdf3:', 'fim:').replace('xmlns:xdf3', 'xmlns:fim'),
    unprefixed,
    further,
  ]) {
    const read = await readAll(same);
    assert.ok(read.ok, read.ok ? '' : read.refusal.message);
    assert.deepEqual(treeOf(writeXdatenfelder(read.value)), treeOf(text));
  }
  for (const wrong of ['fim:art="x"', 'a:b:c="x"', 'xmlns:fim="" fim:art="x"']) {
    const read = await readAll(text.replace('<xdf3:header>', `<xdf3:header ${wrong}>`));
    assert.equal(!read.ok && read.refusal.code, 'XDF_MALFORMED', wrong);
  }
});

test('comments are told, and an element says where it stands', async () => {
  const text = vector('gutes-schema.xml').replace('<xdf3:name>Person', '<!-- Entwurf --><xdf3:name>Person');
  const read = await readAll(text);
  assert.ok(read.ok);
  assert.deepEqual(
    read.value.hinweise.map(({ art, was, stelle }) => [art, was, stelle.zeile]),
    [['kommentar', 'Entwurf', 29]],
  );
  assert.equal(read.value.inhalt.strukturen[0]?.enthaelt.stelle.zeile, 24);
});

test('ids and versions of version 2 become those of version 3, others stay', () => {
  assert.equal(idInFassung3('F60000319'), 'F60000000319');
  assert.equal(idInFassung3('F60000000319'), 'F60000000319');
  assert.equal(idInFassung3('T1234'), 'T1234');
  assert.equal(versionInFassung3('1.3'), '1.3.0');
  assert.equal(versionInFassung3('1.3.0'), '1.3.0');
});
