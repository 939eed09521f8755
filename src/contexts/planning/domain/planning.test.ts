import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { localDate, quartal } from '#kernel';
import { fallOf, kleinerFall } from '../testing/faelle.ts';
import { buildProblem } from './build-problem.ts';
import type { Planungsgrundlage } from './grundlage.ts';
import type { Massnahme, MassnahmeInhalt } from './massnahme.ts';
import { preisOf } from './preis.ts';
import { ohnePlatz } from './problem.ts';
import { pruefe } from './pruefung.ts';
import { findCycle } from './reihenfolge.ts';
import { spaeteWuensche } from './spaete-wuensche.ts';
import { formatTage, parseTage } from './tage.ts';
import { kapazitaetIn } from './team.ts';
import { vergleiche } from './vergleich.ts';

const at = new Date('2026-11-22T12:00:00Z');
const team = {
  id: 'anbindung',
  fassung: 1,
  ags: null,
  name: 'Team Anbindung',
  faehigkeiten: ['Anbindung'],
  monatlich: 30,
  abweichungen: {},
  beendet: false,
  angegebenAm: at,
};
const vorlage = {
  id: 'anbinden',
  fassung: 1,
  name: 'Anbinden',
  zeilen: [{ seite: 'dienstleister' as const, faehigkeit: 'Anbindung', einmalig: 20, jeKommune: 30 }],
  vorbereitung: [],
  beendet: false,
  angegebenAm: at,
};

function massnahme(id: string, more: Partial<MassnahmeInhalt> = {}): Massnahme {
  const inhalt: MassnahmeInhalt = {
    titel: id.toUpperCase(),
    leistungId: null,
    vorlage: 'anbinden',
    kommunen: [{ ags: '05766044', quartal: null }],
    gewicht: 50,
    begruendung: '',
    verfuegbarAb: null,
    frist: null,
    nach: [],
    teams: {},
    ...more,
  };
  return { id, fassung: 1, inhalt, herkunft: 'hand', beendet: false, angegebenAm: at };
}

function ground(massnahmen: readonly Massnahme[], more: Partial<Planungsgrundlage> = {}): Planungsgrundlage {
  return {
    quartale: ['2027-Q1', '2027-Q2', '2027-Q3'].map(quartal),
    teams: [team],
    vorlagen: [vorlage],
    massnahmen,
    kommunen: new Map([
      ['05766044', 'Lemgo'],
      ['05766020', 'Detmold'],
    ]),
    verfuegbar: new Map(),
    annahmen: [],
    ...more,
  };
}

function problemOf(massnahmen: readonly Massnahme[], more: Partial<Planungsgrundlage> = {}) {
  const built = buildProblem(ground(massnahmen, more));
  assert.ok(built.ok, JSON.stringify(built));
  return built.value;
}

function codeOf(massnahmen: readonly Massnahme[], more: Partial<Planungsgrundlage> = {}) {
  const built = buildProblem(ground(massnahmen, more));
  assert.ok(!built.ok);
  return built.refusal;
}

describe('what no plan can come from is said plainly', () => {
  test('no Massnahme at all', () => {
    assert.equal(codeOf([]).code, 'PLANNING_NOTHING_TO_PLAN');
  });

  test('no team with days', () => {
    const refusal = codeOf([massnahme('a')], { teams: [{ ...team, monatlich: 0 }] });
    assert.equal(refusal.code, 'PLANNING_NO_CAPACITY');
  });

  test('a circle of Massnahmen is named', () => {
    const refusal = codeOf([massnahme('a', { nach: ['b'] }), massnahme('b', { nach: ['a'] })]);
    assert.equal(refusal.code, 'PLANNING_CYCLE');
    assert.match(refusal.message, /„A“ wartet auf „B“ wartet auf „A“/);
  });

  test('a deadline before it is available finds no place, and the plan says why', () => {
    const { einheiten, hinweise } = problemOf([
      massnahme('a', { verfuegbarAb: localDate('2027-07-01'), frist: localDate('2027-06-30') }),
    ]);
    assert.ok(einheiten.every(({ von, bis }) => von > bis));
    assert.match(hinweise.join(), /„A“ findet keinen Platz: Frist 30.06.2027, verfügbar erst ab 01.07.2027/);
  });

  test('a skill that nobody has', () => {
    const { hinweise } = problemOf([massnahme('a')], { teams: [{ ...team, faehigkeiten: ['Portal'] }] });
    assert.match(hinweise.join(), /Kein Team kann „Anbindung“/);
  });

  test('a Kommune that stated no Fachbereich is planned, and named', () => {
    const zeilen = [
      ...vorlage.zeilen,
      { seite: 'kommune' as const, faehigkeit: 'Einführung', einmalig: 0, jeKommune: 10 },
    ];
    const { hinweise } = problemOf([massnahme('a')], { vorlagen: [{ ...vorlage, zeilen }] });
    assert.match(hinweise.join(), /Keinen Fachbereich angegeben hat: Lemgo/);
  });
});

describe('what a plan is made of', () => {
  test('each Kommune is an Einheit of its own, and what is done once comes first', () => {
    const { einheiten, kanten } = problemOf([
      massnahme('a', {
        kommunen: [
          { ags: '05766044', quartal: quartal('2027-Q2') },
          { ags: '05766020', quartal: null },
        ],
      }),
    ]);
    assert.deepEqual(
      einheiten.map(({ ags, wunsch, gewicht }) => [ags, wunsch, gewicht]),
      [
        [null, 0, 0],
        ['05766044', 1, 50],
        ['05766020', 0, 50],
      ],
    );
    assert.deepEqual(kanten, [
      { vor: 0, nach: 1, abstand: 0 },
      { vor: 0, nach: 2, abstand: 0 },
    ]);
  });

  test('what waits comes a quarter after the same Kommune, or after what is done once for all', () => {
    const { kanten } = problemOf([
      massnahme('a'),
      massnahme('b', { nach: ['a'], kommunen: [{ ags: '05766020', quartal: null }] }),
    ]);
    assert.deepEqual(
      kanten.filter(({ abstand }) => abstand === 1),
      [
        { vor: 0, nach: 2, abstand: 1 },
        { vor: 0, nach: 3, abstand: 1 },
      ],
    );
  });

  test('what projects say of availability holds where nobody stated a day', () => {
    const verfuegbar = new Map([['L02950', localDate('2027-02-01')]]);
    const { einheiten } = problemOf([massnahme('a', { leistungId: 'L02950' })], { verfuegbar });
    assert.ok(einheiten.every(({ von }) => von === 1));
  });

  test('an assumption changes the days and stands on the plan', () => {
    const { teams, annahmen } = problemOf([massnahme('a')], {
      annahmen: [{ team: 'anbindung', monatlich: 20 }],
    });
    assert.deepEqual(teams[0]?.kapazitaet, [150, 150, 150]);
    assert.deepEqual(annahmen, ['„Team Anbindung“ hat 2 Personentage im Monat mehr']);
  });

  test('fewer days in a month need no reason', () => {
    assert.equal(kapazitaetIn({ ...team, abweichungen: { '2027-02': 5 } }, quartal('2027-Q1')), 65);
  });
});

describe('the price of a wish', () => {
  test('whoever asks is told who would have to yield, and the plan after it still keeps every rule', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), (seed) => {
        const problem = fallOf(seed, { ...kleinerFall, deckung: 0.6 });
        const nothing = problem.einheiten.map(() => ohnePlatz);
        for (const wuensche of spaeteWuensche(problem, nothing).slice(0, 3)) {
          const preis = preisOf(problem, nothing, wuensche.slice(0, 1));
          if (!preis.moeglich) continue;
          assert.deepEqual(pruefe(problem, preis.zuteilung), []);
          assert.equal(preis.zuteilung[wuensche[0]?.einheit ?? -1], wuensche[0]?.quartal);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('two lighter ones come a quarter later for a heavier one', () => {
    const problem = problemOf([massnahme('leicht', { gewicht: 1 }), massnahme('schwer', { gewicht: 90 })], {
      vorlagen: [
        {
          ...vorlage,
          zeilen: [{ seite: 'dienstleister', faehigkeit: 'Anbindung', einmalig: 0, jeKommune: 60 }],
        },
      ],
    });
    const preis = preisOf(problem, [0, 1], [{ einheit: 1, quartal: 0 }]);
    assert.ok(preis.moeglich);
    assert.deepEqual(preis.weicht, [{ einheit: 0, von: 0, nach: 1 }]);
    assert.equal(preis.mehrkosten, 1 - 90);
  });
});

test('two plans tell what the second wins, loses and rests on', () => {
  const first = problemOf([massnahme('a'), massnahme('b')]);
  const second = problemOf([massnahme('a'), massnahme('b')], {
    annahmen: [{ team: 'anbindung', monatlich: 10 }],
  });
  const { gewinnt, verliert, gleich, grundlage } = vergleiche(
    { problem: first, zuteilung: [0, 1, 0, 1] },
    { problem: second, zuteilung: [0, 0, 0, ohnePlatz] },
  );
  assert.deepEqual(
    gewinnt.map(({ titel, frueher }) => [titel, frueher]),
    [['A', 1]],
  );
  assert.deepEqual(
    verliert.map(({ titel, nachher }) => [titel, nachher]),
    [['B', null]],
  );
  assert.equal(gleich, 0);
  assert.deepEqual(grundlage.teams, [{ name: 'Team Anbindung', mehr: 90 }]);
});

test('a circle is found wherever it lies, also at the end of a long chain', () => {
  const circle = findCycle(
    new Map([
      ['a', []],
      ['b', ['c']],
      ['c', ['d']],
      ['d', ['b']],
    ]),
  );
  assert.deepEqual(circle, ['b', 'c', 'd']);
  const chain = new Map(Array.from({ length: 20_000 }, (_, n) => [`m${n}`, n === 0 ? [] : [`m${n - 1}`]]));
  assert.equal(findCycle(chain), null);
});

test('days are read as people write them', () => {
  assert.deepEqual(parseTage('12,5'), { ok: true, value: 125 });
  assert.deepEqual(parseTage('12.5'), { ok: true, value: 125 });
  for (const wrong of ['', '-1', '1,55', 'zwei', '99999']) assert.equal(parseTage(wrong).ok, false, wrong);
  assert.equal(formatTage(125), '12,5');
});
