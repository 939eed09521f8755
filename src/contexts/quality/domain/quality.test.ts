import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { localDate } from '#kernel';
import type { LevelText } from './level-text.ts';
import { massOf, readingEase } from './readability.ts';
import {
  isDue,
  oldestDay,
  pointsOf,
  type QualityFacts,
  reckon,
  sectionCount,
  sectionsThere,
} from './score.ts';

const today = localDate('2026-11-22');

const text = (
  more: Partial<LevelText> & { readonly says?: Readonly<Record<string, string>> } = {},
): LevelText => {
  const { says = { '05': 'Wer einen Hund hat, meldet ihn an.' }, ...rest } = more;
  return {
    id: 'L1',
    ars: '057660044044',
    ebene: 'Gemeinde',
    module: Object.entries(says).map(([modul, inhalt]) => ({ modul, mass: massOf(inhalt) })),
    stand: '2026-10-01',
    redaktion: 'Lemgo',
    pruefenBis: null,
    links: [],
    ...rest,
  };
};

const nothing: QualityFacts = { texts: [], amt: false, online: 'keiner', woerter: 0, kaputt: 0 };

describe('How well a Leistung is described', () => {
  test('the reckoning is worth a hundred points, and nothing gives none', () => {
    assert.equal(
      reckon(nothing, today).reduce((sum, { von }) => sum + von, 0),
      100,
    );
    assert.equal(pointsOf(reckon(nothing, today)), 0);
  });

  test('everything gives all points', () => {
    const easy = 'Sie haben einen Hund. Sie melden ihn an. Das geht hier. Es ist leicht. '.repeat(3);
    const says = Object.fromEntries(
      ['24', '05', '09', '08', '98', '95', '97', '11', '07'].map((modul) => [modul, easy]),
    );
    const facts: QualityFacts = {
      texts: [text({ says })],
      amt: true,
      online: 'eigen',
      woerter: 3,
      kaputt: 0,
    };
    assert.equal(pointsOf(reckon(facts, today)), 100);
    assert.equal(sectionsThere(facts.texts), sectionCount);
  });

  test('a section counts from the level that says it, and an empty one counts nowhere', () => {
    const land = text({
      ebene: 'Land',
      redaktion: 'Land NRW',
      says: { '05': 'Land sagt es.', '98': 'Es kostet nichts.' },
    });
    const lines = reckon(
      { ...nothing, texts: [text({ says: { '05': 'Wir sagen es.', '98': ' ' } }), land] },
      today,
    );
    const reasonOf = (key: string) => lines.find((each) => each.key === key)?.grund ?? '';
    assert.match(reasonOf('worum'), /Gemeinde \(Lemgo\)/);
    assert.match(reasonOf('kosten'), /Land \(Land NRW\)/);
    assert.match(reasonOf('frist'), /fehlt/);
  });

  test('a text counts as old only where citizens read a part of it', () => {
    const old = text({ ebene: 'Bund', stand: '2019-01-01', says: { '05': 'Alt.' } });
    assert.equal(oldestDay([text(), old]), '2026-10-01');
    assert.equal(oldestDay([text(), text({ stand: '2019-01-01', says: { '97': 'Frist.' } })]), '2019-01-01');
  });

  test('a text is due on its own day, one of a feed after two years', () => {
    assert.ok(isDue(text({ pruefenBis: '2026-11-22' }), today));
    assert.ok(!isDue(text({ pruefenBis: '2026-11-23', stand: '2001-01-01' }), today));
    assert.ok(isDue(text({ stand: '2024-11-01' }), today));
    assert.ok(!isDue(text({ stand: '2024-12-01' }), today));
  });

  test('a broken link and a missing office cost what the reckoning says', () => {
    const facts: QualityFacts = { ...nothing, texts: [text()], amt: true };
    const all = pointsOf(reckon(facts, today));
    assert.equal(all - pointsOf(reckon({ ...facts, kaputt: 1 }, today)), 2);
    assert.equal(all - pointsOf(reckon({ ...facts, amt: false }, today)), 8);
  });

  test('Amstad’s formula: short words and sentences read easily, office German does not', () => {
    const office =
      'Die Inanspruchnahme der Verwaltungsleistung setzt die vollständige Übermittlung sämtlicher antragsbegründender Unterlagen voraus. '.repeat(
        4,
      );
    const plain =
      'Sie haben einen Hund. Bitte melden Sie ihn an. Das kostet nichts. Sie können es online tun. '.repeat(
        3,
      );
    assert.ok((readingEase(massOf(plain)) ?? 0) > 70);
    assert.equal(readingEase(massOf(office)), 0);
    assert.equal(readingEase(massOf('Zu kurz.')), null);
    assert.deepEqual(massOf('Der Hund bellt.'), { woerter: 3, saetze: 1, silben: 3 });
  });

  test('whatever the text, the index stays between 0 and 100 and points between 0 and 100', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 0, max: 9 }), (words, woerter) => {
        const ease = readingEase(massOf(words.repeat(5)));
        assert.ok(ease === null || (ease >= 0 && ease <= 100));
        const points = pointsOf(
          reckon({ ...nothing, texts: [text({ says: { '05': words } })], woerter }, today),
        );
        assert.ok(points >= 0 && points <= 100);
      }),
    );
  });
});
