import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { vector } from '../../../standards/xdatenfelder/testing/read-all.ts';
import { type FimWorld, openFimWorld } from '../testing/fim-world.ts';
import { probeschemata } from '../testing/probeschemata.ts';
import { hakeAb } from './abhaken.ts';
import { alsFormular } from './ausgeben.ts';
import { authorOf } from './author.ts';
import { applyEinlesung, beginEinlesung, previewEinlesung } from './einlesen.ts';
import { readSchema, readSchemas } from './read-schema.ts';
import { readUnterschiede } from './unterschiede.ts';

const id = 'S99000000001';
const punkt = 'regel R99000000001';
const [erste, zweite] = probeschemata();
const datei = (text: string) => ({
  name: 'schema.xml',
  bytes: Buffer.from(text),
  quelle: 'Quelle',
  lizenz: 'frei',
});

describe('schemas of FIM in this installation', () => {
  let world: FimWorld;
  before(async () => {
    world = await openFimWorld();
  });
  after(() => world[Symbol.asyncDispose]());

  async function lies(text: string) {
    const begun = await beginEinlesung(world.deps, world.author, datei(text));
    assert.ok(begun.ok, begun.ok ? '' : begun.refusal.message);
    return begun.value;
  }

  test('a file that cannot be read is refused with its line, and nothing is kept', async () => {
    const broken = vector('gutes-schema.xml').replace('<code>select</code>', '<code>radio</code>');
    const begun = await beginEinlesung(world.deps, world.author, datei(broken));
    assert.ok(!begun.ok);
    assert.equal(begun.refusal.code, 'XDF_VALUE');
    assert.match(begun.refusal.message, /^Zeile 77/);
    assert.deepEqual(await readSchemas(world.deps, world.author), []);
  });

  test('a preview changes nothing; only its confirmation imports the schema, for everybody', async () => {
    const waiting = await lies(erste);
    const preview = await previewEinlesung(world.deps, world.author, waiting);
    assert.ok(preview.ok && preview.value.gegen === null);
    assert.deepEqual(
      preview.value.vergleich.unterschiede.map(({ art, element }) => `${art} ${element}`),
      ['neu Schema', 'neu Regel', 'neu Gruppe', 'neu Feld', 'neu Feld', 'neu Feld'],
    );
    assert.deepEqual(await readSchemas(world.deps, world.author), []);
    const stranger = await previewEinlesung(world.deps, world.other, waiting);
    assert.equal(!stranger.ok && stranger.refusal.code, 'FIM_IMPORT_GONE');
    const applied = await applyEinlesung(world.deps, world.author, waiting);
    assert.ok(applied.ok);
    const [zeile] = await readSchemas(world.deps, world.other);
    assert.equal(zeile?.fassung.bezeichnung, 'Anzeige einer Probe');
    assert.equal(zeile.offen, zeile.fassung.kennzahlen.arbeitspunkte.length);
    const again = await applyEinlesung(world.deps, world.author, waiting);
    assert.equal(!again.ok && again.refusal.code, 'FIM_IMPORT_GONE');
  });

  test('the same file twice is told, and changes nothing', async () => {
    const begun = await beginEinlesung(world.deps, world.author, datei(erste));
    assert.equal(!begun.ok && begun.refusal.code, 'FIM_ALREADY_HELD');
  });

  test('a preview waits for a day', async () => {
    const waiting = await lies(zweite);
    world.turnClock(2);
    const late = await applyEinlesung(world.deps, world.author, waiting);
    assert.equal(!late.ok && late.refusal.code, 'FIM_IMPORT_GONE');
  });

  test('whoever ticks off a rule stands beside it, for their own house only', async () => {
    const said = { id, version: null, schluessel: punkt, stand: 'erledigt', notiz: 'geprüft' } as const;
    const done = await hakeAb(world.deps, world.author, said);
    assert.ok(done.ok && done.value.person === 'Hanno Sternwald');
    const [own, others] = await Promise.all([
      readSchema(world.deps, world.author, id, null),
      readSchema(world.deps, world.other, id, null),
    ]);
    assert.ok(own.ok && others.ok);
    const standOf = (detail: typeof own.value) =>
      detail.punkte.find((each) => each.punkt.schluessel === punkt)?.stand;
    assert.equal(standOf(own.value), 'erledigt');
    assert.equal(standOf(others.value), 'offen');
    const formular = alsFormular(own.value);
    assert.ok(formular.ok);
    assert.deepEqual(
      formular.value.rules?.map(({ state, note }) => [state, note]),
      [['in-condition', 'Hanno Sternwald: geprüft']],
    );
    const dropped = await hakeAb(world.deps, world.author, { ...said, stand: 'entfaellt' });
    assert.ok(dropped.ok);
    const without = await readSchema(world.deps, world.author, id, null);
    const after = without.ok ? alsFormular(without.value) : without;
    assert.ok(after.ok);
    assert.deepEqual(
      after.value.rules?.map(({ state }) => state),
      ['waived'],
    );
    assert.ok((await hakeAb(world.deps, world.author, said)).ok);
    const unknown = await hakeAb(world.deps, world.author, { ...said, schluessel: 'regel R1' });
    assert.equal(!unknown.ok && unknown.refusal.code, 'FIM_POINT_UNKNOWN');
  });

  test('a tick goes along to the next version, until the schema says something else', async () => {
    const next = await applyEinlesung(world.deps, world.author, await lies(zweite));
    assert.ok(next.ok && next.value.gegen?.version === '1.0.0');
    const same = await readSchema(world.deps, world.author, id, '1.1.0');
    assert.ok(same.ok);
    assert.equal(same.value.punkte.find((each) => each.punkt.schluessel === punkt)?.stand, 'erledigt');
    const other = zweite.replace('= 1, dann', '= 2, dann').replace('>1.1.0<', '>1.10.0<');
    assert.ok((await applyEinlesung(world.deps, world.author, await lies(other))).ok);
    const newest = await readSchema(world.deps, world.author, id, null);
    assert.ok(newest.ok && newest.value.fassung.version === '1.10.0');
    const open = newest.value.punkte.find((each) => each.punkt.schluessel === punkt);
    assert.deepEqual([open?.stand, open?.textGeaendert], ['offen', true]);
  });

  test('two versions stand beside each other, element for element', async () => {
    const found = await readUnterschiede(world.deps, world.author, id, { von: '1.0.0', zu: '1.1.0' });
    assert.ok(found.ok);
    assert.deepEqual(
      found.value.vergleich.unterschiede.map(({ art, fimId, aenderungen }) => [
        art,
        fimId,
        ...aenderungen.map(({ feld }) => feld),
      ]),
      [
        ['geaendert', id, 'Version'],
        ['geaendert', 'F99000000001', 'Bezeichnung'],
      ],
    );
    assert.equal(found.value.vergleich.unveraendert, 4);
  });

  test('schemas that are unknown are named, with near ones; who may not author is refused', async () => {
    const unknown = await readSchema(world.deps, world.author, 'S99000000002', null);
    assert.ok(!unknown.ok);
    assert.equal(unknown.refusal.code, 'FIM_SCHEMA_UNKNOWN');
    assert.equal(unknown.refusal.suggestions?.[0]?.key, id);
    const { principal } = world.author;
    for (const nobody of [
      null,
      { ...principal, tenant: null },
      { ...principal, permissions: new Set<string>() },
    ])
      assert.equal(authorOf(nobody).ok, false);
  });
});
