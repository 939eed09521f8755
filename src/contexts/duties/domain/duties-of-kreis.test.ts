import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localDate } from '#kernel';
import { bodyNamed, realDuties, today } from '../testing/real-duties.ts';
import { syntheticFacts } from '../testing/synthetic-facts.ts';
import { type CompiledDuties, compileDuties } from './compiled-duties.ts';
import { dutiesOfKreis } from './duties-of-kreis.ts';
import { dutyList } from './duty-list.ts';
import { verdictOf } from './verdict-of.ts';

/** The mirror: „Kreis“ at a Gemeinde and the Gemeinde in the Kreis's list are one fact. */
function assertMirror(duties: CompiledDuties, day: string): void {
  const date = localDate(day);
  const said = new Map<string, string[]>();
  for (const leistung of duties.facts.leistungen) {
    for (const body of duties.facts.bodies) {
      const { verdict, stelle } = verdictOf(duties, leistung, body, date);
      if (verdict !== 'Kreis') continue;
      const key = `${leistung.id} ${stelle?.ags}`;
      said.set(key, [...(said.get(key) ?? []), body.ags]);
    }
  }
  for (const kreis of duties.facts.bodies.filter((body) => body.kreisAgs === null)) {
    for (const { leistung, verdict, gemeinden } of dutiesOfKreis(duties, kreis, date)) {
      const key = `${leistung.id} ${kreis.ags}`;
      assert.deepEqual(
        gemeinden.handeltFuer.map((body) => body.ags),
        said.get(key) ?? [],
      );
      if (said.delete(key)) assert.ok(verdict === 'selbst' || verdict === 'offen');
    }
  }
  assert.equal(said.size, 0);
}

test('was bei der Gemeinde „Kreis“ heißt, steht beim Kreis, und umgekehrt (echte Daten, je Fall eine Leistung)', () => {
  const real = realDuties();
  const seen = new Set<number>();
  const leistungen = real.facts.leistungen.filter((_, index) => {
    const fall = real.fallByLeistung[index] ?? 0;
    return !seen.has(fall) && seen.add(fall);
  });
  const duties = compileDuties({ ...real.facts, leistungen });
  for (const day of ['2024-12-31', today]) assertMirror(duties, day);
});

test('der Spiegel gilt auch in erdachten Regelwerken', () => {
  fc.assert(
    fc.property(syntheticFacts, (facts) => assertMirror(compileDuties(facts), '2020-01-01')),
    { numRuns: 1000, seed: 20261121 },
  );
});

test('die Pflichtenliste und das einzelne Urteil sagen dasselbe', () => {
  const duties = realDuties();
  for (const name of ['Lemgo', 'Kreis Lippe', 'Aachen', 'Städteregion Aachen']) {
    const body = bodyNamed(duties, name);
    const { leistungen } = dutyList(duties, body, today);
    assert.equal(leistungen.length, 5249);
    leistungen.forEach((row, index) => {
      const leistung = duties.facts.leistungen[index];
      assert.ok(leistung);
      assert.equal(row.verdict, verdictOf(duties, leistung, body, today).verdict);
    });
  }
});
