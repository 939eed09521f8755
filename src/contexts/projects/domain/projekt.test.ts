import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, type LocalDate, localDate } from '#kernel';
import { foerderfristen } from './foerderfristen.ts';
import { basispunkteOfText, centOfText, eurText, prozentText } from './geld.ts';
import { leererInhalt } from './leerer-inhalt.ts';
import {
  type AllePhasen,
  leerePhasen,
  type Phase,
  type Phasentermine,
  phasen,
  phaseOn,
  projektphasen,
} from './phase.ts';
import { planverlaeufe } from './planverlauf.ts';
import { ohneIntern, type Projektfassung, type Projektinhalt } from './projekt.ts';
import { pruefe } from './pruefen.ts';
import { groessterVerzug, verzugOf } from './verzug.ts';
import { jahreOf, liegtIn, phasenzeilen } from './zeitplan.ts';

const today = localDate('2026-11-22');
const days = fc.integer({ min: -900, max: 900 }).map((offset) => addDays(today, offset));
const maybe = fc.option(days);
const termine: fc.Arbitrary<Phasentermine> = fc.record({
  planBeginn: maybe,
  planEnde: maybe,
  istBeginn: maybe,
  istEnde: maybe,
  bemerkung: fc.constant(''),
});
const allePhasen: fc.Arbitrary<AllePhasen> = fc.record({
  vorbereitung: termine,
  konzeption: termine,
  umsetzung: termine,
  'pilotierung-nrw': termine,
  'rollout-nrw': termine,
  'rollout-bund': termine,
});
const abschluss = fc.option(
  fc.record({
    art: fc.constantFrom('abgeschlossen' as const, 'abgebrochen' as const),
    am: days,
    grund: fc.constant('x'),
  }),
);
const projekte = fc.record({ phasen: allePhasen, abschluss });

function withDays(phase: Phase, given: Partial<Phasentermine>): AllePhasen {
  const all = leerePhasen();
  return { ...all, [phase]: { ...all[phase], ...given } };
}

function fassung(nummer: number, stand: string, phasenOf: AllePhasen): Projektfassung {
  return {
    id: 'p',
    fassung: nummer,
    tenant: null,
    haus: 'Haus',
    inhalt: { ...leererInhalt, titel: 'Projekt', federfuehrung: 'Land', phasen: phasenOf },
    stand: localDate(stand),
    angegebenAm: new Date(`${stand}T12:00:00Z`),
  };
}

describe('Phase eines Projekts', () => {
  test('ein verstrichener geplanter Tag bewegt kein Projekt: nur Tatsächliches zählt (Fehler 13 der OZG-Datenbank)', () => {
    const phasenOf = withDays('rollout-nrw', {
      planBeginn: localDate('2020-01-01'),
      planEnde: localDate('2021-01-01'),
    });
    assert.equal(phaseOn({ phasen: phasenOf, abschluss: null }, today), 'nicht-begonnen');
  });

  test('welche Tage auch geplant sind, die Phase bleibt an jedem Tag dieselbe', () => {
    fc.assert(
      fc.property(projekte, projekte, days, (one, other, on) => {
        const replanned = Object.fromEntries(
          phasen.map((phase) => {
            const { planBeginn, planEnde } = other.phasen[phase];
            return [phase, { ...one.phasen[phase], planBeginn, planEnde }];
          }),
        ) as unknown as AllePhasen;
        const before = phaseOn(one, on);
        const after = phaseOn({ ...one, phasen: replanned }, on);
        const untold = ['keine-angabe', 'nicht-begonnen'];
        assert.ok(before === after || (untold.includes(before) && untold.includes(after)));
      }),
    );
  });

  test('die Phase geht mit den Tagen nie zurück', () => {
    fc.assert(
      fc.property(projekte, days, fc.nat(400), (projekt, on, later) => {
        const rank = (each: LocalDate) => projektphasen.indexOf(phaseOn(projekt, each));
        assert.ok(rank(addDays(on, later)) >= rank(on) || projekt.abschluss !== null);
      }),
    );
  });

  test('ohne einen einzigen Tag ist die Phase keine Angabe, nicht „noch nicht begonnen“', () => {
    assert.equal(phaseOn({ phasen: leerePhasen(), abschluss: null }, today), 'keine-angabe');
  });

  test('ein Ende gilt ab seinem Tag und nie vorher', () => {
    const projekt = {
      phasen: withDays('umsetzung', { istBeginn: localDate('2026-01-01') }),
      abschluss: { art: 'abgebrochen' as const, am: localDate('2026-11-01'), grund: 'kein Geld' },
    };
    assert.equal(phaseOn(projekt, localDate('2026-10-31')), 'umsetzung');
    assert.equal(phaseOn(projekt, localDate('2026-11-01')), 'abgebrochen');
  });
});

describe('Verzug', () => {
  test('ein verstrichener Plan ist überfällig, solange niemand den tatsächlichen Tag nennt', () => {
    const phasenOf = withDays('umsetzung', { planEnde: addDays(today, -12), istBeginn: addDays(today, -50) });
    const verzug = verzugOf({ phasen: phasenOf, abschluss: null }, 'umsetzung', 'ende', today);
    assert.deepEqual(verzug, { phase: 'umsetzung', termin: 'ende', tage: 12, offen: true });
  });

  test('früher als geplant ist kein Verzug', () => {
    const phasenOf = withDays('umsetzung', { planBeginn: addDays(today, -5), istBeginn: addDays(today, -9) });
    const projekt = { phasen: phasenOf, abschluss: null };
    assert.equal(verzugOf(projekt, 'umsetzung', 'beginn', today)?.tage, -4);
    assert.equal(groessterVerzug(projekt, today), null);
  });

  test('worauf niemand mehr wartet, ist nicht überfällig: das Projekt ist weiter oder zu Ende', () => {
    const phasenOf = {
      ...withDays('konzeption', { planEnde: addDays(today, -100) }),
      umsetzung: { ...leerePhasen().umsetzung, istBeginn: addDays(today, -10) },
    };
    assert.equal(verzugOf({ phasen: phasenOf, abschluss: null }, 'konzeption', 'ende', today), null);
  });

  test('kein Verzug ist größer als der Abstand zwischen Plan und heute oder dem Ist', () => {
    fc.assert(
      fc.property(projekte, (projekt) => {
        const most = groessterVerzug(projekt, today);
        for (const phase of phasen)
          for (const termin of ['beginn', 'ende'] as const) {
            const one = verzugOf(projekt, phase, termin, today);
            if (one && one.tage > 0) assert.ok(most && most.tage >= one.tage);
          }
      }),
    );
  });
});

describe('Frühere Pläne', () => {
  test('jeder frühere geplante Tag bleibt stehen, auch der zurückgenommene', () => {
    const verlauf = [
      fassung(1, '2026-01-01', withDays('rollout-nrw', { planBeginn: localDate('2026-10-01') })),
      fassung(2, '2026-05-01', withDays('rollout-nrw', { planBeginn: localDate('2027-02-01') })),
      fassung(
        3,
        '2026-06-01',
        withDays('rollout-nrw', { planBeginn: localDate('2027-02-01'), bemerkung: 'gleich' }),
      ),
      fassung(4, '2026-08-01', leerePhasen()),
    ];
    const [plan] = planverlaeufe(verlauf);
    assert.deepEqual(
      plan?.tage.map(({ tag, fassung: in_ }) => [tag, in_]),
      [
        ['2026-10-01', 1],
        ['2027-02-01', 2],
        [null, 4],
      ],
    );
    assert.equal(plan?.verschobenUm, null);
    assert.equal(planverlaeufe(verlauf.slice(0, 3))[0]?.verschobenUm, 123);
  });

  test('kein geplanter Tag geht verloren, wie oft auch geändert wird', () => {
    fc.assert(
      fc.property(fc.array(allePhasen, { minLength: 1, maxLength: 8 }), (states) => {
        const verlauf = states.map((state, index) => fassung(index + 1, `2026-01-0${index + 1}`, state));
        const kept = planverlaeufe(verlauf);
        const plans = (phase: Phase, termin: string) =>
          kept.find((one) => one.phase === phase && one.termin === termin)?.tage.map(({ tag }) => tag) ?? [];
        for (const [state, phase] of states.flatMap((each) => phasen.map((one) => [each, one] as const))) {
          const { planBeginn, planEnde } = state[phase];
          assert.ok(planBeginn === null || plans(phase, 'beginn').includes(planBeginn));
          assert.ok(planEnde === null || plans(phase, 'ende').includes(planEnde));
        }
      }),
    );
  });
});

describe('Zeitplan', () => {
  test('der Roll-out zeigt die Tage des Roll-outs, nicht die der Pilotierung (Fehler 10 der OZG-Datenbank)', () => {
    const phasenOf = {
      ...withDays('pilotierung-nrw', {
        planBeginn: localDate('2026-12-01'),
        istBeginn: localDate('2026-11-01'),
      }),
      'rollout-nrw': { ...leerePhasen()['rollout-nrw'], planBeginn: localDate('2027-06-01') },
    };
    const rows = phasenzeilen({ phasen: phasenOf, abschluss: null }, today);
    assert.deepEqual(
      rows.find(({ phase }) => phase === 'rollout-nrw'),
      { phase: 'rollout-nrw', geplant: { from: '2027-06-01', to: '2027-06-01' }, tatsaechlich: null },
    );
  });

  test('jede Zeile nennt nur Tage ihrer eigenen Phase, und Plan und Ist getrennt', () => {
    fc.assert(
      fc.property(projekte, (projekt) => {
        for (const { phase, geplant, tatsaechlich } of phasenzeilen(projekt, today)) {
          const { planBeginn, planEnde, istBeginn, istEnde } = projekt.phasen[phase];
          for (const each of [geplant?.from, geplant?.to])
            assert.ok(each == null || [planBeginn, planEnde].includes(each));
          for (const each of [tatsaechlich?.from, tatsaechlich?.to])
            assert.ok(each == null || [istBeginn, istEnde].includes(each));
        }
      }),
    );
  });

  test('was im Zeitraum liegt, hat dort einen Tag', () => {
    const [zeile] = phasenzeilen(
      { phasen: withDays('umsetzung', { planBeginn: today, planEnde: addDays(today, 10) }), abschluss: null },
      today,
    );
    assert.ok(zeile);
    assert.ok(liegtIn(zeile, addDays(today, 10), addDays(today, 20), today));
    assert.ok(!liegtIn(zeile, addDays(today, 11), addDays(today, 20), today));
  });

  test('ein Projekt gehört zu jedem Jahr zwischen seinem ersten und letzten Tag', () => {
    const phasenOf = withDays('umsetzung', {
      planBeginn: localDate('2025-12-31'),
      planEnde: localDate('2028-01-01'),
    });
    assert.deepEqual(jahreOf({ phasen: phasenOf, abschluss: null }), ['2025', '2026', '2027', '2028']);
    assert.deepEqual(jahreOf({ phasen: leerePhasen(), abschluss: null }), []);
  });
});

describe('Förderfristen', () => {
  const projekt = {
    ...fassung(1, '2026-01-01', leerePhasen()),
    inhalt: { ...leererInhalt, titel: 'P', antragsfrist: addDays(today, 90), foerderBis: addDays(today, 91) },
  };

  test('der Radar reicht genau 90 Tage und beginnt heute', () => {
    const found = foerderfristen([{ projekt, intern: null }], today, 90);
    assert.deepEqual(
      found.map(({ art }) => art),
      ['antrag'],
    );
  });

  test('ein versäumter Nachweis bleibt stehen, bis er eingereicht ist', () => {
    const intern = { ...ohneIntern, nachweisFrist: addDays(today, -400) };
    const [first] = foerderfristen([{ projekt, intern }], today, 90);
    assert.deepEqual([first?.art, first?.versaeumt], ['nachweis', true]);
    const handedIn = { ...intern, nachweisAm: addDays(today, -399) };
    assert.ok(
      foerderfristen([{ projekt, intern: handedIn }], today, 90).every(({ art }) => art !== 'nachweis'),
    );
  });
});

describe('Geld und Prozent', () => {
  test('jeder Betrag kommt auf den Cent zurück', () => {
    fc.assert(fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (cent) => centOfText(eurText(cent)) === cent));
  });

  test('jeder Prozentsatz kommt zurück', () => {
    fc.assert(fc.property(fc.nat(10_000), (part) => basispunkteOfText(prozentText(part)) === part));
  });

  test('was kein Betrag ist, wird keiner', () => {
    for (const text of ['', '-1', '1,234', '1.23', 'zwölf', '1e5', '12,5,0'])
      assert.equal(centOfText(text), null, text);
    assert.equal(basispunkteOfText('100,01 %'), null);
    assert.equal(centOfText('0,1'), 10);
  });
});

describe('Prüfung', () => {
  const sound: Projektinhalt = { ...leererInhalt, titel: 'Projekt', federfuehrung: 'Land' };
  const problemsOf = (given: Partial<Projektinhalt>) =>
    pruefe({ ...sound, ...given }, ohneIntern, today).map(({ field }) => field);

  test('Tatsächliches liegt nicht in der Zukunft', () => {
    assert.deepEqual(problemsOf({ phasen: withDays('umsetzung', { istBeginn: addDays(today, 1) }) }), [
      'umsetzung.istBeginn',
    ]);
    assert.deepEqual(
      problemsOf({ phasen: withDays('umsetzung', { planBeginn: addDays(today, 1), istBeginn: today }) }),
      [],
    );
  });

  test('ein Ende vor dem Beginn, ein Ende ohne Beginn und ein Abbruch ohne Grund werden benannt', () => {
    const wrong = withDays('konzeption', { planBeginn: today, planEnde: addDays(today, -1), istEnde: today });
    assert.deepEqual(problemsOf({ phasen: wrong }), ['konzeption.planEnde', 'konzeption.istBeginn']);
    assert.deepEqual(problemsOf({ abschluss: { art: 'abgebrochen', am: today, grund: '' } }), [
      'abschlussGrund',
    ]);
  });

  test('öffentlich steht ein Funktionspostfach, keine Person', () => {
    for (const person of ['max.muster@example.de', 'm_muster@example.de', 'Änne-Groß@example.de'])
      assert.deepEqual(problemsOf({ postfach: person }), ['postfach'], person);
    for (const role of ['ozg@example.de', 'projekt.wohngeld@example.de', 'ozg-koordination@stadt.de'])
      assert.deepEqual(problemsOf({ postfach: role }), [], role);
  });
});
