import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { vector } from '../../../standards/xdatenfelder/testing/read-all.ts';
import { type FimWorld, openFimWorld } from '../testing/fim-world.ts';
import { leseCodeliste, readCodelistenstand } from './codelisten.ts';
import { applyEinlesung, beginEinlesung } from './einlesen.ts';
import { readSchema, readSchemas } from './read-schema.ts';

const reference =
  '<xdf3:codelisteReferenz><xdf3:canonicalIdentification>urn:de:probe</xdf3:canonicalIdentification><xdf3:version>3</xdf3:version></xdf3:codelisteReferenz>';

/** The vector with its list of values outside of the file. */
function outside(): string {
  const text = vector('gutes-schema.xml');
  return text.replace(/<xdf3:werte>[\s\S]*?<\/xdf3:werte>/, reference);
}

const angaben = {
  urn: 'urn:de:probe',
  version: '3',
  titel: 'Staaten',
  quelle: 'https://beispiel.example',
  lizenz: 'frei',
};
const csv = (text: string) => ({ ...angaben, bytes: Buffer.from(text) });

describe('code lists outside of schemas', () => {
  let world: FimWorld;
  before(async () => {
    world = await openFimWorld();
    const datei = { name: 'schema.xml', bytes: Buffer.from(outside()), quelle: 'Quelle', lizenz: 'frei' };
    const begun = await beginEinlesung(world.deps, world.author, datei);
    assert.ok(begun.ok, begun.ok ? '' : begun.refusal.message);
    assert.ok((await applyEinlesung(world.deps, world.author, begun.value)).ok);
  });
  after(() => world[Symbol.asyncDispose]());

  async function pointOf(): Promise<boolean> {
    const [zeile] = await readSchemas(world.deps, world.author);
    const detail = await readSchema(world.deps, world.author, zeile?.fassung.id ?? '', null);
    assert.ok(detail.ok);
    return detail.value.punkte.some(({ punkt }) => punkt.schluessel === 'codeliste urn:de:probe');
  }

  test('a list that a schema names and nobody has read is missing, and is work', async () => {
    assert.deepEqual(
      (await readCodelistenstand(world.deps, world.author)).fehlend.map(({ urn }) => urn),
      ['urn:de:probe'],
    );
    assert.ok(await pointOf());
  });

  test('a table that is none, or wrong, is refused whole, with its lines', async () => {
    const without = await leseCodeliste(world.deps, world.author, csv('A;B\n1;x\n'));
    assert.match(without.ok ? '' : without.refusal.message, /Spalten „Code“ und „Name“/);
    const twice = await leseCodeliste(world.deps, world.author, csv('Code;Name\n1;x\n;y\n1;z\n2;\n'));
    assert.deepEqual(twice.ok ? [] : twice.refusal.fields?.map(({ message }) => message), [
      'Zeile 3: Der Code fehlt.',
      'Zeile 4: Den Code „1“ gibt es schon.',
      'Zeile 5: Zum Code „2“ fehlt der Name.',
    ]);
    const unnamed = await leseCodeliste(world.deps, world.author, {
      ...csv('Code;Name\n1;x\n'),
      urn: '',
      lizenz: '',
    });
    assert.deepEqual(unnamed.ok ? [] : unnamed.refusal.fields?.map(({ field }) => field), ['urn', 'lizenz']);
    assert.deepEqual((await readCodelistenstand(world.deps, world.author)).gehalten, []);
  });

  test('read for everybody, its entries stand to choose from and the work is done; another version does not help', async () => {
    const other = await leseCodeliste(world.deps, world.author, {
      ...csv('Code;Name\n9;Alt\n'),
      version: '2',
    });
    assert.ok(other.ok);
    assert.ok(await pointOf());
    const read = await leseCodeliste(
      world.deps,
      world.other,
      csv('Schlüssel;Bezeichnung;Hilfe\nDE;Deutschland;\nFR;Frankreich;im Westen\n'),
    );
    assert.equal(read.ok && read.value.anzahl, 2);
    assert.equal(await pointOf(), false);
    const [zeile] = await readSchemas(world.deps, world.author);
    const detail = await readSchema(world.deps, world.author, zeile?.fassung.id ?? '', null);
    assert.match(
      JSON.stringify(detail.ok ? detail.value.uebernahme.definition : null),
      /"value":"FR","label":"Frankreich","hint":"im Westen"/,
    );
    const stand = await readCodelistenstand(world.deps, world.author);
    assert.deepEqual(
      [stand.fehlend, stand.gehalten.map(({ version, anzahl }) => [version, anzahl])],
      [
        [],
        [
          ['2', 1],
          ['3', 2],
        ],
      ],
    );
  });

  test('read again, the newer entries count at once', async () => {
    assert.ok(
      (await leseCodeliste(world.deps, world.author, csv('Code;Name\nDE;Deutschland\nIT;Italien\n'))).ok,
    );
    const [zeile] = await readSchemas(world.deps, world.author);
    const detail = await readSchema(world.deps, world.author, zeile?.fassung.id ?? '', null);
    const text = JSON.stringify(detail.ok ? detail.value.uebernahme.definition : null);
    assert.match(text, /Italien/);
    assert.doesNotMatch(text, /Frankreich/);
  });
});
