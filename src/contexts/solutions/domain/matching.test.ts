import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localDate } from '#kernel';
import { arbitraryInhalt, enthalten, leistungIds, stand, today } from '../testing/loesungen.ts';
import type { LoesungStand } from './loesung.ts';
import { type MatchingSignale, rankSolutions, whomWouldItHelp } from './matching.ts';
import { matchingGewichte } from './matching-gewichte.ts';

const nothingKnown: MatchingSignale = { heute: today, nutzung: new Map(), fachverfahren: [] };
const gaps = ['L00001', 'L00002', 'L00003', 'L00004', 'L00005'];
const five = gaps.map((id) => enthalten(id));

const sentences = (loesung: LoesungStand, signals: Partial<MatchingSignale> = {}) =>
  rankSolutions(gaps, [loesung], { ...nothingKnown, ...signals })[0]?.gruende.map(({ satz }) => satz) ?? [];

test('der Rang sagt, wie viele der Lücken die Lösung deckt', () => {
  const [first] = sentences(stand('a', { leistungen: five.slice(0, 4) }));
  assert.equal(first, 'Deckt 4 von 5 Leistungen.');
});

test('der Rang sagt, wie viele Kommunen der eigenen Klasse sie nutzen, und keine Angabe ist nicht null', () => {
  const loesung = stand('a', { leistungen: five });
  const used = sentences(loesung, { nutzung: new Map([['a', { kommunen: 40, klasse: 12 }]]) });
  assert.ok(used.includes('Genutzt von 12 Kommunen Ihrer Klasse.'));
  const [one] = [sentences(loesung, { nutzung: new Map([['a', { kommunen: 1, klasse: null }]]) })];
  assert.ok(one?.includes('Genutzt von 1 Kommune.'));
  assert.ok(sentences(loesung).includes('Zur Nutzung liegt keine Angabe vor.'));
  const nobody = sentences(loesung, { nutzung: new Map([['a', { kommunen: 3, klasse: 0 }]]) });
  assert.ok(nobody.includes('Von keiner Kommune Ihrer Klasse genutzt, die das teilt.'));
});

test('der Rang sagt, ob das eigene Fachverfahren passt', () => {
  const loesung = stand('a', { leistungen: five, fachverfahren: ['OK.VERKEHR', 'Ikol-Kfz'] });
  assert.ok(
    sentences(loesung, { fachverfahren: ['ok.verkehr '] }).includes(
      'Passt zu Ihrem Fachverfahren OK.VERKEHR.',
    ),
  );
  assert.ok(
    sentences(loesung, { fachverfahren: ['anderes'] }).includes(
      'Verlangt ein Fachverfahren, das Sie nicht nennen: OK.VERKEHR, Ikol-Kfz.',
    ),
  );
});

test('ein geplanter Tag macht keine Lösung verfügbar, auch wenn er vorbei ist', () => {
  const planned = { leistungen: five, status: 'in-entwicklung' } as const;
  const future = stand('a', { ...planned, verfuegbarAb: localDate('2027-03-01') });
  const passed = stand('b', { ...planned, verfuegbarAb: localDate('2025-03-01') });
  const ready = stand('c', { leistungen: five });
  assert.ok(sentences(future).includes('Verfügbar ab 01.03.2027 (geplant).'));
  assert.ok(
    sentences(passed).includes('War für den 01.03.2025 geplant; dass es sie gibt, hat niemand gesagt.'),
  );
  const order = rankSolutions(gaps, [passed, future, ready], nothingKnown).map(({ loesung }) => loesung.id);
  assert.deepEqual(order, ['c', 'a', 'b']);
});

test('der schwächste Reifegrad entscheidet, und ohne Angabe zählt er nichts', () => {
  const mixed = stand('a', {
    leistungen: [enthalten('L00001', { reifegrad11: 4 }), enthalten('L00002', { reifegrad11: 2 })],
  });
  assert.ok(sentences(mixed).includes('Reifegrad mindestens 2 (Modell 1.1).'));
  const partly = stand('b', { leistungen: [enthalten('L00001', { reifegrad11: 4 }), enthalten('L00002')] });
  assert.ok(sentences(partly).includes('Reifegrad nur zu 1 von 2 Leistungen angegeben.'));
});

test('eine ausgelaufene Lösung und eine ausgelaufene Leistung schließen keine Lücke', () => {
  const ended = stand('a', { leistungen: five, endetAm: localDate('2026-11-21') });
  const part = stand('b', { leistungen: [enthalten('L00001', { status: 'ausgelaufen' })] });
  assert.deepEqual(rankSolutions(gaps, [ended, part], nothingKnown), []);
  assert.deepEqual(whomWouldItHelp(ended, new Map([['05766044', gaps]])), []);
});

test('die Gewichte ergeben zusammen 100.000', () => {
  assert.equal(
    Object.values(matchingGewichte).reduce((sum, each) => sum + each, 0),
    100_000,
  );
});

const solutions = fc
  .array(arbitraryInhalt, { maxLength: 8 })
  .map((contents) => contents.map((content, index) => stand(`s-${index}`, content)));
const asked = fc.uniqueArray(fc.constantFrom<string>(...leistungIds), { minLength: 1, maxLength: 5 });
const signals = fc.dictionary(fc.constantFrom('s-0', 's-1', 's-2'), fc.integer({ min: 0, max: 30 })).map(
  (counts): MatchingSignale => ({
    heute: today,
    nutzung: new Map(Object.entries(counts).map(([id, kommunen]) => [id, { kommunen, klasse: null }])),
    fachverfahren: ['x'],
  }),
);

test('jeder Rang ist die Summe seiner Gründe, und kein Grund gibt mehr als sein Gewicht', () => {
  fc.assert(
    fc.property(solutions, asked, signals, (all, wanted, known) => {
      for (const { punkte, gruende, deckt } of rankSolutions(wanted, all, known)) {
        assert.equal(
          punkte,
          gruende.reduce((sum, each) => sum + each.punkte, 0),
        );
        for (const each of gruende) {
          assert.equal(each.hoechstens, matchingGewichte[each.grund]);
          assert.ok(each.punkte >= 0 && each.punkte <= each.hoechstens && Number.isInteger(each.punkte));
          assert.ok(each.satz.endsWith('.'));
        }
        assert.ok(deckt.length > 0 && deckt.every((id) => wanted.includes(id)));
      }
    }),
  );
});

test('die Reihenfolge hängt nicht davon ab, wie gefragt wurde', () => {
  fc.assert(
    fc.property(solutions, asked, signals, (all, wanted, known) => {
      const ids = (list: readonly LoesungStand[], gapList: readonly string[]) =>
        rankSolutions(gapList, list, known).map(({ loesung, punkte }) => `${loesung.id} ${punkte}`);
      assert.deepEqual(ids([...all].reverse(), [...wanted].reverse()), ids(all, wanted));
    }),
  );
});

test('wer mehr deckt oder von mehr Kommunen genutzt wird, steht nie schlechter da', () => {
  fc.assert(
    fc.property(asked, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), (wanted, a, b) => {
      const loesung = stand('s-0', { leistungen: [enthalten(wanted[0] ?? 'L00001')] });
      const pointsWith = (kommunen: number) =>
        rankSolutions(wanted, [loesung], {
          ...nothingKnown,
          nutzung: new Map([['s-0', { kommunen, klasse: null }]]),
        })[0]?.punkte ?? 0;
      assert.ok(pointsWith(Math.max(a, b)) >= pointsWith(Math.min(a, b)));
      const wider = stand('s-1', { leistungen: wanted.map((id) => enthalten(id)) });
      assert.equal(rankSolutions(wanted, [loesung, wider], nothingKnown)[0]?.deckt.length, wanted.length);
    }),
  );
});

test('umgekehrt: die Lösung hilft zuerst, wo sie die meisten Lücken schließt', () => {
  const loesung = stand('a', { leistungen: five.slice(0, 3) });
  const helped = whomWouldItHelp(
    loesung,
    new Map([
      ['05766008', ['L00001', 'L00004']],
      ['05766044', ['L00001', 'L00002', 'L00005']],
      ['05766012', ['L00001', 'L00002']],
      ['05766020', ['L00005']],
    ]),
  );
  assert.deepEqual(
    helped.map(({ kommune, deckt, luecken }) => [kommune, deckt.length, luecken]),
    [
      ['05766012', 2, 2],
      ['05766044', 2, 3],
      ['05766008', 1, 2],
    ],
  );
  assert.equal(helped[0]?.satz, 'Schließt 2 von 2 Lücken.');
});
