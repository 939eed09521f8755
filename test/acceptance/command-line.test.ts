import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type TempInstallation, tempInstallation } from '../../src/platform/testing/temp-installation.ts';
import { copyData } from '../support/broken-data.ts';
import { type Ended, launch, leitwerk, npmStart, projectFolder, untilOf } from '../support/processes.ts';

const skip = !(process.platform === 'linux' && process.arch === 'x64') && 'needs the embedded PostgreSQL';

interface Row {
  readonly id: string;
  readonly leika: string | null;
  readonly ozgId: number | null;
  readonly name: string;
  readonly verdict: string;
}

describe('leitwerk at the command line', { skip }, () => {
  let home: TempInstallation;
  const run = (...words: string[]) => leitwerk(words, { LEITWERK_DATA: home.dataFolder, USER: 'probe' });
  before(() => {
    home = tempInstallation();
  });
  after(() => home[Symbol.asyncDispose]());

  test('without a server: JSON on standard output in the promised shapes, nothing on standard error', async () => {
    const duties = json(await run('duties', 'Lemgo', '--date', '2026-11-21', '--json')) as {
      kommune: unknown;
      date: string;
      leistungen: Row[];
    };
    assert.deepEqual(duties.kommune, {
      ags: '05766044',
      name: 'Lemgo',
      groessenklasse: 'mittlere-kreisangehoerige-stadt',
    });
    assert.equal(duties.date, '2026-11-21');
    assert.equal(duties.leistungen.length, 5_249);
    assert.deepEqual(Object.keys(duties.leistungen[0] ?? {}).sort(), [
      'achse',
      'id',
      'leika',
      'name',
      'ozgId',
      'verdict',
    ]);
    const duty = json(await run('duty', 'Lemgo', '99102013002000', '--json')) as Row & { reasons: object[] };
    assert.equal(duty.verdict, 'selbst');
    for (const reason of duty.reasons)
      for (const key of ['step', 'source', 'evidence', 'validFrom', 'validTo']) assert.ok(key in reason, key);
    const search = json(await run('search', 'hund', 'anmelden', '--kommune', 'Lemgo', '--json')) as {
      treffer: object[];
    };
    assert.ok(search.treffer.length > 0);
    for (const key of ['id', 'leika', 'ozgId', 'name', 'score'])
      assert.ok(key in (search.treffer[0] ?? {}), key);
    assert.equal((json(await run('kommune', 'Lemgo', '--json')) as { ags: string }).ags, '05766044');
    assert.equal(home.databasePid(), null, 'PostgreSQL is left running');
  });

  test('a norm that ended: Lüdenscheid, OZG 10255, as pages and API have it', async () => {
    for (const [date, verdict] of [
      ['2024-12-31', 'selbst'],
      ['2025-01-01', 'offen'],
      ['2026-11-21', 'offen'],
    ] as const) {
      const { leistungen } = json(await run('duties', 'Lüdenscheid', '--date', date, '--json')) as {
        leistungen: Row[];
      };
      // One is of the Bund by its Typisierung; two have rules of their own.
      const others = ['L00669', 'L00471', 'L04836'];
      const ofOzg = leistungen.filter(({ ozgId, id }) => ozgId === 10255 && !others.includes(id));
      assert.deepEqual([...new Set(ofOzg.map((row) => row.verdict))], [verdict], date);
    }
  });

  test('each refusal has its exit code, a sentence on standard error, and with --json a problem document', async () => {
    const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
      [['kommune', 'Lemgoo'], 4, /05766044 {2}Lemgo/],
      [['kommune', 'Unna'], 5, /heißen 2 Kommunen/],
      [['duties', 'Lemgo', '--date', '2024-02-30'], 2, /2024-02-30/],
      [['duties', 'Lemgo', '--date', '1700-01-01'], 2, /1700-01-01|Gesetz|Jahr/],
      [['duty', 'Lemgo', 'L99999'], 4, /L99999/],
      [['duties'], 2, /Es fehlt eine Angabe/],
      [['duties', 'Lemgo', '--farbe', 'rot'], 2, /Aufruf: leitwerk duties/],
      [['dutys', 'Lemgo'], 2, /Den Befehl „dutys“ gibt es nicht[\s\S]*duties/],
      [['import', '/gibt/es/nicht'], 4, /Es wurde nichts geändert/],
      [['restore', '/gibt/es/nicht'], 2, /keine vollständige Sicherung/],
    ];
    for (const [words, code, sentence] of cases) {
      const answer = await run(...words, '--json');
      assert.equal(answer.code, code, `${words.join(' ')}: ${answer.err}`);
      assert.match(answer.err, sentence);
      const problem = JSON.parse(answer.out) as { readonly code: string; readonly detail: string };
      assert.ok(problem.code && answer.err.startsWith(problem.detail), words.join(' '));
    }
  });

  test('an option that a command does not know, or that lacks its value, is named in German', async () => {
    const strange = await run('search', 'hund', '--gibtesnicht');
    assert.equal(strange.code, 2);
    assert.match(strange.err, /^„--gibtesnicht“ kennt dieser Befehl nicht\. Aufruf: leitwerk search /);
    for (const words of [['--limit'], ['--json=ja']])
      assert.match((await run('search', 'hund', ...words)).err, /^Zu „--(limit|json)“ fehlt der Wert/);
  });

  test('settings: an unknown one, an impossible one, and a data folder that is none', async () => {
    const unknown = await leitwerk(['help'], { LEITWERK_DATEN: '/tmp' });
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /LEITWERK_DATEN gibt es nicht\. Bitte entfernen oder berichtigen/);
    const impossible = await leitwerk(['help'], { PORT: 'achtzig' });
    assert.equal(impossible.code, 2);
    assert.match(impossible.err, /PORT/);
    const file = join(home.root, 'datei');
    writeFileSync(file, '');
    const noFolder = await leitwerk(['kommunen'], { LEITWERK_DATA: file });
    assert.equal(noFolder.code, 69, noFolder.err);
    assert.match(noFolder.err, /ist kein Ordner/);
    if (process.getuid?.() === 0) return;
    const locked = join(home.root, 'gesperrt');
    mkdirSync(locked, { mode: 0o500 });
    const notWritable = await leitwerk(['kommunen'], { LEITWERK_DATA: locked });
    assert.equal(notWritable.code, 69);
    assert.match(notWritable.err, /darf im Datenordner .* nicht lesen oder schreiben/);
  });

  test('help needs nothing, and makes nothing', async () => {
    const nowhere = join(home.root, 'noch-nicht-da');
    const help = await leitwerk(['help'], { LEITWERK_DATA: nowhere });
    assert.equal(help.code, 0);
    for (const name of [
      'start',
      'duties',
      'duty',
      'kommune',
      'search',
      'import',
      'backup',
      'restore',
      'check',
    ])
      assert.match(help.out, new RegExp(`^  ${name}\\b`, 'm'));
    assert.equal(existsSync(nowhere), false);
    assert.equal((await leitwerk(['duty', '--help'], { LEITWERK_DATA: nowhere })).code, 0);
  });

  test('a reader that stops early is no fault', async () => {
    const script = `"${join(projectFolder, 'bin/leitwerk')}" duties Lemgo | head -n 1; echo "status $(echo $?)"`;
    const piped = await launch('bash', ['-c', `set -o pipefail; ${script}`], {
      LEITWERK_DATA: home.dataFolder,
    }).ended;
    assert.match(piped.out, /status 0/);
    assert.equal(piped.err, '');
    assert.equal(home.databasePid(), null, 'PostgreSQL is left running');
  });

  test('a broken reference file is refused with line and field, and nothing is changed', async () => {
    using data = copyData();
    data.edit('katalog/lagen.jsonl', (lines) =>
      lines.map((line, at) => (at === 3 ? line.replace(/"id":\d+/, '"id":"drei"') : line)),
    );
    const before = await run('referenzdaten', '--json');
    for (const words of [
      ['import', data.folder],
      ['import', data.folder, '--yes'],
    ]) {
      const refused = await run(...words);
      assert.equal(refused.code, 2, refused.err);
      assert.match(refused.err, /lagen\.jsonl/);
      assert.match(refused.err, /Zeile 4/);
      assert.match(refused.err, /\bid\b/);
    }
    assert.equal((await run('referenzdaten', '--json')).out, before.out);
  });

  test('an import shows first, changes nothing before --yes, and counts once', async () => {
    using data = copyData();
    data.edit('katalog/leistungen.jsonl', (lines) =>
      lines.map((line) => line.replace('"name":"Abbruchgenehmigung"', '"name":"Genehmigung zum Abbruch"')),
    );
    const preview = await run('import', join(data.folder, 'katalog'));
    assert.equal(preview.code, 0, preview.err);
    assert.match(preview.out, /Abbruchgenehmigung → Genehmigung zum Abbruch/);
    assert.match(preview.out, /Es wurde nichts geändert/);
    const nameNow = async () => (json(await run('leistung', 'L00002', '--json')) as { name: string }).name;
    assert.equal(await nameNow(), 'Abbruchgenehmigung');
    assert.match((await run('import', join(data.folder, 'katalog'), '--yes')).out, /übernommen/);
    assert.equal(await nameNow(), 'Genehmigung zum Abbruch');
    assert.match((await run('import', join(data.folder, 'katalog'), '--yes')).out, /nichts zu ändern/);
  });

  test('killed during an import: nothing half, the next command is clean and PostgreSQL does not stay', async () => {
    using data = copyData();
    data.edit('katalog/leistungen.jsonl', (lines) =>
      lines.map((line) => line.replace(/"name":"((?:[^"\\]|\\.)+)"/, '"name":"$1 (neu)"')),
    );
    const before = (await run('referenzdaten', '--json')).out;
    const words = ['import', join(data.folder, 'katalog'), '--yes'];
    const importing = launch(join(projectFolder, 'bin/leitwerk'), words, { LEITWERK_DATA: home.dataFolder });
    await untilOf(importing, () => home.databasePid() !== null);
    importing.child.kill('SIGKILL');
    await importing.ended;
    const check = await run('check');
    assert.equal(check.code, 0, check.out + check.err);
    const state = (await run('referenzdaten', '--json')).out;
    const { name } = json(await run('leistung', 'L00003', '--json')) as { name: string };
    assert.equal(name.endsWith('(neu)'), state !== before, 'half an import');
    assert.equal(home.databasePid(), null, 'PostgreSQL is left running');
  });

  test('backup and restore into a new folder; the keys lie apart', async () => {
    const backup = join(home.root, 'sicherung');
    const keys = join(home.root, 'schluessel');
    const saved = await run('backup', backup, '--keys', keys, '--json');
    assert.equal(saved.code, 0, saved.err);
    const fresh = home.another('neu').dataFolder;
    const again = (...words: string[]) => leitwerk(words, { LEITWERK_DATA: fresh });
    const folder = (json(saved) as { folder: string }).folder;
    const restored = await again('restore', folder, '--keys', keys, '--json');
    assert.equal(restored.code, 0, restored.err);
    assert.equal((await again('referenzdaten', '--json')).out, (await run('referenzdaten', '--json')).out);
    assert.equal((await again('check')).code, 0);
    const twice = await again('restore', folder, '--keys', keys);
    assert.notEqual(twice.code, 0, 'a restore over existing data');
  });

  test('beside a running server: the same answers, at once in its pages, and a second server is refused', async () => {
    const server = await npmStart(home.dataFolder);
    try {
      const { name } = json(await run('leistung', 'L00002', '--json')) as { name: string };
      assert.equal(name, 'Genehmigung zum Abbruch');
      const code = await run('demo', 'code', 'lemgo-admin');
      assert.match(code.out, /^\d{6}\n$/);
      const invited = await run(
        ...['member', 'invite', 'Paula Probe', 'paula.probe@demo.invalid', '--roles', 'lesen'],
        ...['--organisation', 'Lemgo', '--json'],
      );
      assert.equal(invited.code, 0, invited.err);
      const members = await run('member', 'list', '--organisation', '05766044', '--json');
      assert.match(members.out, /paula\.probe@demo\.invalid/);
      const trail = await run(
        'audit',
        'search',
        '--action',
        'identity.member.invited',
        '--organisation',
        'Lemgo',
        '--json',
      );
      assert.match(trail.out, /betreiber:probe/);
      const second = await run('start');
      assert.equal(second.code, 69);
      assert.match(second.err, /läuft schon ein Leitwerk/);
      assert.equal((await run('check')).code, 0);
    } finally {
      server.child.kill('SIGTERM');
      await server.ended;
    }
    assert.equal(home.databasePid(), null);
    assert.doesNotMatch(readFileSync(join(home.dataFolder, 'postgres.log'), 'utf8'), /PANIC/);
  });
});

function json(answer: Ended): unknown {
  assert.equal(answer.code, 0, answer.err);
  assert.equal(answer.err, '');
  return JSON.parse(answer.out);
}
