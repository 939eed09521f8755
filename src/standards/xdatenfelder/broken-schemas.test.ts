import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testBroken } from '../xml-text/testing/broken-documents.ts';
import { readXdatenfelder } from './read-xdatenfelder.ts';
import { readAll, vector } from './testing/read-all.ts';
import mutations from './vectors/kaputte-schemas.json' with { type: 'json' };

const good = vector('gutes-schema.xml');

test('the schema that the broken ones are made of is read', async () => {
  const read = await readAll(good);
  assert.ok(read.ok, read.ok ? '' : read.refusal.message);
});

testBroken(good, mutations, readAll);

test('a refusal inside an element names the elements that lead there', async () => {
  const text = good.replace('maxLength="40"', 'maxLength="vierzig"');
  const read = await readAll(text);
  assert.equal(
    !read.ok && read.refusal.pfad,
    'stammdatenschema S99000000001 / struktur 1 / datenfeldgruppe G99000000001 / struktur 2 / datenfeld F99000000001 / praezisierung',
  );
});

for (const [name, begin, more] of [
  ['text', '<xdf3:beschreibung>', 'immer mehr '],
  ['attribute', '<xdf3:bezug link="', 'immer mehr '],
  ['comment', '<!--', ' immer mehr'],
  ['name of an element', '<', 'immermehr'],
] as const)
  test(`a ${name} that never ends is refused before it fills the memory`, async () => {
    let sent = 0;
    async function* endless() {
      yield Buffer.from(good.slice(0, good.indexOf('<xdf3:struktur>')) + begin);
      for (; ; sent += 64) yield Buffer.from(more.repeat(6_000).slice(0, 65_536));
    }
    const read = await readXdatenfelder(endless());
    assert.equal(!read.ok && read.refusal.code, 'XDF_TOO_LONG');
    assert.ok(sent < 1_000, `${sent} kB`);
  });

test('the same id in two versions is two fields; with other words in the same version it is refused', async () => {
  const [from, to] = [
    good.indexOf('    <xdf3:struktur>\n      <xdf3:anzahl>0:*'),
    good.lastIndexOf('  </xdf3:stammdatenschema>'),
  ];
  const other = good.slice(from, to).replace('>Unterlage<', '>Nachweis<');
  const [second, clash] = [other.replace('>1.0.0<', '>2.0.0<'), other].map(
    (more) => good.slice(0, to) + more + good.slice(to),
  );
  const read = await readAll(second ?? '');
  assert.ok(read.ok, read.ok ? '' : read.refusal.message);
  assert.deepEqual(
    read.value.inhalt.strukturen.slice(-2).map(({ enthaelt }) => [enthaelt.kennung, enthaelt.name]),
    [
      [{ id: 'F99000000003', version: '1.0.0' }, 'Unterlage'],
      [{ id: 'F99000000003', version: '2.0.0' }, 'Nachweis'],
    ],
  );
  const refused = await readAll(clash ?? '');
  assert.equal(!refused.ok && refused.refusal.code, 'XDF_ID_COLLISION');
});

test('a file that never ends is refused before it fills the memory', async () => {
  async function* endless() {
    yield Buffer.from(good.slice(0, good.indexOf('<xdf3:struktur>')));
    for (;;) yield Buffer.from('<xdf3:stichwort>immer mehr</xdf3:stichwort>'.repeat(1_000));
  }
  const read = await readXdatenfelder(endless(), {
    zeichen: 2_000_000,
    tiefe: 100,
    textZeichen: 1_000,
    elemente: 20_000,
  });
  assert.equal(!read.ok && read.refusal.code, 'XDF_TOO_MUCH');
});
