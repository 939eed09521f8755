import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { actorOf } from '#platform';
import { finderWorld, refusedAs, shippedData, unwrap } from '../testing/finder-world.ts';
import { allLebenslagen, findLebenslage } from './find-lebenslage.ts';
import { applyFinderImport, currentFinderFile, previewFinderImport } from './import-finder.ts';

const actor = actorOf('system', 'test');

test('ein zweites Einlesen ändert nichts, und die Datei kommt heraus, wie sie hineinging', async () => {
  await using world = await finderWorld();
  const files = [
    ['thesaurus', 'thesaurus/thesaurus.jsonl'],
    ['thesaurus', 'thesaurus/synonyme.jsonl'],
    ['lebenslagen', 'lebenslagen/lebenslagen.jsonl'],
  ] as const;
  for (const [umfang, file] of files) {
    assert.equal(unwrap(await applyFinderImport(world.t.db, actor, shippedData, umfang)).changed, false);
    const text = await world.t.db.withPublic((tx) => currentFinderFile(tx, umfang, file));
    const lines = (given: string) =>
      given
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
    const shipped = lines(readFileSync(join(shippedData, file), 'utf8'));
    const byId = (rows: { id?: string }[]) => rows.toSorted((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
    assert.deepEqual(byId(lines(text ?? '')), byId(shipped));
  }
});

test('die Vorschau sagt, welche Zeile sich ändert; Fehler nennen Datei, Zeile und Feld', async () => {
  await using world = await finderWorld();
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-thesaurus-'));
  try {
    cpSync(join(shippedData, 'thesaurus'), join(folder, 'thesaurus'), { recursive: true });
    const file = join(folder, 'thesaurus/thesaurus.jsonl');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"alltag":["', '"alltag":["Probewort","'));
    const preview = unwrap(await previewFinderImport(world.t.db, folder, 'thesaurus'));
    assert.deepEqual(
      Object.values(preview.counts).map(({ neu, geaendert, entfallen }) => [neu, geaendert, entfallen]),
      [
        [0, 1, 0],
        [0, 0, 0],
      ],
    );
    writeFileSync(file, text.replace('"kurz":[', '"kurz":[7,'));
    assert.equal(
      refusedAs(await previewFinderImport(world.t.db, folder, 'thesaurus')),
      'REFERENCE_FILE_INVALID',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('jede Lebenslage hat Schritte mit Leistungen, die es gibt, und einen Satz dazu', async () => {
  await using world = await finderWorld();
  const lagen = await allLebenslagen(world.deps);
  assert.ok(lagen.length >= 12);
  assert.deepEqual(
    lagen.map(({ rang }) => rang),
    lagen.map((_, at) => at + 1),
  );
  for (const { id, schritte } of lagen) {
    const guided = unwrap(await findLebenslage(world.deps, id));
    for (const [at, schritt] of schritte.entries()) {
      assert.ok(schritt.leistungen.length > 0, `${id} ${schritt.titel}`);
      assert.deepEqual(
        guided.schritte[at]?.leistungen.map((each) => each.id),
        schritt.leistungen,
        `${id} ${schritt.titel}`,
      );
      assert.match(schritt.satz, /^[A-ZÄÖÜ].{20,200}\.$/, schritt.satz);
    }
  }
  assert.equal(refusedAs(await findLebenslage(world.deps, 'gibt-es-nicht')), 'FINDER_LEBENSLAGE_UNKNOWN');
});
