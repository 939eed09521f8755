import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localDate } from '#kernel';
import { bodyNamed, leistungenOfOzg, realDuties } from '../testing/real-duties.ts';
import { ask, narrowed, tellsSomethingElse, withoutLink } from '../testing/remove-link.ts';
import { syntheticQuestion } from '../testing/synthetic-facts.ts';
import { chainStepLabel } from './verdict.ts';
import { verdictOf } from './verdict-of.ts';

const dates = [
  '1999-05-01',
  '2007-12-31',
  '2008-01-01',
  '2020-06-30',
  '2024-12-31',
  '2025-01-01',
  '2026-11-21',
];

test('auf den echten Daten ändert jedes entfernte Glied der Kette das Urteil (2.000 Zufallspaare)', () => {
  const duties = realDuties();
  const { leistungen, bodies } = duties.facts;
  const ruled = leistungen.filter(
    (_, index) => (duties.faelle[duties.fallByLeistung[index] ?? 0]?.kandidaten.length ?? 0) > 0,
  );
  const jugendamt = leistungenOfOzg(duties, 10035);
  const lippe = bodies.filter((body) => body.kreisAgs === '05766');
  const tage = fc.constantFrom(...dates).map(localDate);
  const bestimmt = fc.tuple(fc.constantFrom(...jugendamt), fc.constantFrom(...lippe), tage);
  const aachen = fc.tuple(fc.constantFrom(...ruled), fc.constant(bodyNamed(duties, 'Aachen')), tage);
  const anyPair = fc.tuple(
    fc.oneof(fc.constantFrom(...ruled), fc.constantFrom(...leistungen)),
    fc.constantFrom(...bodies),
    tage,
  );
  const ended = leistungen.filter(({ id }) => duties.facts.enden.has(id));
  const beendet = fc.tuple(fc.constantFrom(...ended), fc.constantFrom(...bodies), tage);
  const pair = fc.oneof({ weight: 8, arbitrary: anyPair }, bestimmt, aachen, beendet);
  const steps = new Map<string, number>();
  fc.assert(
    fc.property(pair, ([leistung, body, date]) => {
      const asked = narrowed({ facts: duties.facts, leistung, body, date });
      const verdict = ask(asked);
      assert.deepEqual(verdict, verdictOf(duties, leistung, body, date));
      for (const link of verdict.chain) {
        steps.set(link.step, (steps.get(link.step) ?? 0) + 1);
        assert.ok(tellsSomethingElse(verdict, ask(withoutLink(asked, link))), link.step);
      }
    }),
    { numRuns: 2000, seed: 20261121 },
  );
  for (const step of Object.keys(chainStepLabel))
    assert.ok((steps.get(step) ?? 0) > 0, `kein Glied „${step}“ geprüft`);
});

test('auch in erdachten Regelwerken ändert jedes entfernte Glied das Urteil', () => {
  fc.assert(
    fc.property(syntheticQuestion, (asked) => {
      const verdict = ask(asked);
      for (const link of verdict.chain) {
        assert.ok(tellsSomethingElse(verdict, ask(withoutLink(asked, link))), link.step);
      }
    }),
    { numRuns: 4000, seed: 20261121 },
  );
});

test('jedes entschiedene Urteil hat eine Evidenz und eine Kette, jedes offene einen Grund', () => {
  fc.assert(
    fc.property(syntheticQuestion, (asked) => {
      const { verdict, grade, open, chain } = ask(asked);
      assert.equal(open === null, verdict !== 'offen');
      assert.equal(grade === null, verdict === 'offen');
      const ended = chain[0]?.step === 'ende';
      assert.equal(chain.length === 0, asked.leistung.typ === null && !ended);
      if (ended) assert.deepEqual([verdict, chain.length], ['nicht einschlägig', 1]);
    }),
    { numRuns: 2000, seed: 20261121 },
  );
});
