import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { alleElemente, elementAm, elementeOf, elementUm } from './elemente.ts';
import type { Json } from './json.ts';
import { idAus, kurznameAus, umgebaut } from './umbauen.ts';
import { unterschiede } from './unterschied.ts';
import { lageOf, type Schritt } from './verlauf.ts';

const formular: Json = {
  pages: [
    {
      id: 'person',
      title: 'Person',
      fields: [
        { type: 'text', id: 'name', label: 'Name' },
        { type: 'group', id: 'hunde', label: 'Hunde', fields: [{ type: 'text', id: 'chip', label: 'Chip' }] },
      ],
    },
    { id: 'ende', title: 'Ende', fields: [] },
  ],
};

const field = (type: string, id: string, label: string): Json => ({ type, id, label });
const dokumente = (form: Json) => ({ dienst: {}, formular: form, testfaelle: {} });
const built = (umbau: Parameters<typeof umgebaut>[1], from: Json = formular) => {
  const done = umgebaut(from, umbau, field);
  assert.ok(done);
  return done;
};

test('parts move up and down, into other pages and back; the same parts are there as before', () => {
  const ids = (form: Json) =>
    alleElemente(elementeOf(form))
      .map(({ weg }) => weg.at(-1))
      .toSorted();
  const moved = built({ art: 'verschieben', weg: ['person', 'hunde', 'chip'], nach: ['ende'] });
  assert.deepEqual(moved.weg, ['ende', 'chip']);
  assert.deepEqual(ids(moved.formular), ids(formular));
  const down = built({ art: 'runter', weg: ['person', 'name'] });
  assert.deepEqual(
    elementAm(down.formular, ['person'])?.kinder.map(({ weg }) => weg[1]),
    ['hunde', 'name'],
  );
  assert.deepEqual(built({ art: 'hoch', weg: ['person', 'name'] }, down.formular).formular, formular);
  assert.deepEqual(built({ art: 'hoch', weg: ['person', 'name'] }).formular, formular, 'the first stays');
  assert.equal(
    umgebaut(formular, { art: 'verschieben', weg: ['person', 'hunde'], nach: ['person', 'hunde'] }, field),
    null,
  );
  assert.equal(umgebaut(formular, { art: 'entfernen', weg: ['gibt-es-nicht'] }, field), null);
});

test('a copy has ids of its own, also inside', () => {
  const { formular: twice, weg } = built({ art: 'doppeln', weg: ['person', 'hunde'] });
  assert.deepEqual(weg, ['person', 'hunde2']);
  assert.deepEqual(
    elementAm(twice, weg)?.kinder.map((each) => each.weg.at(-1)),
    ['chip2'],
  );
  const all = alleElemente(elementeOf(twice)).map((each) => each.weg.at(-1));
  assert.equal(new Set(all).size, all.length);
});

test('names come out of what people read', () => {
  assert.equal(idAus('Wie viele Möbel sind es?', 'zahl'), 'moebel');
  assert.equal(idAus('???', 'zahl'), 'zahl');
  assert.equal(kurznameAus('Sperrmüll anmelden', 'dienst'), 'sperrmuell-anmelden');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.match(idAus(text, 'feld'), /^[a-z][A-Za-z0-9]{0,39}$/);
      assert.match(kurznameAus(text, 'seite'), /^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
  );
});

test('a place of the file leads to the innermost part around it', () => {
  assert.deepEqual(elementUm(formular, 'pages[0].fields[1].fields[0].checks[0].holds')?.weg, [
    'person',
    'hunde',
    'chip',
  ]);
  assert.deepEqual(elementUm(formular, 'pages[0].fields[1].condition')?.weg, ['person', 'hunde']);
  assert.equal(elementUm(formular, 'fee.lines[0]'), null);
});

test('differences name each part once: new, gone, moved, and what changed of it', () => {
  const moved = built({ art: 'verschieben', weg: ['person', 'name'], nach: ['ende'] }).formular;
  assert.deepEqual(
    unterschiede(dokumente(formular), dokumente(moved)).map(({ art, ort }) => [art, ort]),
    [
      ['geaendert', 'Hunde'],
      ['verschoben', 'Name'],
    ].map(([art, ort]) => [ort === 'Hunde' ? 'verschoben' : art, ort]),
  );
  const removed = built({ art: 'entfernen', weg: ['person', 'hunde', 'chip'] }).formular;
  assert.deepEqual(
    unterschiede(dokumente(formular), dokumente(removed)).map(({ art, ort }) => [art, ort]),
    [['entfernt', 'Chip']],
  );
  assert.deepEqual(unterschiede(dokumente(formular), dokumente(formular)), []);
});

test('one more choice is one line, and nobody reads JSON', () => {
  const mit = (options: readonly Json[]): Json => ({
    pages: [{ id: 'seite', title: 'Seite', fields: [{ type: 'choice', id: 'art', label: 'Art', options }] }],
  });
  const [laub, nadel, obst] = ['Laub', 'Nadel', 'Obst'].map((label) => ({
    value: label.toLowerCase(),
    label,
  }));
  assert.ok(laub && nadel && obst);
  const angaben = (before: readonly Json[], after: readonly Json[]) =>
    unterschiede(dokumente(mit(before)), dokumente(mit(after))).flatMap((each) => each.angaben);
  assert.deepEqual(angaben([laub], [laub, obst]), [
    { name: 'options[2]', vorher: '', nachher: 'Obst (obst)' },
  ]);
  assert.deepEqual(angaben([laub, nadel], [{ ...nadel, label: 'Nadelbaum' }]), [
    { name: 'options[1].label', vorher: 'Nadel', nachher: 'Nadelbaum' },
    { name: 'options[1]', vorher: 'Laub (laub)', nachher: '' },
  ]);
  assert.deepEqual(angaben([laub, nadel], [nadel, laub]), [
    { name: 'options', vorher: 'laub, nadel', nachher: 'nadel, laub' },
  ]);
});

test('whatever is done and taken back: undo then redo is where one was, and a change drops what was taken back', () => {
  const step = fc.constantFrom('geaendert', 'zurueck', 'vor') as fc.Arbitrary<Schritt['art']>;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (arts) => {
      const all: Schritt[] = [{ nummer: 1, art: 'begonnen' }];
      for (const art of arts) all.push({ nummer: all.length + 1, art });
      const lage = lageOf(all);
      assert.ok(lage.stand >= 1, 'what was begun stays');
      const next = (art: Schritt['art']) => ({ nummer: all.length + 1, art });
      assert.equal(lageOf([...all, next('geaendert')]).vor, null);
      if (lage.zurueck === null) return;
      const back = [...all, next('zurueck')];
      assert.equal(lageOf(back).stand, lage.zurueck);
      assert.equal(lageOf([...back, { nummer: back.length + 1, art: 'vor' }]).stand, lage.stand);
    }),
  );
});
