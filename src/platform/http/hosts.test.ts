import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cookiesAreSafe, hostsOf } from './hosts.ts';

test('the host name alone tells the areas apart, on any port and in any case', () => {
  const hosts = hostsOf(new URL('https://leitwerk.example'));
  assert.equal(hosts.areaOf('leitwerk.example'), 'root');
  assert.equal(hosts.areaOf('Verwaltung.Leitwerk.Example:443'), 'staff');
  assert.equal(hosts.areaOf('api.leitwerk.example:8080'), 'api');
  assert.equal(hosts.areaOf('suche.leitwerk.example'), 'suche');
  assert.equal(hosts.slugOf('suche.leitwerk.example'), null, 'no Kommune stands there');
});

for (const strange of [
  undefined,
  '',
  'localhost',
  '127.0.0.1',
  'evil.example',
  'verwaltung.leitwerk.example.evil.example',
  'x.verwaltung.leitwerk.example',
  'leitwerk.example@evil.example',
  'verwaltung.leitwerk.example:80:80',
  'toString',
  '__proto__',
]) {
  test(`the host ${JSON.stringify(strange)} is nobody’s`, () => {
    assert.equal(hostsOf(new URL('https://leitwerk.example')).areaOf(strange), null);
  });
}

test('on this machine 127.0.0.1 answers as the root, and never as the staff area', () => {
  const hosts = hostsOf(new URL('http://localhost:8080'));
  assert.equal(hosts.areaOf('127.0.0.1:8080'), 'root');
  assert.equal(hosts.areaOf('verwaltung.localhost:8080'), 'staff');
  assert.equal(hosts.areaOf('verwaltung.127.0.0.1:8080'), null);
});

test('links name scheme, host and port of their area', () => {
  assert.equal(
    hostsOf(new URL('http://localhost:8080')).originOf('staff'),
    'http://verwaltung.localhost:8080',
  );
  assert.equal(hostsOf(new URL('https://leitwerk.example')).originOf('api'), 'https://api.leitwerk.example');
  assert.equal(hostsOf(new URL('https://leitwerk.example/')).originOf('root'), 'https://leitwerk.example');
});

test('sessions need https, except on this machine', () => {
  assert.ok(cookiesAreSafe(new URL('https://leitwerk.example')));
  assert.ok(cookiesAreSafe(new URL('http://localhost:8080')));
  assert.ok(!cookiesAreSafe(new URL('http://leitwerk.example')));
  assert.ok(!cookiesAreSafe(new URL('http://localhost.evil.example')));
});
