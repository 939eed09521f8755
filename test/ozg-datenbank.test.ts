import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { actorOf, createLogger, type PageRoute, type Principal, pageServer, readConfig } from '#platform';
import { allDoors } from '../src/app/all-doors.ts';
import { recordKinds } from '../src/app/records/record-kinds.ts';
import { createServices } from '../src/app/services.ts';
import { createCsrf } from '../src/platform/http/csrf.ts';
import { openApiOf } from '../src/platform/http/openapi.ts';
import { testDatabase } from '../src/platform/testing/test-database.ts';
import { unopenedDatabase } from './support/all-capabilities.ts';

// The OZG database of the KDN had fifteen faults. Each is impossible here, and a test says so: 1, 4 to 10, 12 and 13
// beside the code that they are about („Fehler n der OZG-Datenbank“), the others here, for they are about the whole house.

const root = join(import.meta.dirname, '..');

function withDoors<T>(use: (services: ReturnType<typeof createServices>) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-peer-'));
  try {
    const config = readConfig({ LEITWERK_DATA: folder }, folder);
    assert.ok(config.ok);
    return use(createServices(config.value, unopenedDatabase, createLogger('silent', 'test'), 'peer'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every file below a folder of the repository. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((name) => statSync(join(root, name)).isFile());
}

/** Every name of a property of a JSON schema, at any depth. */
function propertiesOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const named = 'properties' in schema && typeof schema.properties === 'object' ? schema.properties : null;
  return [...Object.keys(named ?? {}), ...Object.values(schema).flatMap(propertiesOf)];
}

/** What is given out once, when it is made, because nobody could use it otherwise. */
const shownOnce = /^(POST|PUT) \/(zugaenge|webhooks|mitglieder|kommunen|tokens)/;
const secretName = /passw|secret|geheim|private|salt|pin$|totp|recovery/i;

test('keine Antwort der Schnittstelle enthält ein Passwort oder Geheimnis (Fehler 2 der OZG-Datenbank)', () => {
  const { paths } = withDoors((services) =>
    JSON.parse(JSON.stringify(openApiOf(allDoors(services).operations, 'http://localhost', '1'))),
  ) as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: unknown }>>>>;
  };
  const answers = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { responses }]) => ({
      door: `${method.toUpperCase()} ${path.replace('/api/v1', '')}`,
      secrets: propertiesOf(responses).filter((name) => secretName.test(name)),
    })),
  );
  assert.ok(answers.length > 150, `only ${answers.length} answers found`);
  const told = answers.filter(({ door, secrets }) => secrets.length > 0 && !shownOnce.test(door));
  assert.deepEqual(told, []);
});

test('Spalten mit Geheimnissen halten nur Versiegeltes oder Prüfsummen, auch die der Prüfspur (Fehler 2 der OZG-Datenbank)', async () => {
  await using database = await testDatabase();
  const { rows } = await database.superuser.query<{ place: string; name: string; sealable: boolean }>(
    `select format('%s.%s.%s', table_schema, table_name, column_name) as place, column_name as name,
        data_type = 'bytea' as sealable
      from information_schema.columns
      where table_schema not in ('pg_catalog', 'information_schema')
        and data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY')`,
  );
  assert.ok(rows.length > 500, `only ${rows.length} columns found`);
  const secret = rows.filter(({ name }) => secretName.test(name));
  assert.ok(secret.length > 2, `only ${secret.length} columns of secrets found`);
  const inClear = secret.filter(
    ({ name, sealable }) => !/hash|index/.test(name) && !(sealable && /sealed/.test(name)),
  );
  assert.deepEqual(
    inClear.map(({ place }) => place),
    [],
  );
});

test('wer nicht darf, erreicht keine einzige Seite: die Prüfung steht an einer Stelle vor allen (Fehler 3 der OZG-Datenbank)', async () => {
  const reached: string[] = [];
  const routes = withDoors((services) => allDoors(services).pages)
    .filter(({ access }) => access !== 'public')
    .map((route) => ({
      ...route,
      handle: async () => {
        reached.push(`${route.method} ${route.path}`);
        return { kind: 'redirect' as const, to: '/' };
      },
    }));
  assert.ok(routes.length > 150, `only ${routes.length} pages found`);
  for (const who of [null, { ...actingFor, permissions: new Set<string>() }]) {
    const guarded = routes.filter(({ access }) => who === null || access !== 'signed-in');
    for (const { method, path } of guarded) {
      const { status } = await askAs(guarded, who, method, path);
      assert.ok([303, 401, 403].includes(status), `${method} ${path}: ${status}`);
    }
  }
  assert.deepEqual(reached, []);
});

const actingFor = { kind: 'mitglied', actor: actorOf('mitglied', 'a'), tenant: null } as const;
const origin = 'https://verwaltung.leitwerk.example';
const csrf = createCsrf('key', 'id');

/** Asks one door of a house as somebody, with a token that holds, so that only the permission is in question. */
function askAs(routes: readonly PageRoute[], principal: Principal | null, method: string, path: string) {
  const app = pageServer<null>(routes, {
    origin,
    csrf,
    uploadPlace: { folder: tmpdir(), scanner: null },
    identify: async () => ({ principal, session: null }),
    clientAddressOf: () => '127.0.0.1',
    frame: () => '',
    refusalPage: ({ code, message }) => ({ title: code, main: message }),
    signInPath: '/anmelden',
  });
  const headers = {
    cookie: `${csrf.cookieName}=b`,
    origin,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const body = method === 'POST' ? `csrf=${csrf.tokenFor('b')}` : null;
  return app.request(path.replaceAll(/:\w+/g, 'x'), { method, headers, body });
}

test('jede Art von Datensatz hat ihren eigenen Namen; keine entsteht mit dem einer anderen (Fehler 11 der OZG-Datenbank)', () => {
  const kinds = withDoors(recordKinds);
  assert.equal(new Set(kinds.map(({ art }) => art)).size, kinds.length);
  assert.equal(new Set(kinds.map(({ label }) => label)).size, kinds.length);
});

const regeln = filesBelow('data/zustaendigkeit')
  .filter((name) => /regeln-.*\.jsonl$/.test(name))
  .flatMap((name) => rowsOf(name));

test('die Untere Denkmalbehörde ist keine Bauaufsicht: Aufgabe, Regel und Wortlaut passen zusammen (Fehler 11 der OZG-Datenbank)', () => {
  const named = (word: RegExp) => regeln.filter(({ aufgabe }) => word.test(String(aufgabe)));
  assert.ok(named(/Untere Denkmalbehörde/).length > 0 && named(/Bauaufsicht/).length > 0);
  for (const { id, aufgabeId } of named(/^Untere Denkmalbehörde/))
    assert.match(`${id} ${aufgabeId}`, /^denkmal\S* denkmal$/);
  for (const { id, aufgabeId } of named(/^Untere Bauaufsicht/))
    assert.doesNotMatch(`${id} ${aufgabeId}`, /denkmal/);
});

test('keine Nummer aus einer Datenbank entscheidet im Programm (Fehler 14 der OZG-Datenbank)', () => {
  const code = filesBelow('src').filter(
    (name) => /\.ts$/.test(name) && !/\.test\.ts$|\/testing\/|\/demo[-/]|bundid-test/.test(name),
  );
  assert.ok(code.length > 800);
  const decides =
    /(?:===|!==|==|case|includes\()\s*(?:'L\d{5}'|'\d{8}'|'[0-9a-f]{8}-[0-9a-f]{4}-[^']+')|\b\w*(?:Id|_id)\s*(?:===|!==|==|in \()\s*\d{1,6}\b/;
  const found = code.flatMap((name) =>
    readFileSync(join(root, name), 'utf8')
      .split('\n')
      .flatMap((line, index) => (decides.test(line) ? [`${name}:${index + 1} ${line.trim()}`] : [])),
  );
  assert.deepEqual(found, []);
});

describe('mitgelieferte Daten (Fehler 15 der OZG-Datenbank)', () => {
  let texts: readonly string[];
  before(() => {
    const sets = [
      'katalog',
      'akteure',
      'loesungen',
      'projekte',
      'recht',
      'ozg2',
      'zustaendigkeit',
      'reifegrad',
    ];
    texts = sets.flatMap((set) =>
      filesBelow(`data/${set}`)
        .filter((name) => name.endsWith('.jsonl'))
        .flatMap((name) => rowsOf(name).flatMap(textsOf)),
    );
  });
  after(() => {
    texts = [];
  });

  test('enthalten keinen Testeintrag wie „sdesf“, „Test 124“ oder „aaaa“', () => {
    assert.ok(texts.length > 10_000, `only ${texts.length} texts found`);
    const junk =
      /^(?:test|dummy|foo|bar|asdf|qwert|xyz|lorem)\b|\btest ?\d+\b|([a-zäöü])\1{3,}|^[bcdfghjklmnpqrstvwxz]{5,}$/i;
    const roman = /^[ivxlcdm]+$/i;
    assert.deepEqual(
      texts.filter((text) => junk.test(text) && !roman.test(text)),
      [],
    );
  });

  test('nennen Satz für Satz, woher sie sind und von wann', () => {
    for (const name of filesBelow('data').filter((each) => each.endsWith('.jsonl'))) {
      const { kopf } = rowsOf(name)[0] ?? {};
      const keys = typeof kopf === 'object' && kopf !== null ? Object.keys(kopf) : [];
      assert.ok(
        keys.includes('stand') && keys.includes('quelle') && keys.includes('evidenz'),
        `${name}: ${keys}`,
      );
    }
  });
});

type Row = Readonly<Record<string, unknown>>;

function rowsOf(name: string): readonly Row[] {
  return readFileSync(join(root, name), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line): Row => JSON.parse(line));
}

/** Names and texts; addresses, hashes and keys are none. */
function textsOf(row: Row): readonly string[] {
  return Object.entries(row).flatMap(([key, value]) => {
    if (typeof value === 'string')
      return /name|titel|aufgabe|label|bezeichnung|text/i.test(key) ? [value] : [];
    return typeof value === 'object' && value !== null ? textsOf(value as Row) : [];
  });
}
