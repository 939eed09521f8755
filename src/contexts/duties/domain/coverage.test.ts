import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { evidenceLabel } from '#kernel';
import { realDuties, today } from '../testing/real-duties.ts';
import { breiteLabel, breiten, coverageFigures, coverageOn, sourcedShare } from './coverage.ts';
import { decide } from './decide.ts';
import { sampleOf } from './sample.ts';

const duties = realDuties();
const rows = coverageOn(duties, '05', today);

test('der kommunale Katalog hat 4.272 Leistungen, mindestens 90 % sind entschieden, 30 % davon belegt', (t) => {
  const figures = coverageFigures(rows);
  const lines = [
    `entschieden ${figures.decided} von ${figures.total}`,
    ...Object.entries(figures.byGrade).map(
      ([grade, count]) => `${evidenceLabel[grade as keyof typeof evidenceLabel]} ${count}`,
    ),
    ...breiten.map((breite) => `${breiteLabel[breite]} ${figures.byBreite[breite]}`),
  ];
  t.diagnostic(lines.join('; '));
  assert.equal(figures.total, 4272);
  assert.ok(figures.decided >= 0.9 * figures.total, lines.join('; '));
  assert.ok(sourcedShare(figures) >= 0.3, lines.join('; '));
});

test('jede Regel erreicht höchstens eine OZG-Leistung oder ein Objekt', () => {
  for (const { id, reichweite } of duties.facts.regelwerk.regeln)
    assert.ok(reichweite.ozgIds.length + reichweite.objekte.length <= 1, id);
});

test('keine zwei gleich speziellen Regeln widersprechen sich', () => {
  const contradicted = rows.filter(({ coverage }) => !coverage.decided && coverage.open === 'widerspruch');
  assert.deepEqual(
    contradicted.map(({ leistung }) => leistung.id),
    [],
  );
});

test('entschieden heißt: keiner Körperschaft sagt die Regel selbst „offen“, nur eine fehlende Tatsache über sie', () => {
  const factsMissing = new Set([
    'bestimmung-fehlt',
    'bestimmung-widerspruch',
    'uebertragung-ungeklaert',
    'gemeinden-offen',
  ]);
  fc.assert(
    fc.property(
      fc.constantFrom(...rows),
      fc.constantFrom(...duties.facts.bodies),
      ({ leistung, coverage }, body) => {
        const fall = duties.faelle[duties.fallByLeistung[duties.positionById.get(leistung.id) ?? -1] ?? -1];
        assert.ok(fall);
        const { open } = decide(duties, fall, body, today);
        if (coverage.decided)
          assert.ok(open === null || factsMissing.has(open), `${leistung.id} ${body.name} ${open}`);
      },
    ),
    { numRuns: 5000 },
  );
});

test('eine Stichprobe ist mit derselben Nummer dieselbe und zieht nichts zweimal', () => {
  const items = Array.from({ length: 100 }, (_, index) => index);
  assert.deepEqual(sampleOf(items, 20, 7), sampleOf(items, 20, 7));
  assert.notDeepEqual(sampleOf(items, 20, 7), sampleOf(items, 20, 8));
  assert.equal(new Set(sampleOf(items, 20, 7)).size, 20);
  assert.equal(sampleOf(items, 200, 7).length, 100);
});
