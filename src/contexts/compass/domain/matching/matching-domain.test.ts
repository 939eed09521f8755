import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localDate } from '#kernel';
import { zustaende } from '../zustand.ts';
import { type Bedarf, buendelOf } from './buendel.ts';
import { parseFachverfahren, wirdGenutzt } from './fachverfahren.ts';
import { lueckenartOf } from './luecke.ts';
import { parseQuartal, quartaleAb, quartalOf, quartalText } from './quartal.ts';

test('eine Lücke ist, was nicht online ist oder unter Reifegrad 3; was niemand beurteilt hat, liegt unter nichts', () => {
  assert.equal(lueckenartOf(null), 'ohne-angabe');
  for (const zustand of zustaende) {
    const expected = zustand === 'online' || zustand === 'nicht-anwendbar' ? null : 'nicht-online';
    assert.equal(lueckenartOf({ zustand, reifegrad11: null }), expected);
  }
  assert.equal(lueckenartOf({ zustand: 'online', reifegrad11: 2 }), 'unter-reifegrad');
  assert.equal(lueckenartOf({ zustand: 'online', reifegrad11: 3 }), null);
});

test('Quartale zählen über das Jahr hinaus und lassen sich zurücklesen', () => {
  assert.equal(quartalOf(localDate('2026-12-31')), '2026-Q4');
  assert.deepEqual(quartaleAb(localDate('2026-11-22'), 3), ['2026-Q4', '2027-Q1', '2027-Q2']);
  assert.equal(quartalText('2027-Q1'), '1. Quartal 2027');
  assert.equal(parseQuartal(' 2027-q1 '), '2027-Q1');
  for (const wrong of ['2027-Q5', '2027', '', '1999-Q1']) assert.equal(parseQuartal(wrong), null);
});

const bedarf = fc
  .record<Bedarf>({
    tenant: fc.constantFrom('a', 'b', 'c', 'd'),
    leistungId: fc.constantFrom('L00001', 'L00002'),
    quartal: fc.constantFrom('2026-Q4', '2027-Q1'),
    woher: fc.constantFrom('plan', 'interesse'),
  })
  .map((each) => ({ ...each }));

test('ein Bündel hat mindestens zwei Kommunen, nennt jede einmal und hängt nicht von der Ordnung ab', () => {
  fc.assert(
    fc.property(fc.array(bedarf, { maxLength: 20 }), (all) => {
      const found = buendelOf(all);
      assert.deepEqual(buendelOf([...all].reverse()), found);
      for (const { bedarfe, leistungId, quartal } of found) {
        assert.ok(bedarfe.length > 1);
        assert.equal(new Set(bedarfe.map(({ tenant }) => tenant)).size, bedarfe.length);
        for (const each of bedarfe) {
          assert.deepEqual([each.leistungId, each.quartal], [leistungId, quartal]);
          const planned = all.some(
            (one) =>
              one.tenant === each.tenant &&
              one.leistungId === leistungId &&
              one.quartal === quartal &&
              one.woher === 'plan',
          );
          assert.equal(each.woher, planned ? 'plan' : 'interesse');
        }
      }
    }),
  );
});

test('ein Fachverfahren hat einen Namen und Tage in ihrer Ordnung; jedes Problem steht an seinem Feld', () => {
  const parsed = parseFachverfahren({ name: ' Steuer  fix ', von: '01.03.2024', hersteller: '' });
  assert.ok(parsed.ok);
  assert.deepEqual(parsed.value, {
    name: 'Steuer fix',
    hersteller: null,
    fachbereich: null,
    von: '2024-03-01',
    bis: null,
  });
  const fields = (eingabe: Parameters<typeof parseFachverfahren>[0]) => {
    const refused = parseFachverfahren(eingabe);
    return refused.ok ? [] : refused.refusal.map(({ field }) => field);
  };
  assert.deepEqual(fields({ name: '' }), ['name']);
  assert.deepEqual(fields({ name: 'x'.repeat(121), von: '31.02.2024' }), ['name', 'von']);
  assert.deepEqual(fields({ name: 'Steuerfix', von: '2024-03-01', bis: '2024-02-01' }), ['bis']);
  const day = localDate('2026-11-22');
  assert.ok(wirdGenutzt({ von: null, bis: day }, day));
  assert.ok(!wirdGenutzt({ von: null, bis: localDate('2026-11-21') }, day));
});
