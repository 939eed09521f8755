import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ruleNames } from './declared-rooms.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const find = (...patterns: string[]) => globSync(patterns, { cwd: root }).sort();
const isTest = (file: string) => /\.test\.ts$|\/testing\//.test(file);
const product = find('src/**/*.ts').filter((file) => !isTest(file));

/** The lines of files in which `pattern` stands, comments aside. */
function linesWith(files: readonly string[], pattern: RegExp): readonly string[] {
  return files.flatMap((file) =>
    read(file)
      .split('\n')
      .map((line, i) => ({ place: `${file}:${i + 1}`, code: line.replace(/^\s*(\/\/|\*|\/\*).*/, '') }))
      .filter(({ code }) => pattern.test(code))
      .map(({ place }) => place),
  );
}

/** Rooms with more than one door, as the rules have it. */
const furtherDoors: Readonly<Record<string, readonly string[]>> = {
  forms: ['bedingungen', 'onlinedienst', 'pages', 'testfaelle'],
  efa: ['fassungen', 'many', 'parameter'],
  connection: ['cockpit'],
};

// Contexts that the rules name; one that is being begun is not yet held to them.
const contexts = readdirSync(join(root, 'src/contexts')).filter((name) => ruleNames.includes(`room-${name}`));

for (const context of contexts) {
  test(`${context} says in its README what it is for, and shows at most 40 names`, () => {
    const folder = `src/contexts/${context}`;
    assert.ok(existsSync(join(root, folder, 'README.md')), 'README.md is missing');
    for (const door of ['index', ...(furtherDoors[context] ?? [])]) {
      const index = read(`${folder}/${door}.ts`);
      assert.doesNotMatch(index, /export \*/, 'export * hides how many names there are');
      const lists = [...index.matchAll(/export (?:type )?\{([^}]*)\}/g)].map((match) => match[1] ?? '');
      const names = lists.flatMap((list) => list.split(',')).filter((name) => name.trim() !== '');
      assert.ok(names.length > 0 && names.length <= 40, `${names.length} names at ${door}.ts`);
    }
  });
}

test('SQL of a context names its own schema only', () => {
  for (const context of contexts) {
    const others = contexts.filter((name) => name !== context).join('|');
    const files = product.filter((file) => file.startsWith(`src/contexts/${context}/`));
    const table = new RegExp(`\\b(from|join|into|update)\\s+(${others})\\.[a-z_]+`, 'i');
    assert.deepEqual(linesWith(files, table), []);
  }
});

const longest = 250;
const usual = 160;

test('no file is longer than 250 lines, and of twenty files nineteen are shorter than 160', () => {
  const sizes = product
    .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
    .sort((a, b) => b.lines - a.lines);
  const top = sizes.slice(0, 10).map(({ file, lines }) => `${lines} ${file}`);
  assert.deepEqual(
    sizes.filter(({ lines }) => lines > longest).map(({ file, lines }) => `${lines} ${file}`),
    [],
  );
  const at95 = sizes[Math.floor(sizes.length * 0.05)];
  assert.ok(at95 && at95.lines < usual, `the longest are: ${top.join(', ')}`);
});

// The entry of the program, and the hand-over from the supervisor to its children.
const readsEnvironment = [
  'src/app/cli/main.ts',
  'src/app/supervisor/handover.ts',
  'src/app/supervisor/run-child.ts',
];

test('the environment is read at the entries and nowhere else', () => {
  const places = linesWith(product, /process\.env/);
  assert.deepEqual(
    places.filter((place) => !readsEnvironment.includes(place.replace(/:\d+$/, ''))),
    [],
  );
});

test('rules and use cases get the time passed in', () => {
  const timeless = product.filter((file) => /\/(domain|use-cases)\//.test(file));
  assert.ok(timeless.length >= 50);
  assert.deepEqual(linesWith(timeless, /Date\.now\(|new Date\(\)|performance\.now\(/), []);
});

test('rules know no chance', () => {
  const domain = product.filter((file) => file.includes('/domain/'));
  assert.deepEqual(linesWith(domain, /Math\.random|randomUUID|randomBytes/), []);
});

test('what a migration makes belongs to its context', () => {
  const schemaOf: Readonly<Record<string, string>> = {
    '00': 'platform',
    '01': 'catalogue',
    '02': 'territory',
    '03': 'duties',
    '04': 'identity',
    '11': 'law',
  };
  for (const file of find('migrations/*.sql')) {
    const own = schemaOf[file.slice('migrations/'.length).slice(0, 2)];
    if (own === undefined) continue;
    const made = [...read(file).matchAll(/^create (?:table|view|function|sequence) ([a-z_]+)\./gm)];
    for (const [, schema] of made) assert.ok(schema === own || schema === 'platform', `${file}: ${schema}`);
  }
});

test('nothing is put off, left out or tried alone', () => {
  const files = find('{src,scripts,test,bench,docs,migrations,bin}/**/*.{ts,js,cjs,sql,md}', '*.md').filter(
    (file) => file !== 'test/architecture/house.test.ts',
  );
  assert.ok(files.length > 300);
  // In quotes it is the code of an unknown nationality.
  assert.deepEqual(
    linesWith(files, /\b(TODO|FIXME)\b|(?<!['`])\bXXX\b|\.only\(|\b(test|it|describe)\.skip\(/),
    [],
  );
});

test('every event that is published has a handler: nobody tells what nobody hears', () => {
  const all = product.map(read).join('\n');
  const published = [...all.matchAll(/\bpublish\(tx, ([^,]+),/g)].map(([, event = '']) => event);
  assert.ok(published.length >= 6, `only ${published.length} found`);
  // `work` is one of the names of `ReferenceWork`, the type of both the publisher and its handlers.
  const heard = (event: string) => event === 'work' || all.includes(`[${event}]: async (`);
  assert.deepEqual(
    published.filter((event) => !heard(event)),
    [],
  );
});
