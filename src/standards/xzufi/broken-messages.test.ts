import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAll, vector } from './testing/read-all.ts';
import mutations from './vectors/kaputte-nachrichten.json' with { type: 'json' };

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

const good = vector('gute-nachricht.xml');
const broken: readonly Mutation[] = mutations;

function bytesOf(mutation: Mutation): Buffer {
  const { whole, find = '', fill, repeat, cut, bytes } = mutation;
  const put = fill
    ? 'x'.repeat(fill)
    : repeat
      ? String(repeat[0]).repeat(Number(repeat[1]))
      : mutation.replace;
  const text = whole ?? (cut ? good.slice(0, good.indexOf(find)) + put : good.replace(find, () => put ?? ''));
  if (bytes === 'utf16le') return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  return Buffer.from(text, bytes === 'latin1' ? 'latin1' : 'utf8');
}

test('the message that the broken ones are made of is read to its end', async () => {
  const read = await readAll(good);
  assert.ok(read.ok, JSON.stringify(read));
  assert.deepEqual(
    read.value.map(({ ereignis }) => ereignis),
    ['kopf', 'rahmen', 'rahmen', 'rahmen', 'schreibe', 'schreibe', 'schreibe', 'schreibe', 'loesche', 'ende'],
  );
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
