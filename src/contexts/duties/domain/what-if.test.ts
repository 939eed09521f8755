import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localDate } from '#kernel';
import { soon } from '../../../kernel/testing/soon.ts';
import { bodyNamed, realDuties, today } from '../testing/real-duties.ts';
import { syntheticFacts } from '../testing/synthetic-facts.ts';
import { type CompiledDuties, compileDuties } from './compiled-duties.ts';
import { dutiesOfKreis } from './duties-of-kreis.ts';
import { gemeindeklassen } from './groessenklasse.ts';
import { type Statusaenderung, whatIf, withStatus } from './what-if.ts';

const real = realDuties();

/** One Leistung of each Fall: the same decisions in a fifth of the time. */
function onePerFall(duties: CompiledDuties): CompiledDuties {
  const seen = new Set<number>();
  const leistungen = duties.facts.leistungen.filter((_, index) => {
    const fall = duties.fallByLeistung[index] ?? 0;
    return !seen.has(fall) && seen.add(fall);
  });
  return compileDuties({ ...duties.facts, leistungen });
}

/** What each Kreis does for its Gemeinden, as its own list says: „Leistung Gemeinde“. */
function listOfKreis(duties: CompiledDuties, kreisAgs: string, day: string): ReadonlySet<string> {
  const kreis = duties.bodyByAgs.get(kreisAgs);
  assert.ok(kreis);
  return new Set(
    dutiesOfKreis(duties, kreis, localDate(day)).flatMap(({ leistung, gemeinden }) =>
      gemeinden.handeltFuer.map(({ ags }) => `${leistung.id} ${ags}`),
    ),
  );
}

/** What the Gemeinden gain from the Kreis is what the Kreis loses from its list, pair by pair, and the other way round. */
function assertOneToOne(duties: CompiledDuties, aenderungen: readonly Statusaenderung[], day: string): void {
  const { paare } = whatIf(duties, aenderungen, localDate(day));
  const after = withStatus(duties, aenderungen);
  const kreise = new Set(aenderungen.flatMap(({ ags }) => duties.bodyByAgs.get(ags)?.kreisAgs ?? []));
  for (const kreis of kreise) {
    const [before, then] = [listOfKreis(duties, kreis, day), listOfKreis(after, kreis, day)];
    const pair = ({ leistung, body }: (typeof paare)[number]) => `${leistung.id} ${body.ags}`;
    const lost = paare.filter(({ vorher }) => vorher.stelle?.ags === kreis && vorher.verdict === 'Kreis');
    const gained = paare.filter(
      ({ nachher }) => nachher.stelle?.ags === kreis && nachher.verdict === 'Kreis',
    );
    assert.deepEqual(lost.map(pair).sort(), [...before].filter((each) => !then.has(each)).sort());
    assert.deepEqual(gained.map(pair).sort(), [...then].filter((each) => !before.has(each)).sort());
  }
}

test('was die Gemeinde gewinnt, verliert der Kreis, Paar für Paar: alle Gemeinden, alle Klassen', () => {
  const duties = onePerFall(real);
  const gemeinden = duties.facts.bodies.filter(({ kreisAgs }) => kreisAgs !== null);
  assert.equal(gemeinden.length, 374);
  for (const klasse of gemeindeklassen) {
    const byKreis = Map.groupBy(gemeinden, ({ kreisAgs }) => kreisAgs);
    // All Gemeinden of a Kreis at once: their pairs do not touch each other, so this is each of them alone as well.
    for (const own of byKreis.values())
      assertOneToOne(
        duties,
        own.map(({ ags }) => ({ ags, klasse })),
        today,
      );
  }
});

test('die zwei Seiten gehen auch bei einzelnen Gemeinden und an anderen Tagen auf', () => {
  const duties = onePerFall(real);
  const gemeinden = duties.facts.bodies.filter(({ kreisAgs }) => kreisAgs !== null);
  const days = ['2010-01-01', '2024-12-31', '2025-01-01', '2026-11-21', '2030-01-01'];
  const change = fc.record({
    ags: fc.constantFrom(...gemeinden.map(({ ags }) => ags)),
    klasse: fc.constantFrom(...gemeindeklassen),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(change, { minLength: 1, maxLength: 4, selector: ({ ags }) => ags }),
      fc.constantFrom(...days),
      (changes, day) => assertOneToOne(duties, changes, day),
    ),
    { numRuns: 60, seed: 20261122 },
  );
});

test('die zwei Seiten gehen auch in erdachten Regelwerken mit Übertragungen auf', () => {
  fc.assert(
    fc.property(syntheticFacts, fc.constantFrom(...gemeindeklassen), (facts, klasse) => {
      const duties = compileDuties(facts);
      const changes = facts.bodies
        .filter(({ kreisAgs }) => kreisAgs !== null)
        .map(({ ags }) => ({ ags, klasse }));
      assertOneToOne(duties, changes, '2020-01-01');
    }),
    { numRuns: 500, seed: 20261122 },
  );
});

test('Summe der Gewinne gleich Summe der Verluste, wo beide Seiten Körperschaften sind', () => {
  const huerth = bodyNamed(real, 'Hürth');
  const { paare, bilanzen, ohneGegenseite } = whatIf(
    real,
    [{ ags: huerth.ags, klasse: 'grosse-kreisangehoerige-stadt' }],
    today,
  );
  assert.ok(paare.length > 0);
  const total = (side: 'gewinnt' | 'verliert') => bilanzen.reduce((sum, each) => sum + each[side], 0);
  assert.ok(total('gewinnt') <= paare.length);
  assert.equal(total('gewinnt') + total('verliert') + ohneGegenseite, 2 * paare.length);
  const kreis = bilanzen.find(({ body }) => body.ags === huerth.kreisAgs);
  assert.equal(kreis?.verliert, bilanzen.find(({ body }) => body.ags === huerth.ags)?.gewinnt);
});

test('wer den Status behält, den er hat, gewinnt und verliert nichts', () => {
  const changes = real.facts.bodies.flatMap(({ ags }) => {
    const klasse = real.facts.klasseOn(ags, today)?.klasse;
    return klasse ? [{ ags, klasse }] : [];
  });
  assert.deepEqual(whatIf(real, changes, today).paare, []);
});

test('alle werden zugleich zu Großen kreisangehörigen Städten', () => {
  const gemeinden = real.facts.bodies.filter(({ kreisAgs }) => kreisAgs !== null);
  const changes = gemeinden.map(({ ags }) => ({ ags, klasse: 'grosse-kreisangehoerige-stadt' as const }));
  assert.ok(soon(() => whatIf(real, changes, today)).paare.length > 10_000);
});
