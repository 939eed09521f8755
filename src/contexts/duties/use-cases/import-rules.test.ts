import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { actorOf } from '#platform';
import { testDatabase } from '../../../platform/testing/test-database.ts';
import { regelwerkVersion } from '../store.ts';
import { realFacts } from '../testing/real-duties.ts';
import { applyRulesImport, loadRulesData, previewRulesImport } from './import-rules.ts';
import { loadRegelwerk } from './load-regelwerk.ts';

const actor = actorOf('betreiber', 'test');
const shipped = join(import.meta.dirname, '../../../../data');

/** A copy of the rules in which a line of a file reads differently. */
function changedRules(file: string, change: (text: string) => string) {
  const folder = mkdtempSync(join(tmpdir(), 'leitwerk-rules-'));
  cpSync(join(shipped, 'zustaendigkeit'), join(folder, 'zustaendigkeit'), { recursive: true });
  const path = join(folder, 'zustaendigkeit', file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  return { folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

test('das mitgelieferte Regelwerk steht nach dem Einlesen genau so in der Datenbank wie in den Dateien', async () => {
  await using t = await testDatabase();
  const loaded = await loadRulesData(t.db, actor, shipped);
  assert.deepEqual(loaded, { ok: true, value: { loaded: true } });
  const stored = await t.db.withPublic(loadRegelwerk);
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  const { regeln, uebertragungen, bestimmungen } = realFacts().regelwerk;
  assert.deepEqual(stored.regeln.toSorted(byId), regeln.toSorted(byId));
  assert.deepEqual(stored.uebertragungen.toSorted(byId), uebertragungen.toSorted(byId));
  assert.deepEqual(stored.bestimmungen.toSorted(byId), bestimmungen.toSorted(byId));
});

test('ein zweites Einlesen ändert nichts', async () => {
  await using t = await testDatabase();
  await loadRulesData(t.db, actor, shipped);
  assert.deepEqual(await loadRulesData(t.db, actor, shipped), { ok: true, value: { loaded: false } });
  const again = await applyRulesImport(t.db, actor, shipped);
  assert.equal(again.ok && again.value.changed, false);
  assert.equal(await t.db.withPublic(regelwerkVersion), 1);
});

test('die Vorschau nennt, was ein geändertes Regelwerk ändern würde, und ändert nichts', async () => {
  await using t = await testDatabase();
  await loadRulesData(t.db, actor, shipped);
  using changed = changedRules('regeln-arbeit-ruhestand.jsonl', (text) =>
    text.replace(
      '"aufgabeId":"wohngeld","land":"05","aufgabe":"Wohngeldbehörde"',
      '"aufgabeId":"wohngeld","land":"05","aufgabe":"Wohngeldstelle"',
    ),
  );
  const preview = await previewRulesImport(t.db, changed.folder);
  assert.ok(preview.ok);
  assert.deepEqual(preview.value.counts['duties.regel'], {
    neu: 0,
    geaendert: 1,
    entfallen: 0,
    gleich: realFacts().regelwerk.regeln.length - 1,
  });
  assert.equal(await t.db.withPublic(regelwerkVersion), 1);
  const applied = await applyRulesImport(t.db, actor, changed.folder);
  assert.equal(applied.ok && applied.value.changed, true);
  const { regeln } = await t.db.withPublic(loadRegelwerk);
  assert.equal(regeln.find(({ id }) => id === 'wohngeld')?.aufgabe, 'Wohngeldstelle');
  assert.equal(regeln.length, realFacts().regelwerk.regeln.length);
});

test('ein fehlerhaftes Regelwerk wird mit Datei und Stelle abgelehnt, und nichts wird übernommen', async () => {
  await using t = await testDatabase();
  const broken: readonly (readonly [string, string, string, RegExp])[] = [
    ['regeln-ein-auswanderung.jsonl', '"gueltigBis":"2024-12-31"', '"gueltigBis":"2024-02-30"', /gueltigBis/],
    ['regeln-ein-auswanderung.jsonl', '"stelle":"Bezirksregierung"', '"stelle":null', /stelle/],
    ['regeln-familie-kind.jsonl', '"id":"elterngeld"', '"id":"baulastenverzeichnis"', /id/],
    ['regeln-arbeit-ruhestand.jsonl', '"ozgIds":[10', '"ozgIds":[10001,10', /reichweite/],
    ['bestimmungen-nrw.jsonl', '"aufgabeId":"jugendamt"', '"aufgabeId":"jugend"', /aufgabeId/],
    [
      'uebertragungen-nrw.jsonl',
      '"aufgabeIds":["auslaenderbehoerde"]',
      '"aufgabeIds":["auslaender"]',
      /aufgabeIds/,
    ],
  ];
  for (const [file, from, to, place] of broken) {
    using changed = changedRules(file, (text) => text.replace(from, to));
    const refused = await applyRulesImport(t.db, actor, changed.folder);
    assert.ok(!refused.ok, file);
    assert.match(refused.refusal.fields?.[0]?.field ?? '', place);
  }
  assert.equal(await t.db.withPublic(regelwerkVersion), 0);
});
