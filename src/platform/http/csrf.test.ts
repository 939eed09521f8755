import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createCsrf, isForeignSite } from './csrf.ts';

const csrf = createCsrf('key', 'id1');

test('a form’s token matches the cookie of the browser that got it, and no other', () => {
  const [cookie, other] = [csrf.newCookie(), csrf.newCookie()];
  assert.notEqual(cookie, other);
  assert.ok(csrf.matches(cookie, csrf.tokenFor(cookie)));
  assert.ok(!csrf.matches(other, csrf.tokenFor(cookie)));
});

test('a token of another installation’s key does not match', () => {
  const cookie = csrf.newCookie();
  assert.ok(!csrf.matches(cookie, createCsrf('another key', 'id1').tokenFor(cookie)));
});

test('whatever else stands in the field is no token, and no fault', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.ok(!csrf.matches('cookie', text));
      assert.ok(!csrf.matches('', text));
    }),
  );
});

test('the cookie belongs to this host and this installation', () => {
  assert.equal(csrf.cookieName, '__Host-lw-id1-csrf');
  assert.notEqual(csrf.cookieName, createCsrf('key', 'id2').cookieName);
});

const own = 'https://verwaltung.leitwerk.example';
const cases: readonly (readonly [string, Record<string, string>, boolean])[] = [
  ['a browser that says nothing', {}, false],
  ['our own page', { origin: own, 'sec-fetch-site': 'same-origin' }, false],
  ['an address typed in', { 'sec-fetch-site': 'none' }, false],
  ['another site', { origin: 'https://evil.example' }, true],
  ['another host of ours', { origin: 'https://leitwerk.example', 'sec-fetch-site': 'same-site' }, true],
  ['another site that says nothing of its origin', { 'sec-fetch-site': 'cross-site' }, true],
  ['a sandboxed frame', { origin: 'null' }, true],
  ['the same host by http', { origin: 'http://verwaltung.leitwerk.example' }, true],
  ['a host that begins like ours', { origin: `${own}.evil.example` }, true],
];

for (const [who, headers, foreign] of cases) {
  test(`a form of ${who} is ${foreign ? 'foreign' : 'ours'}`, () => {
    assert.equal(isForeignSite(new Headers(headers), own), foreign);
  });
}
