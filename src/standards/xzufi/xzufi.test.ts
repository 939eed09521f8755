import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { sharedFolder } from '../../../test/support/shared-folder.ts';
import { buildLeistung, buildOnlinedienst, buildOrganisationseinheit } from './build-objekt.ts';
import { convertObjekt } from './convert.ts';
import { elementName } from './element-names.ts';
import type { XzufiEreignis } from './ereignis.ts';
import { namespaceOf, type XzufiFassung, xzufiFassungen } from './fassung.ts';
import { modelOf } from './model.ts';
import { parseXml } from './parse-xml.ts';
import { readLeistung, readOnlinedienst, readOrganisationseinheit } from './read-objekt.ts';
import { seenIds } from './seen-ids.ts';
import { readAll, vector, writeAll } from './testing/read-all.ts';
import { writeXml } from './write-xml.ts';
import { element, type XmlNode } from './xml-node.ts';

/** As records without a prototype are not what a parser makes. */
function record<T>(model: { [Key in keyof T]: fc.Arbitrary<T[Key]> }): fc.Arbitrary<T> {
  return fc.record(model, { noNullPrototype: true });
}

function objectsOf(events: readonly XzufiEreignis[]) {
  return events.flatMap((event) =>
    event.ereignis === 'schreibe' || event.ereignis === 'loesche'
      ? [{ verb: event.ereignis, ...event.objekt }]
      : [],
  );
}

test('what a message says of Leistungen, offices and Onlinedienste is understood', async () => {
  const read = await readAll(vector('gute-nachricht.xml'));
  assert.ok(read.ok);
  const [leistung, , stelle, dienst] = objectsOf(read.value);
  assert.ok(leistung && stelle && dienst);
  const { leika, texte, gebiete, begriffe, geaendertAm } = readLeistung(leistung.inhalt);
  assert.deepEqual(
    [leika, gebiete, geaendertAm],
    [['99102013002000'], ['050000000000'], '2026-10-01T12:00:00+02:00'],
  );
  assert.deepEqual(begriffe, [{ sprache: 'de', text: 'Hundesteuer' }]);
  assert.deepEqual(texte.at(-1), { modul: '05', sprache: 'en', text: '<p>Dog owners pay a tax.</p>' });
  const [zustaendig] = readOrganisationseinheit(stelle.inhalt).zustaendig;
  assert.equal(zustaendig?.destination, 'eyJhbGciOiJQUzUxMiJ9.e30.c2ln');
  assert.equal(readOnlinedienst(dienst.inhalt).link, 'https://hund.example/?a=1&b=2');
});

test('elements that nobody knows are kept, and told with their line', async () => {
  const read = await readAll(vector('gute-nachricht.xml'));
  assert.ok(read.ok);
  const end = read.value.at(-1);
  assert.deepEqual(end?.ereignis === 'ende' && end.hinweise, [
    { art: 'unbekanntes-element', was: 'leistung/eigenesElement', anzahl: 1, zeile: 29 },
  ]);
  assert.match(writeAll(read.value), /<xzufi:eigenesElement ort="Köln"><xzufi:darin>bleibt/);
});

test('a message that is read and written and read again says the same', async () => {
  const first = await readAll(vector('gute-nachricht.xml'));
  assert.ok(first.ok);
  const again = await readAll(writeAll(first.value));
  assert.ok(again.ok, JSON.stringify(again));
  assert.deepEqual(
    objectsOf(again.value).map(({ verb, inhalt }) => [verb, writeXml(inhalt)]),
    objectsOf(first.value).map(({ verb, inhalt }) => [verb, writeXml(inhalt)]),
  );
});

const xmlText = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 30 })
  .filter((text) => /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(text));
const localName = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/).filter((name) => !/^xml/i.test(name));
const attributes = fc.dictionary(
  fc.oneof(
    localName,
    localName.map((name) => `{urn:fremd}${name}`),
  ),
  xmlText,
  { maxKeys: 3, noNullPrototype: true },
);
const space = fc.constantFrom('xzufi', '', 'urn:fremd:eins', 'urn:fremd:zwei');
const { node: anyNode } = fc.letrec<{ node: XmlNode }>((tie) => ({
  node: record({
    space,
    name: localName,
    attributes,
    children: fc.oneof(
      { depthSize: 'small' },
      xmlText.map((text) => [text]),
      fc.array(tie('node'), { maxLength: 3 }),
    ),
    zeile: fc.constant(0),
    spalte: fc.constant(0),
  }),
}));

test('every element that can be written is read back the same, with foreign elements and attributes', () => {
  fc.assert(
    fc.property(anyNode, (node) => {
      assert.deepEqual(parseXml(writeXml(node)), node);
    }),
    { numRuns: 500, seed: 20261122 },
  );
});

test('generated messages are read and written without loss, in whatever pieces they come', async () => {
  const message = record({
    objects: fc.array(anyNode, { minLength: 1, maxLength: 4 }),
    size: fc.integer({ min: 1, max: 400 }),
    fassung: fc.constantFrom(...xzufiFassungen),
  });
  await fc.assert(
    fc.asyncProperty(message, async ({ objects, size, fassung }) => {
      const nodes = objects.map((node, index) =>
        element('formular', [element('id', [`F-${index}`], { schemeAgencyID: 'X' }), node]),
      );
      const kopf = { fassung, wurzel: 'nachricht', attributes: { xzufiVersion: fassung } };
      const events = nodes.map(
        (inhalt, index): XzufiEreignis => ({
          ereignis: 'schreibe',
          objekt: { art: 'formular', agentur: 'X', id: `F-${index}`, inhalt },
        }),
      );
      const written = writeAll([{ ereignis: 'kopf', kopf }, ...events]);
      const read = await readAll(written, size);
      assert.ok(read.ok, JSON.stringify(read));
      assert.deepEqual(
        objectsOf(read.value).map(({ inhalt }) => writeXml(inhalt)),
        nodes.map(writeXml),
      );
    }),
    { numRuns: 150, seed: 20261122 },
  );
});

const word = fc.stringMatching(/^[A-Za-zÄÖÜäöüß0-9<&>"' .,-]{0,20}[a-z]$/).map((text) => text.trim());
const sprachText = record({ sprache: fc.constantFrom('de', 'en', 'uk'), text: word });
const ars = fc.stringMatching(/^0[1-9]\d{10}$/);
const day = fc.constantFrom('2026-01-02T03:04:05Z', '2025-12-31T23:59:59+01:00', null);
const id = fc.stringMatching(/^[A-Z][A-Z0-9.]{1,12}$/);

const anyLeistung = record({
  agentur: fc.constantFrom('', 'L100042'),
  id,
  leika: fc.array(fc.stringMatching(/^99\d{12}$/), { maxLength: 2 }),
  leistungId: fc.option(id),
  texte: fc
    .uniqueArray(
      record({
        modul: fc.constantFrom('02', '05', '97', '98', '95', '11'),
        sprache: fc.constant('de'),
        text: word,
      }),
      {
        selector: ({ modul }) => modul,
        maxLength: 6,
      },
    )
    .map(inModelOrder),
  begriffe: fc.array(sprachText, { maxLength: 3 }),
  gebiete: fc.array(ars, { maxLength: 3 }),
  herausgeber: fc.option(word),
  geaendertAm: day,
  beginn: day,
  ende: day,
});

/** Text modules first; then duration, deadline and cost, as they are read. */
function inModelOrder<T extends { readonly modul: string }>(texte: readonly T[]): readonly T[] {
  const own = ['95', '97', '98'];
  return [
    ...texte.filter(({ modul }) => !own.includes(modul)),
    ...own.flatMap((code) => texte.filter(({ modul }) => modul === code)),
  ];
}

test('a Leistung, an office and an Onlinedienst that we build are understood as they were meant, in both versions', () => {
  const zustaendig = record({
    leistungId: id,
    gebiete: fc.array(ars, { maxLength: 3 }),
    rolle: fc.constantFrom('01', '02'),
    destination: fc.option(fc.constant('eyJ.e30.c2ln')),
  });
  const stelle = record({
    agentur: fc.constant('A'),
    id,
    namen: fc.array(sprachText, { minLength: 1, maxLength: 2 }),
    anschrift: fc.constantFrom([], ['Marktplatz 1'], ['Marktplatz 1', '32657 Lemgo']),
    telefon: fc.option(fc.constant('05261 213-0')),
    email: fc.option(fc.constant('amt@lemgo.example')),
    oeffnungszeiten: fc.option(word),
    zustaendig: fc.array(zustaendig, { maxLength: 3 }),
    geaendertAm: day,
  });
  const dienst = record({
    agentur: fc.constant('A'),
    id,
    bezeichnungen: fc.array(sprachText, { minLength: 1, maxLength: 2 }),
    link: fc.constant('https://dienst.example/x?y=1&z=2'),
    leistungen: fc.uniqueArray(id, { maxLength: 3 }),
    gebiete: fc.uniqueArray(ars, { maxLength: 3 }),
    vertrauensniveau: fc.option(fc.constantFrom('10', '30')),
    parameter: fc.array(record({ typ: fc.constant('001'), name: fc.constant('ags') }), { maxLength: 2 }),
    geaendertAm: day,
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...xzufiFassungen),
      anyLeistung,
      stelle,
      dienst,
      (fassung, leistung, office, online) => {
        const through = (node: XmlNode) => parseXml(writeXml(node));
        assert.deepEqual(readLeistung(through(buildLeistung(fassung, leistung))), leistung);
        assert.deepEqual(readOrganisationseinheit(through(buildOrganisationseinheit(office))), office);
        assert.deepEqual(readOnlinedienst(through(buildOnlinedienst(online))), online);
      },
    ),
    { numRuns: 300, seed: 20261122 },
  );
});

test('a Leistung of one version says the same in the other, and what has no element there is named', () => {
  fc.assert(
    fc.property(anyLeistung, fc.constantFrom(...xzufiFassungen), (leistung, from) => {
      const to: XzufiFassung = from === '2.2.0' ? '2.3.1' : '2.2.0';
      const node = buildLeistung(from, { ...leistung, leistungId: null });
      const { inhalt, ausgelassen } = convertObjekt(node, from, to);
      assert.deepEqual(readLeistung(inhalt), { ...leistung, leistungId: null });
      assert.deepEqual(
        [...new Set(ausgelassen.map((path) => path.split('/').at(-1)))].filter(
          (name) => name !== 'zugangskanal',
        ),
        [],
      );
      const back = convertObjekt(inhalt, to, from).inhalt;
      assert.deepEqual(readLeistung(back), { ...leistung, leistungId: null });
    }),
    { numRuns: 200, seed: 20261122 },
  );
});

test('no element that we write of a Leistung is unknown to the published model', async () => {
  await fc.assert(
    fc.asyncProperty(anyLeistung, fc.constantFrom(...xzufiFassungen), async (leistung, fassung) => {
      const inhalt = buildLeistung(fassung, { ...leistung, leistungId: null });
      const kopf = { fassung, wurzel: 'nachricht', attributes: { xzufiVersion: fassung } };
      const objekt = { art: 'leistung', agentur: '', id: leistung.id, inhalt };
      const read = await readAll(
        writeAll([
          { ereignis: 'kopf', kopf },
          { ereignis: 'schreibe', objekt },
        ]),
      );
      assert.ok(read.ok, JSON.stringify(read));
      const end = read.value.at(-1);
      assert.deepEqual(end?.ereignis === 'ende' && end.hinweise, []);
    }),
    { numRuns: 100, seed: 20261122 },
  );
});

test('ids that come again are noticed among many thousands', () => {
  const ids = seenIds();
  for (let number = 0; number < 60_000; number += 1)
    assert.ok(ids.add(`leistung L.${number}`), String(number));
  for (let number = 0; number < 60_000; number += 977)
    assert.ok(!ids.add(`leistung L.${number}`), String(number));
});

test('the one rule of names gives every name that foreign parsers attest', () => {
  const attested = [
    ['referenz_leika', 'referenzLeiKa'],
    ['leika_textmodul', 'leikaTextmodul'],
    ['leistungsobjekt_id', 'leistungsobjektID'],
    ['verrichtung_leika', 'verrichtungLeiKa'],
    ['informationsbereich_sdg', 'informationsbereichSDG'],
    ['modul_text', 'modulText'],
    ['scheme_agency_id', 'schemeAgencyID'],
    ['language_code', 'languageCode'],
    ['list_version_id', 'listVersionID'],
    ['list_uri', 'listURI'],
    ['typisierung', 'typisierung'],
  ];
  for (const [property = '', name] of attested) assert.equal(elementName(property), name);
});

interface PublishedType {
  readonly properties?: Readonly<Record<string, unknown>>;
}

test('the models that we ship have each element of the published ones, and no other', (t) => {
  const folder = sharedFolder(t);
  if (folder === null) return;
  for (const fassung of xzufiFassungen) {
    const file = join(folder, 'samples/xzufi', `xzufi-${fassung}-leistung.model.json`);
    const published: { readonly $defs: Readonly<Record<string, PublishedType>> } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    const types = Object.entries(published.$defs).filter(([, type]) => type.properties !== undefined);
    const ours = modelOf(fassung);
    assert.ok(types.length >= 40);
    assert.equal(ours.size, types.length);
    for (const [name, type] of types) {
      const short = (name.split('__').at(-1) ?? '').replace(/(220|231)$/, '');
      assert.deepEqual(
        [...(ours.get(short)?.keys() ?? [])],
        Object.keys(type.properties ?? {}).map(elementName),
        `${fassung} ${name}`,
      );
    }
  }
});

test('the synthetic sample is read whole, and nothing in it is unknown but what the model flattens', async (t) => {
  const folder = sharedFolder(t);
  if (folder === null) return;
  const read = await readAll(
    readFileSync(join(folder, 'samples/xzufi/beispiel-SYNTHETISCH.xzufi-2.2.0.xml')),
  );
  assert.ok(read.ok, JSON.stringify(read));
  assert.deepEqual(
    objectsOf(read.value).map(({ art, id: key }) => `${art} ${key}`),
    ['leistung L-1', 'organisationseinheit OE-1', 'onlinedienst OD-1'],
  );
  const end = read.value.at(-1);
  assert.deepEqual(end?.ereignis === 'ende' && end.hinweise, []);
  assert.equal(namespaceOf('2.2.0'), 'http://xoev.de/schemata/xzufi/2_2_0');
});
