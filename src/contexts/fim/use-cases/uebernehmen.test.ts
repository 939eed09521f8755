import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeXfall } from '#standards/xfall';
import { fachdatenVon } from '../fachdaten/fachdaten.ts';
import { strukturVon } from '../fachdaten/struktur.ts';
import { feldXml, gelesen, gruppeXml, regelXml, schemaText, werteXml } from '../testing/samples.ts';
import { uebernehme } from './uebernehmen.ts';

const [ort, person] = ['F99000000002', 'G99000000001'];
const wohnort = feldXml({
  id: ort,
  name: 'Wohnort',
  feldart: 'select',
  inner: werteXml(['001', 'in Deutschland'], ['002', 'anderswo']),
});
const strasse = feldXml({ id: 'F99000000003', name: 'Straße' });
const staat = feldXml({ id: 'F99000000004', name: 'Staat', anzahl: '0:1' });
const inland = gruppeXml('G99000000002', 'Anschrift Inland', strasse, '0:1');

async function aus(inner: string) {
  return uebernehme(await gelesen(schemaText(inner)), () => null);
}

/** What a rule made of the parts of the form, by name. */
async function regelOf(text: string, inner = wohnort + staat + inland) {
  const { definition, arbeitspunkte } = await aus(
    gruppeXml(person, 'Person', regelXml('R99000000001', text) + inner),
  );
  const [punkt] = arbeitspunkte.filter(({ art }) => art === 'regel');
  assert.ok(definition && punkt);
  const regeln = punkt.maschinenregeln.map(
    ({ feld, wirkung, ausdruck }) => `${feld} ${wirkung}: ${ausdruck}`,
  );
  return [punkt.verstanden, ...regeln];
}

const erscheint = "g99000000002 erscheint wenn: f99000000002 = '001'";
const pflicht = "g99000000002 ist Pflicht wenn: f99000000002 = '001'";

test('a rule that shows a group in one case and forbids it in all others is carried over whole', async () => {
  assert.deepEqual(
    await regelOf(
      `Wenn das Feld ${ort} "Wohnort" = 001 "in Deutschland", dann muss die Feldgruppe G99000000002 "Anschrift Inland" befüllt sein. Wenn das Feld ${ort} "Wohnort" <> 001 "in Deutschland", dann darf die Feldgruppe G99000000002 "Anschrift Inland" nicht befüllt sein.`,
    ),
    ['ganz', erscheint, pflicht],
  );
});

test('a duty of a group without its opposite is marked as not quite what the rule says', async () => {
  assert.deepEqual(await regelOf(`Wenn ${ort} = 001, dann muss G99000000002 befüllt sein.`), [
    'angenaehert',
    erscheint,
    pflicht,
  ]);
});

test('a code with other zeros before it is understood, but marked', async () => {
  assert.deepEqual(
    await regelOf(`Wenn in Feld ${ort} "Wohnort" Auswahl=02, dann muss F99000000004 befüllt werden`),
    ['angenaehert', "f99000000004 ist Pflicht wenn: f99000000002 = '002'"],
  );
});

test('a field becomes a duty in one case and may stay empty in others', async () => {
  assert.deepEqual(
    await regelOf(`WENN ${ort} Wohnort = 002 "anderswo", DANN muss F99000000004 Staat befüllt werden`),
    ['ganz', "f99000000004 ist Pflicht wenn: f99000000002 = '002'"],
  );
});

test('otherwise, several values and names without ids are understood', async () => {
  assert.deepEqual(
    await regelOf(
      `WENN ${ort} = 001 "in Deutschland" ODER = 002 "anderswo", DANN zeige als Pflicht F99000000004 Staat an, SONST zeige F99000000004 Staat nicht an.`,
    ),
    [
      'ganz',
      "f99000000004 erscheint wenn: f99000000002 in ['001', '002']",
      "f99000000004 ist Pflicht wenn: f99000000002 in ['001', '002']",
    ],
  );
  assert.deepEqual(await regelOf(`Wenn ${ort} === "anderswo", dann zeige F99000000004 an`), [
    'ganz',
    "f99000000004 erscheint wenn: f99000000002 = '002'",
  ]);
});

test('one of several fields, and one of several groups', async () => {
  assert.deepEqual(
    await regelOf('Es muss mindestens eines der Felder F99000000002 oder F99000000004 befüllt sein.'),
    ['ganz', 'f99000000004 ist Pflicht wenn: not (answered(f99000000002))'],
  );
  const postfach = gruppeXml('G99000000003', 'Postfach', feldXml({ id: 'F99000000005' }), '0:1');
  assert.deepEqual(
    await regelOf(
      'Es muss entweder Feldgruppe G99000000002 oder Feldgruppe G99000000003 befüllt werden.',
      inland + postfach,
    ),
    [
      'ganz',
      'g99000000002wahl Auswahl: g99000000002 | g99000000003',
      "g99000000002 erscheint wenn: g99000000002wahl = 'g99000000002'",
      "g99000000003 erscheint wenn: g99000000002wahl = 'g99000000003'",
    ],
  );
});

test('a rule of which one word is not understood does nothing, and waits for a person', async () => {
  for (const text of [
    `Wenn ${ort} = 001, dann muss F99000000004 befüllt sein, wobei nur die Codes A ausgewählt werden dürfen.`,
    `Wenn ${ort} = 009 "gibt es nicht", dann muss F99000000004 befüllt sein.`,
    `Wenn ${ort} = 001 UND = 002, dann muss F99000000004 befüllt sein.`,
    'Wenn F99000000099 = 001, dann muss F99000000004 befüllt sein.',
    `Wenn ${ort} = 001, dann muss F99000000099 befüllt sein.`,
    `Wenn F99000000004 nicht leer, dann darf ${ort} nicht leer sein.`,
    `Wenn ${ort} = 001, dann zeige F99000000004 an, wenn ${ort} = 001, dann zeige F99000000004 nicht an.`,
    '',
    'Wenn ',
    '"""((((',
  ])
    assert.deepEqual(await regelOf(text), ['nicht'], text);
});

test('a group that may be left out is a row that may be added, and what repeats is as often as the schema says', async () => {
  const { definition, befunde } = await aus(
    inland +
      gruppeXml('G99000000007', 'Kind', strasse, '2:5') +
      feldXml({ id: 'F99000000008', name: 'Name', anzahl: '0:*' }),
  );
  const rows = definition?.pages
    .flatMap(({ fields }) => fields)
    .flatMap((field) => (field.type === 'group' ? [field] : []));
  assert.deepEqual(
    rows?.map(({ id, min, max }) => [id, min, max]),
    [
      ['g99000000002', 0, 1],
      ['g99000000007', 2, 5],
      ['f99000000008zeilen', 0, 100],
    ],
  );
  assert.deepEqual(
    befunde.map(({ art, gewicht }) => [art, gewicht]),
    [['wiederholung', 'hinweis']],
  );
});

test('a list that is not there is named with line and place, and the field takes text until it is', async () => {
  const inner =
    '<xdf3:codelisteReferenz><xdf3:canonicalIdentification>urn:de:probe</xdf3:canonicalIdentification><xdf3:version>3</xdf3:version></xdf3:codelisteReferenz>';
  const text = schemaText(
    gruppeXml(person, 'Person', feldXml({ id: ort, name: 'Staat', feldart: 'select', inner })),
  );
  const { definition, befunde, arbeitspunkte } = uebernehme(await gelesen(text), () => null);
  assert.deepEqual(
    befunde.map(({ art, fimId, ort: at, zeile }) => [art, fimId, at, zeile]),
    [['codeliste-fehlt', ort, 'Person › Staat', 5]],
  );
  assert.match(befunde[0]?.text ?? '', /„urn:de:probe“, Version 3/);
  assert.deepEqual(
    arbeitspunkte.map(({ schluessel }) => schluessel),
    ['codeliste urn:de:probe'],
  );
  assert.equal(definition?.pages[0]?.fields[0]?.type, 'text');
  const known = uebernehme(await gelesen(text), (urn, version) =>
    urn === 'urn:de:probe' && version === '3' ? [{ code: 'D', name: 'Deutschland', hilfe: null }] : null,
  );
  assert.equal(known.definition?.pages[0]?.fields[0]?.type, 'choice');
  assert.deepEqual(known.befunde, []);
});

test('what a form cannot carry is told, each with its field', async () => {
  const inner =
    '<xdf3:praezisierung pattern="(?=x)y"/><xdf3:inhalt>Vorgabe</xdf3:inhalt><xdf3:vorbefuellung><code>optional</code></xdf3:vorbefuellung>';
  const { definition, befunde } = await aus(
    [
      feldXml({ id: 'F99000000011', inner }),
      feldXml({ id: 'F99000000012', feldart: 'hidden' }),
      feldXml({ id: 'F99000000013', datentyp: 'obj' }),
      feldXml({
        id: 'F99000000014',
        datentyp: 'file',
        inner: '<xdf3:maxSize>900000000</xdf3:maxSize><xdf3:mediaType>video/mp4</xdf3:mediaType>',
      }),
      feldXml({ id: 'F99000000015', inner: '<xdf3:praezisierung maxLength="50000"/>' }),
      feldXml({ id: 'F99000000016', name: 'Mit {Klammer}' }),
    ].join(''),
  );
  assert.ok(definition);
  const told = befunde.map(({ fimId, art }) => `${fimId.slice(-2)} ${art}`);
  for (const expected of [
    '11 vorbelegung',
    '11 vorgabewert',
    '11 muster',
    '12 verborgen',
    '13 objekt',
    '14 dateiart',
    '14 laenge',
    '15 laenge',
  ])
    assert.ok(told.includes(expected), `${expected} in ${told.join(', ')}`);
  const last = definition.pages[0]?.fields.at(-1);
  assert.equal(last?.label, 'Mit {{Klammer}}');
});

test('answers leave under the ids of FIM; what a rule asked in addition does not', async () => {
  const nachricht = await gelesen(
    schemaText(
      wohnort + gruppeXml('G99000000007', 'Kind', feldXml({ id: 'F99000000008', name: 'Name' }), '0:*'),
    ),
  );
  const { definition } = uebernehme(nachricht, () => null);
  assert.ok(definition);
  const { wurzel } = fachdatenVon(definition, strukturVon(nachricht), {
    f99000000002: '001',
    g99000000007: [
      { key: 'a', f99000000008: 'Ada' },
      { key: 'b', f99000000008: 'Bo & <C>' },
    ],
    f1wahl: 'x',
  });
  assert.equal(
    writeXfall(wurzel).split('\n')[1],
    '<xfd:S99000000001V1.0.0 xmlns:xfd="urn:fim-de:xfall:datenschema:xdf3"><xfd:F99000000002V1.0.0>001</xfd:F99000000002V1.0.0><xfd:G99000000007V1.0.0><xfd:F99000000008V1.0.0>Ada</xfd:F99000000008V1.0.0></xfd:G99000000007V1.0.0><xfd:G99000000007V1.0.0><xfd:F99000000008V1.0.0>Bo &amp; &lt;C&gt;</xfd:F99000000008V1.0.0></xfd:G99000000007V1.0.0></xfd:S99000000001V1.0.0>',
  );
});
