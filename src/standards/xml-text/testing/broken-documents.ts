import assert from 'node:assert/strict';
import { test } from 'node:test';

/** How a good document is broken, and what is to be said of it. */
export interface Mutation {
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
  /** A second place and what is put there. */
  readonly then?: readonly string[];
}

type Read = (
  bytes: Buffer,
  size: number,
) => Promise<
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly refusal: {
        readonly code: string;
        readonly zeile: number;
        readonly spalte: number;
        readonly message: string;
      };
    }
>;

/** Tests that each document is refused with code and line, in whatever pieces it comes. */
export function testBroken(good: string, broken: readonly Mutation[], read: Read): void {
  test('there are enough broken documents', () => assert.ok(broken.length >= 40, `${broken.length}`));

  for (const mutation of broken)
    test(`refused with its line: ${mutation.name}`, async () => {
      for (const size of [17, 4_096, 10_000_000]) {
        if (size === 17 && (mutation.fill || mutation.repeat)) continue;
        const answer = await read(bytesOf(good, mutation), size);
        assert.ok(!answer.ok, 'was read');
        const { code, zeile, spalte, message } = answer.refusal;
        assert.deepEqual(
          { code, zeile },
          { code: mutation.code, zeile: mutation.zeile },
          `in pieces of ${size}: ${message}`,
        );
        assert.ok(spalte >= 1);
        assert.match(message, new RegExp(`^Zeile ${zeile}, Spalte ${spalte}.*: .*Bitte`));
      }
    });
}

function textOf(
  good: string,
  { whole, find = '', replace = '', fill, repeat, cut, then = [] }: Mutation,
): string {
  const put = fill ? 'x'.repeat(fill) : repeat ? String(repeat[0]).repeat(Number(repeat[1])) : replace;
  if (whole !== undefined) return whole;
  if (cut) return good.slice(0, good.indexOf(find)) + put;
  return good.replace(find, () => put).replace(then[0] ?? '', () => then[1] ?? '');
}

function bytesOf(good: string, mutation: Mutation): Buffer {
  const text = textOf(good, mutation);
  const wide = Buffer.from(text, 'utf16le');
  if (mutation.bytes === 'utf16le') return Buffer.concat([Buffer.from([0xff, 0xfe]), wide]);
  if (mutation.bytes === 'utf16le-bare') return wide;
  if (mutation.bytes === 'utf16be-bare') return wide.swap16();
  return Buffer.from(text, mutation.bytes === 'latin1' ? 'latin1' : 'utf8');
}
