import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { realDuties, realFacts, today } from '../testing/real-duties.ts';
import { compileDuties } from './compiled-duties.ts';
import { verdictMatrix } from './duty-statistics.ts';
import type { Regel } from './regel.ts';
import { verdictWords } from './verdict.ts';
import { wirkungOf } from './wirkung.ts';

const duties = realDuties();
const { regeln } = duties.facts.regelwerk;
const bodies = duties.facts.bodies;
const before = verdictMatrix(duties, bodies, today);

/** The pairs that differ when everything is decided anew. */
function differences(changed: readonly Regel[]): ReadonlySet<string> {
  const facts = realFacts();
  const after = verdictMatrix(
    compileDuties({ ...facts, regelwerk: { ...facts.regelwerk, regeln: changed } }),
    bodies,
    today,
  );
  const width = duties.facts.leistungen.length;
  const pairs = new Set<string>();
  before.forEach((code, at) => {
    if (code !== after[at])
      pairs.add(`${bodies[Math.floor(at / width)]?.ags} ${duties.facts.leistungen[at % width]?.id}`);
  });
  return pairs;
}

const spreads = ['SSSS-', 'SKKKS', 'SSKKS', 'LLLLL'].map((text) => {
  const [a, b, c, d, e] = text.split('') as Regel['verteilung']['kreis'][];
  return {
    'kreisfreie-stadt': a ?? '-',
    'grosse-kreisangehoerige-stadt': b ?? '-',
    'mittlere-kreisangehoerige-stadt': c ?? '-',
    'kreisangehoerige-gemeinde': d ?? '-',
    kreis: e ?? '-',
    staedteregion: e ?? '-',
  };
});

test('die Vorschau einer Änderung nennt genau die Paare, die sich bei voller Neuberechnung ändern', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...regeln),
      fc.constantFrom(...spreads),
      fc.boolean(),
      (vorher, verteilung, entfernt) => {
        const nachher: Regel | null = entfernt ? null : { ...vorher, verteilung, stelle: 'Bezirksregierung' };
        const changed = regeln.flatMap((regel) =>
          regel.id !== vorher.id ? [regel] : nachher === null ? [] : [nachher],
        );
        const told = new Set(
          wirkungOf(duties, { vorher, nachher }, today).flatMap(({ body, gewinnt, verliert, sonst }) =>
            [...gewinnt, ...verliert, ...sonst]
              .filter((each) => each.vorher.verdict !== each.nachher.verdict)
              .map(({ leistung }) => `${body.ags} ${leistung.id}`),
          ),
        );
        assert.deepEqual([...told].toSorted(), [...differences(changed)].toSorted());
      },
    ),
    { numRuns: 8 },
  );
});

test('wer gewinnt, erbringt neu selbst; wer verliert, nicht mehr', () => {
  const wohngeld = regeln.find(({ id }) => id === 'wohngeld');
  assert.ok(wohngeld);
  const [, kreisaufgabe] = spreads;
  assert.ok(kreisaufgabe);
  const effect = wirkungOf(
    duties,
    { vorher: wohngeld, nachher: { ...wohngeld, verteilung: kreisaufgabe } },
    today,
  );
  const lemgo = effect.find(({ body }) => body.name === 'Lemgo');
  const lippe = effect.find(({ body }) => body.name === 'Kreis Lippe');
  assert.ok(lemgo && lippe);
  assert.ok(lemgo.verliert.length > 0 && lemgo.gewinnt.length === 0);
  assert.equal(lippe.gewinnt.length, lemgo.verliert.length);
  assert.ok(!effect.some(({ body }) => body.name === 'Köln'));
  assert.ok(verdictWords.includes('selbst'));
});
