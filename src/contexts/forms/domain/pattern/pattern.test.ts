import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { soon } from '../../../../kernel/testing/soon.ts';
import { compilePattern } from './pattern.ts';

function matches(pattern: string, text: string): boolean {
  const compiled = compilePattern(pattern);
  assert.ok(compiled.ok, pattern);
  return compiled.matches(text);
}

const patterns = [
  'a*b+',
  '[a-c]{2,4}',
  '(ab|a)(c|bcd)?',
  '\\d{3}-\\d{2}',
  'x?y?z?',
  '(?:a|b){2}c*',
  '[^ab]+',
  '\\w+\\.\\w{2,3}',
  '(a*)*b',
];

describe('a pattern', () => {
  it('means what the regular expression of the same text means', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...patterns),
        fc.string({
          unit: fc.constantFrom('a', 'b', 'c', 'd', '1', '2', '3', '-', '.', 'x', 'y', 'z'),
          maxLength: 8,
        }),
        (pattern, text) => {
          assert.equal(
            matches(pattern, text),
            new RegExp(`^(?:${pattern})$`, 'u').test(text),
            `${pattern} ${text}`,
          );
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('knows letters of all alphabets, ends and escapes', () => {
    assert.ok(matches('^\\p{Lu}\\p{L}+$', 'Ödön'));
    assert.ok(matches('[\\p{L} \\-]+', 'Müller-Łuk'));
    assert.ok(matches('\\(\\d\\)', '(1)'));
    assert.ok(!matches('a|b', 'ab'));
  });

  it('takes no longer for hostile texts', () => {
    assert.ok(!soon(() => matches('(a+)+b', 'a'.repeat(10_000))));
    assert.ok(!soon(() => matches('(a|a)*(a|a)*(a|a)*b', 'a'.repeat(5_000))));
  });

  it('that is broken or too large is refused with its place', () => {
    const placeOf = (pattern: string) => {
      const compiled = compilePattern(pattern);
      return compiled.ok ? null : compiled.at;
    };
    assert.deepEqual(
      ['(a', 'a)', '[a', 'a{2', '*a', '(?=a)', '\\1', 'a{5,2}', '[z-a]'].map(placeOf),
      [0, 1, 0, 1, 0, 0, 0, 6, 1],
    );
    assert.equal(placeOf('((((a{99}){99}){99}){99})'), 0);
    assert.equal(placeOf('(){9999}'), null);
    assert.equal(placeOf('('.repeat(300)), 20);
    assert.equal(placeOf('a'.repeat(301)), 0);
  });
});
