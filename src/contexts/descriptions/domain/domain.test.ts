import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localDate } from '#kernel';
import { soon } from '../../../kernel/testing/soon.ts';
import { type Beschreibung, type MergedAbschnitt, mergeBeschreibung, textmodule } from './beschreibung.ts';
import { isDue, parseText } from './eigener-text.ts';
import { einlesungTransitions, einlesungZustaende, endsTooMuch } from './einlesung.ts';
import { ebeneOf, kettenOf } from './gebiet.ts';
import { plainText } from './plain-text.ts';
import { textBlocks } from './text-blocks.ts';

test('what holds in Lemgo: Stadt, Kreis, Regierungsbezirk, Land, Bund, the nearest first', () => {
  assert.deepEqual(kettenOf('057660044044'), [
    '057660044044',
    '057660044000',
    '057660000000',
    '057000000000',
    '050000000000',
    '000000000000',
  ]);
  assert.deepEqual(kettenOf('053150000000'), [
    '053150000000',
    '053000000000',
    '050000000000',
    '000000000000',
  ]);
  assert.deepEqual(kettenOf('000000000000'), ['000000000000']);
  assert.deepEqual(['057660044044', '057660000000', '050000000000', '000000000000'].map(ebeneOf), [
    'Gemeinde',
    'Kreis',
    'Land',
    'Bund',
  ]);
});

const sections = fc.uniqueArray(
  fc.record({
    modul: fc.constantFrom(...textmodule.map(({ modul }) => modul)),
    inhalt: fc.constantFrom('', ' ', 'Text eins', 'Text zwei'),
  }),
  { selector: ({ modul }) => modul, maxLength: 6 },
);
const levels = fc.array(sections, { minLength: 1, maxLength: 4 }).map((list) =>
  list.map(
    (abschnitte, index): Beschreibung => ({
      id: `B${index}`,
      leistungId: 'L00001',
      leika: null,
      ars: '000000000000',
      ebene: 'Bund',
      name: `Name ${index}`,
      sprache: 'de',
      abschnitte,
      suchbegriffe: [`wort ${index}`],
      stand: localDate(`2026-0${index + 1}-01`),
      redaktion: `R${index}`,
      quelle: 'Q',
      gueltigVon: null,
      gueltigBis: null,
    }),
  ),
);

test('each part comes from the nearest level that says something, and no part that anybody wrote is lost', () => {
  fc.assert(
    fc.property(levels, (list) => {
      const merged = mergeBeschreibung(list);
      assert.ok(merged);
      for (const { modul } of textmodule) {
        const first = list.find((each) =>
          each.abschnitte.some((a) => a.modul === modul && a.inhalt.trim() !== ''),
        );
        const shown: readonly MergedAbschnitt[] = merged.abschnitte.filter((each) => each.modul === modul);
        assert.deepEqual(
          shown.map(({ id }) => id),
          first ? [first.id] : [],
        );
      }
      assert.equal(merged.suchbegriffe.length, list.length);
    }),
    { seed: 20261122 },
  );
  assert.equal(mergeBeschreibung([]), null);
});

test('HTML becomes paragraphs and lists; scripts, markup and hidden characters do not come through', () => {
  const html =
    '<div onclick="x()"><h2>Kosten</h2><p>10&nbsp;&euro; <b>je&shy;den</b> Monat<br>oder mehr</p><ul><li>eins</li><li>zwei <a href="https://a.example/x?y=1&amp;z">hier</a></li></ul>' +
    '<ol><li>a</li><li>b</li></ol><script>alert("<p>nein</p>")</script><a href="javascript:alert(1)">weg</a>\u202Eabc</div>';
  assert.equal(
    plainText(html),
    'Kosten\n\n10 € jeden Monat\noder mehr\n\n- eins\n- zwei hier (https://a.example/x?y=1&z)\n\n1. a\n2. b\n\nwegabc',
  );
  assert.equal(
    plainText('Ein Text\nin zwei Zeilen &amp; ohne Tag: 3 < 4'),
    'Ein Text\nin zwei Zeilen & ohne Tag: 3 < 4',
  );
});

test('no input makes plain text slow, markup or endless', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '<p>',
    '</p>',
    '<a href="',
    '<script',
    '<!--',
    '-->',
    '&lt;',
    'x',
    '\n',
    '<li>',
    '</ul>',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = plainText(pieces.join(''));
      assert.equal(text, text.trim());
      assert.ok(text.length <= 100_100);
    }),
    { numRuns: 500, seed: 20261122 },
  );
  for (const unit of ['<a ', '<a "', '<', '<script>', '<!--', '<li><ul>', '&#x;'])
    soon(() => plainText(unit.repeat(120_000)));
});

test('a plain text is shown as paragraphs and lists', () => {
  assert.deepEqual(
    textBlocks('Eins\nzwei\n\nBitte bringen Sie mit:\n- Ausweis\n- Foto\n\n1. gehen\n2. warten'),
    [
      { art: 'absatz', text: 'Eins zwei' },
      { art: 'absatz', text: 'Bitte bringen Sie mit:' },
      { art: 'liste', nummeriert: false, punkte: ['Ausweis', 'Foto'] },
      { art: 'liste', nummeriert: true, punkte: ['gehen', 'warten'] },
    ],
  );
});

test('a reading goes only the ways of the table, and nothing leaves its end', () => {
  const aktionen = ['pruefen', 'ablehnen', 'verwerfen', 'uebernehmen', 'abloesen'] as const;
  const ways = einlesungZustaende.flatMap((zustand) =>
    aktionen.flatMap((aktion) => (einlesungTransitions[zustand][aktion] ? [`${zustand} ${aktion}`] : [])),
  );
  assert.deepEqual(ways, [
    'liest pruefen',
    'liest ablehnen',
    'liest verwerfen',
    'geprueft ablehnen',
    'geprueft verwerfen',
    'geprueft uebernehmen',
    'aktiv abloesen',
  ]);
});

test('a tenth may end unasked, more may not', () => {
  assert.equal(endsTooMuch({ bestand: 100, endet: 10 }), false);
  assert.equal(endsTooMuch({ bestand: 100, endet: 11 }), true);
  assert.equal(endsTooMuch({ bestand: 0, endet: 0 }), false);
});

test('a typed text needs one section, a day of review to come, and no overlong words', () => {
  const today = localDate('2026-11-22');
  const ask = { standardName: 'Hund anmelden', sprache: 'de', today };
  const input = {
    name: '',
    abschnitte: { '98': '  10 Euro im Monat ' },
    suchbegriffe: 'Hund, Hundesteuer\nHund',
    pruefenBis: '',
  };
  const good = parseText(input, ask);
  assert.ok(good.ok);
  assert.deepEqual(good.value, {
    name: 'Hund anmelden',
    abschnitte: [{ modul: '98', sprache: 'de', inhalt: '10 Euro im Monat' }],
    suchbegriffe: ['Hund', 'Hundesteuer'],
    pruefenBis: '2027-11-22',
  });
  const bad = parseText(
    { ...input, abschnitte: { '77': 'x' }, pruefenBis: '2026-11-22', suchbegriffe: 'x'.repeat(61) },
    ask,
  );
  assert.ok(!bad.ok);
  assert.deepEqual(bad.refusal.map(({ field }) => field).toSorted(), [
    'abschnitte.05',
    'abschnitte.77',
    'pruefenBis',
    'suchbegriffe',
  ]);
  assert.equal(isDue(good.value, localDate('2027-11-21')), false);
  assert.equal(isDue(good.value, localDate('2027-11-22')), true);
});
