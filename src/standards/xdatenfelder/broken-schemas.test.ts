import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAll, vector } from './testing/read-all.ts';
import mutations from './vectors/kaputte-schemas.json' with { type: 'json' };

interface Mutation {
  readonly name: string;
  readonly code: string;
  readonly zeile: number;
  readonly whole?: string;
  readonly find?: string;
  readonly replace?: string;
  readonly cut?: boolean;
  readonly bytes?: string;
  readonly fill?: number;
  readonly repeat?: readonly (string | number)[];
}

const good = vector('gutes-schema.xml');
const broken: readonly Mutation[] = mutations;

function bytesOf({ whole, find = '', replace = '', fill, repeat, cut, bytes }: Mutation): Buffer {
  const put = fill ? 'x'.repeat(fill) : repeat ? String(repeat[0]).repeat(Number(repeat[1])) : replace;
  const text = whole ?? (cut ? good.slice(0, good.indexOf(find)) + put : good.replace(find, () => put));
  if (bytes === 'utf16le') return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  return Buffer.from(text, bytes === 'latin1' ? 'latin1' : 'utf8');
}

test('the schema that the broken ones are made of is read, and there are enough of them', async () => {
  const read = await readAll(good);
  assert.ok(read.ok, read.ok ? '' : read.refusal.message);
  assert.ok(broken.length >= 40, `${broken.length}`);
});

for (const mutation of broken)
  test(`refused with its line: ${mutation.name}`, async () => {
    for (const size of [17, 4_096, 10_000_000]) {
      if (size === 17 && (mutation.fill || mutation.repeat)) continue;
      const read = await readAll(bytesOf(mutation), size);
      assert.ok(!read.ok, 'was read');
      const { code, zeile, spalte, message } = read.refusal;
      assert.deepEqual(
        { code, zeile },
        { code: mutation.code, zeile: mutation.zeile },
        `in pieces of ${size}: ${message}`,
      );
      assert.ok(spalte >= 1);
      assert.match(message, new RegExp(`^Zeile ${zeile}, Spalte ${spalte}.*: .*Bitte`));
    }
  });

test('a refusal inside an element names the elements that lead there', async () => {
  const text = good.replace('maxLength="40"', 'maxLength="vierzig"');
  const read = await readAll(text);
  assert.equal(
    !read.ok && read.refusal.pfad,
    'stammdatenschema S99000000001 / struktur 1 / datenfeldgruppe G99000000001 / struktur 2 / datenfeld F99000000001 / praezisierung',
  );
});

test('a file that never ends is refused before it fills the memory', async () => {
  async function* endless() {
    yield Buffer.from(good.slice(0, good.indexOf('<xdf3:struktur>')));
    for (;;) yield Buffer.from('<xdf3:stichwort>immer mehr</xdf3:stichwort>'.repeat(1_000));
  }
  const { readXdatenfelder } = await import('./read-xdatenfelder.ts');
  const read = await readXdatenfelder(endless(), {
    zeichen: 2_000_000,
    tiefe: 100,
    textZeichen: 1_000,
    elemente: 20_000,
  });
  assert.equal(!read.ok && read.refusal.code, 'XDF_TOO_MUCH');
});
