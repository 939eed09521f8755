import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { loadOnlinedienste } from './load-onlinedienste.ts';
import { must, refused } from './testing/build.ts';

const shipped = new URL('../../../data/onlinedienste/hund-anmelden', import.meta.url).pathname;

/** A folder outside the repository with one Onlinedienst, gone after the test. */
async function inFolder(
  change: (folder: string) => Promise<void>,
  check: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'onlinedienste-'));
  try {
    await cp(shipped, join(folder, 'hund-anmelden'), { recursive: true });
    await change(folder);
    await check(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  assert.ok(text.includes(from));
  await writeFile(file, text.replace(from, to));
}

describe('Onlinedienste in a folder outside the repository', () => {
  it('are loaded', () =>
    inFolder(
      async () => undefined,
      async (folder) =>
        assert.deepEqual(
          must(await loadOnlinedienste(folder)).map(({ id }) => id),
          ['hund-anmelden'],
        ),
    ));

  const broken: readonly (readonly [string, (folder: string) => Promise<void>, string])[] = [
    [
      'a condition that names nothing',
      (folder) =>
        edit(
          join(folder, 'hund-anmelden/formular.json'),
          '"any(hunde, row.gross)"',
          '"any(hunde, row.riesig)"',
        ),
      'hund-anmelden/formular.json: pages[5].condition',
    ],
    [
      'a missing text',
      (folder) => edit(join(folder, 'hund-anmelden/dienst.json'), '"cost":', '"kosten":'),
      'hund-anmelden/dienst.json: texts.cost',
    ],
    [
      'a text that names no parameter',
      (folder) =>
        edit(join(folder, 'hund-anmelden/dienst.json'), '{param.bearbeitungszeit}', '{param.dauer}'),
      'hund-anmelden/dienst.json: texts.time',
    ],
    [
      'a fee for a Leistung that is not covered',
      (folder) =>
        edit(
          join(folder, 'hund-anmelden/formular.json'),
          '"leika": "99110009104000"',
          '"leika": "99110009104999"',
        ),
      'hund-anmelden/dienst.json: covers',
    ],
    [
      'broken JSON',
      (folder) => writeFile(join(folder, 'hund-anmelden/dienst.json'), '{'),
      'hund-anmelden/dienst.json: (Anfang)',
    ],
    [
      'a missing form',
      (folder) => rm(join(folder, 'hund-anmelden/formular.json')),
      'hund-anmelden/formular.json',
    ],
    [
      'a huge file',
      (folder) => writeFile(join(folder, 'hund-anmelden/formular.json'), ' '.repeat(1_000_001)),
      'hund-anmelden/formular.json',
    ],
    [
      'a folder of another name',
      (folder) => cp(shipped, join(folder, 'katze'), { recursive: true }),
      'katze/dienst.json: id',
    ],
  ];
  for (const [name, change, place] of broken) {
    it(`are refused with file and place for ${name}`, () =>
      inFolder(change, async (folder) => {
        const { code, fields = [] } = refused(await loadOnlinedienste(folder));
        assert.equal(code, 'FORM_ONLINEDIENST_INVALID');
        assert.ok(
          fields.some(({ field }) => field === place),
          JSON.stringify(fields),
        );
      }));
  }

  it('are refused where there is no folder', async () => {
    assert.equal(refused(await loadOnlinedienste('/nirgendwo/hier')).kind, 'not-found');
  });
});
