import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, localDate } from '#kernel';
import { bodyNamed, leistungNamed, realDuties, realFacts, today } from '../testing/real-duties.ts';
import { compileDuties } from './compiled-duties.ts';
import { coverageFigures, coverageOn } from './coverage.ts';
import { dutyList } from './duty-list.ts';
import { dutyStatistics } from './duty-statistics.ts';
import { unterschiede } from './unterschied.ts';
import { verdictOf } from './verdict-of.ts';

const duties = realDuties();
const lastDay = localDate('2023-12-31');
const nextDay = addDays(lastDay, 1);
const lemgo = bodyNamed(duties, 'Lemgo');
const lippe = bodyNamed(duties, 'Kreis Lippe');
const ended = duties.facts.leistungen.filter(({ id }) => duties.facts.enden.has(id));

test('zehn der sechzehn Leistungen rund um den Kinderreisepass sind beendet', () => {
  assert.equal(ended.length, 10);
  for (const { leika } of ended) assert.match(leika ?? '', /^99085003/);
});

test('den Kinderreisepass stellt Lemgo bis 31.12.2023 selbst aus, danach niemand mehr, mit Tag und Quelle', () => {
  const ausstellung = leistungNamed(duties, 'Kinderreisepass Ausstellung');
  assert.equal(verdictOf(duties, ausstellung, lemgo, lastDay).verdict, 'selbst');
  for (const day of [nextDay, today]) {
    const { verdict, chain, grade } = verdictOf(duties, ausstellung, lemgo, day);
    assert.deepEqual([verdict, grade, chain.length], ['nicht einschlägig', 'sekundaerquelle', 1]);
    assert.match(chain[0]?.text ?? '', /31\.12\.2023: Nicht mehr ausgestellt/);
    assert.match(chain[0]?.source?.url ?? '', /^https:/);
    assert.equal(chain[0]?.validFrom, '2024-01-01');
  }
});

test('die Meldung eines verlorenen Kinderreisepasses bleibt Pflicht', () => {
  assert.equal(
    verdictOf(duties, leistungNamed(duties, 'Kinderreisepass Meldung wegen Verlust'), lemgo, today).verdict,
    'selbst',
  );
});

test('die Liste behält alle Leistungen; nur die Urteile der beendeten sind andere', () => {
  const without = compileDuties({ ...realFacts(), enden: new Map() });
  for (const body of [lemgo, lippe]) {
    const rows = dutyList(duties, body, today).leistungen;
    const before = dutyList(without, body, today).leistungen;
    assert.equal(rows.length, 5249);
    for (const [index, row] of rows.entries()) {
      if (duties.facts.enden.has(row.id)) assert.equal(row.verdict, 'nicht einschlägig');
      else assert.deepEqual(row, before[index]);
    }
    assert.deepEqual(dutyList(duties, body, lastDay), dutyList(without, body, lastDay));
  }
});

test('der Unterschied zweier Tage sagt, was endet, und zählt es', () => {
  const rows = unterschiede({ duties, date: lastDay }, { duties, date: nextDay }, [lemgo]);
  assert.deepEqual(
    rows.map(({ leistung }) => leistung.id),
    ended.map(({ id }) => id),
  );
  for (const { anlass, nachher } of rows)
    assert.deepEqual([anlass, nachher.verdict], ['Ende', 'nicht einschlägig']);
  const selbst = (day: typeof today) => dutyStatistics(duties, [lemgo], day).byVerdict.selbst;
  assert.equal(selbst(lastDay) - selbst(nextDay), 10);
});

test('ein Ende ist keine Lücke der Regeln: die Abdeckung bleibt', () => {
  const decided = (day: typeof today) => coverageFigures(coverageOn(duties, '05', day));
  assert.deepEqual(decided(nextDay), decided(lastDay));
});
