import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Config, readConfig } from './config.ts';

const production = {
  LEITWERK_MODE: 'production',
  LEITWERK_PUBLIC_URL: 'https://leitwerk.example',
  LEITWERK_SMTP_URL: 'smtps://mail.example',
  LEITWERK_MAIL_FROM: 'leitwerk@leitwerk.example',
};

function configOf(environment: Record<string, string>): Config {
  const result = readConfig(environment, '/srv');
  if (!result.ok) assert.fail(result.refusal.message);
  return result.value;
}

function refusedBecause(environment: Record<string, string | undefined>, code: string, ...words: RegExp[]) {
  const result = readConfig(environment, '/srv');
  if (result.ok) assert.fail(`accepted: ${JSON.stringify(environment)}`);
  assert.equal(result.refusal.code, code, result.refusal.message);
  for (const word of words) assert.match(result.refusal.message, word);
  assert.match(result.refusal.message, /\.$/, 'a whole sentence');
  return result.refusal;
}

test('without any setting it is the demo on this machine, with its data in ./var', () => {
  const config = configOf({ PATH: '/bin', HOME: '/root' });
  assert.equal(config.mode, 'demo');
  assert.equal(config.host, '127.0.0.1');
  assert.equal(config.publicUrl.href, 'http://localhost:8080/');
  assert.equal(config.dataFolder, '/srv/var');
  assert.equal(config.databaseUrl, null);
  assert.equal(config.smtpUrl, null);
});

test('a virus scanner is named by host and port or by its socket', () => {
  assert.equal(configOf({}).clamd, null);
  assert.deepEqual(configOf({ LEITWERK_CLAMD: '127.0.0.1:3310' }).clamd, { host: '127.0.0.1', port: 3310 });
  assert.deepEqual(configOf({ LEITWERK_CLAMD: '/run/clamav/clamd.ctl' }).clamd, {
    path: '/run/clamav/clamd.ctl',
  });
});

test('the port moves the address with it', () => {
  assert.equal(configOf({ PORT: '9123' }).publicUrl.href, 'http://localhost:9123/');
});

test('an empty setting counts as not given', () => {
  assert.equal(configOf({ LEITWERK_DATA: '', DATABASE_URL: '', PORT: '' }).dataFolder, '/srv/var');
});

test('an unknown setting is named, with those that exist', () => {
  refusedBecause({ LEITWERK_DATEN: '/x' }, 'CONFIG_UNKNOWN_SETTING', /LEITWERK_DATEN/, /LEITWERK_DATA/);
});

test('several unknown settings are all named', () => {
  refusedBecause({ LEITWERK_A: '1', LEITWERK_B: '2' }, 'CONFIG_UNKNOWN_SETTING', /LEITWERK_A, LEITWERK_B/);
});

const invalid: readonly (readonly [string, string])[] = [
  ['PORT', 'http'],
  ['PORT', '70000'],
  ['PORT', '80.5'],
  ['PORT', '-1'],
  ['DATABASE_URL', 'mysql://localhost'],
  ['LEITWERK_MODE', 'test'],
  ['LEITWERK_PUBLIC_URL', 'leitwerk.example'],
  ['LEITWERK_PUBLIC_URL', 'ftp://leitwerk.example'],
  ['LEITWERK_SMTP_URL', 'mail.example'],
  ['LEITWERK_LOG_LEVEL', 'loud'],
  ['LEITWERK_TRUST_PROXY', 'true'],
  ['LEITWERK_CLAMD', 'clamd'],
  ['LEITWERK_CLAMD', 'clamd:99999'],
];

for (const [name, value] of invalid) {
  test(`${name}=${value} is refused by its name`, () => {
    const refusal = refusedBecause({ [name]: value }, 'CONFIG_INVALID', new RegExp(name));
    assert.deepEqual(
      refusal.fields?.map(({ field }) => field),
      [name],
    );
    assert.doesNotMatch(refusal.message, /Invalid|Expected|Too |received/i, 'in German');
  });
}

test('an impossible setting says in German what would do', () => {
  refusedBecause({ PORT: '70000' }, 'CONFIG_INVALID', /PORT \(Zu groß/);
  refusedBecause({ LEITWERK_MODE: 'test' }, 'CONFIG_INVALID', /erwartet.*demo.*production/);
  refusedBecause({ DATABASE_URL: 'mysql://db' }, 'CONFIG_INVALID', /beginnt mit postgres:/);
});

for (const missing of ['LEITWERK_PUBLIC_URL', 'LEITWERK_SMTP_URL', 'LEITWERK_MAIL_FROM'] as const) {
  test(`production without ${missing} does not start, and says what is missing`, () => {
    refusedBecause({ ...production, [missing]: undefined }, 'CONFIG_CONTRADICTION', new RegExp(missing));
  });
}

test('production with all that it needs starts', () => {
  const config = configOf({ ...production, LEITWERK_HOST: '0.0.0.0', LEITWERK_TRUST_PROXY: 'yes' });
  assert.equal(config.mode, 'production');
  assert.equal(config.publicUrl.origin, 'https://leitwerk.example');
  assert.equal(config.trustProxy, true);
});

test('the demo neither listens to other machines nor sends mail outward', () => {
  refusedBecause({ LEITWERK_HOST: '0.0.0.0' }, 'CONFIG_CONTRADICTION', /LEITWERK_HOST/);
  refusedBecause({ LEITWERK_SMTP_URL: 'smtp://mail.example' }, 'CONFIG_CONTRADICTION', /LEITWERK_SMTP_URL/);
});

test('no refusal repeats the value of a setting that may hold a password', () => {
  for (const environment of [
    { DATABASE_URL: 'mysql://leitwerk:geheim@db' },
    { LEITWERK_SMTP_URL: 'mail://leitwerk:geheim@mail' },
    { LEITWERK_SMTP_URL: 'smtp://leitwerk:geheim@mail' },
  ]) {
    const result = readConfig(environment, '/srv');
    assert.ok(!result.ok);
    assert.doesNotMatch(JSON.stringify(result.refusal), /geheim/);
  }
});
