import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, localDate } from '#kernel';
import { beschlussErlaubt, beschlussSchritte, beschlussZustaende, zaehle } from './abstimmung.ts';
import { aufgabeNach, aufgabeSchritte, aufgabeZustaende } from './aufgabe.ts';
import { istFeiertag } from './feiertage.ts';
import { folgetermin } from './folgetermin.ts';
import {
  type FrageSchritt,
  type FrageZustand,
  frageListen,
  frageNach,
  frageSchritte,
  frageZustaende,
  frageZustandOf,
  listeVon,
} from './frage.ts';
import {
  beginnJePunkt,
  sitzungNach,
  sitzungSchritte,
  sitzungZustaende,
  teilnahmenIn,
  ueberhang,
} from './sitzung.ts';

test('for every state of a question and every step the result stands in exactly one list', () => {
  for (const zustand of frageZustaende)
    for (const schritt of frageSchritte) {
      const next = frageNach(zustand, schritt);
      for (const hasSession of [true, false])
        assert.ok(frageListen.includes(listeVon(next ?? zustand, hasSession)), `${zustand} ${schritt}`);
    }
});

test('a session that ends answers no question and forgets none', () => {
  for (const zustand of frageZustaende) assert.equal(frageNach(zustand, 'sitzung-endet'), zustand);
});

const waits = (zustand: FrageZustand): boolean => zustand === 'neu' || zustand === 'zugeteilt';

/** What must hold of every single step. */
function checkStep(before: FrageZustand, schritt: FrageSchritt, hasSession: boolean): FrageZustand {
  const after = frageNach(before, schritt) ?? before;
  // Out of a state that waits leads only an answer or a withdrawal.
  if (waits(before) && !waits(after)) assert.ok(schritt === 'beantworten' || schritt === 'zurueckziehen');
  if (before === 'zurueckgezogen') assert.equal(after, 'zurueckgezogen');
  const expected: Record<FrageZustand, string> = {
    neu: hasSession ? 'tagesordnung' : 'ohne-termin',
    zugeteilt: hasSession ? 'tagesordnung' : 'ohne-termin',
    beantwortet: 'antworten',
    zurueckgezogen: 'zurueckgezogen',
  };
  assert.equal(listeVon(after, hasSession), expected[after]);
  return after;
}

test('whatever is done with a question in whatever order, it is in a list, and ends only answered or withdrawn', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom(...frageSchritte), fc.boolean()), { maxLength: 60 });
  fc.assert(
    fc.property(steps, (taken) => {
      taken.reduce<FrageZustand>(
        (zustand, [schritt, hasSession]) => checkStep(zustand, schritt, hasSession),
        'neu',
      );
    }),
  );
});

test('from every state that waits a question can be answered and withdrawn, and an answered one be opened again', () => {
  for (const zustand of ['neu', 'zugeteilt'] as const) {
    assert.equal(frageNach(zustand, 'beantworten'), 'beantwortet');
    assert.equal(frageNach(zustand, 'zurueckziehen'), 'zurueckgezogen');
  }
  assert.equal(frageNach('beantwortet', 'wieder-oeffnen'), 'neu');
  assert.equal(frageZustandOf('wieder-offen', 'sitz'), 'zugeteilt');
  assert.equal(frageZustandOf('beantwortet', 'sitz'), 'beantwortet');
});

test('a session goes from draft to end or is cancelled, and every other step is refused', () => {
  const possible = sitzungZustaende.flatMap((zustand) =>
    sitzungSchritte.flatMap((schritt) => {
      const next = sitzungNach(zustand, schritt);
      return next === null ? [] : [`${zustand} ${schritt} ${next}`];
    }),
  );
  assert.deepEqual(possible, [
    'entwurf einladen eingeladen',
    'entwurf absagen abgesagt',
    'eingeladen beginnen laeuft',
    'eingeladen absagen abgesagt',
    'laeuft abschliessen abgeschlossen',
  ]);
});

test('tasks and decisions allow just the steps of their tables', () => {
  const tasks = aufgabeZustaende.flatMap((zustand) =>
    aufgabeSchritte.map((schritt) => aufgabeNach(zustand, schritt)),
  );
  assert.deepEqual(tasks, [
    'offen',
    'erledigt',
    null,
    'entfallen',
    null,
    null,
    'offen',
    null,
    null,
    null,
    'offen',
    null,
  ]);
  const decisions = beschlussZustaende.map((zustand) =>
    beschlussSchritte.filter((schritt) => beschlussErlaubt(zustand, schritt)),
  );
  assert.deepEqual(decisions, [
    ['oeffnen', 'festhalten', 'zurueckziehen'],
    ['schliessen', 'zurueckziehen'],
    [],
    [],
    [],
  ]);
});

test('the next day of a series is the same weekday of the same week of the month, and never a holiday', () => {
  assert.equal(folgetermin(localDate('2026-11-26'), 3), '2027-02-25');
  assert.equal(folgetermin(localDate('2026-08-06'), 3), '2026-11-05');
  // Two weeks before Whitsun falls Ascension Day: a week later instead.
  assert.equal(folgetermin(localDate('2027-02-04'), 3), '2027-05-13');
  const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(localDate('2000-01-01'), n));
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 12 }), (tag, months) => {
      const next = folgetermin(tag, months);
      assert.ok(next > tag);
      assert.equal(new Date(`${next}T00:00:00Z`).getUTCDay(), new Date(`${tag}T00:00:00Z`).getUTCDay());
    }),
  );
});

test('the holidays of Nordrhein-Westfalen are known', () => {
  const known = [
    '2026-04-03',
    '2026-04-06',
    '2026-05-14',
    '2026-05-25',
    '2026-06-04',
    '2026-10-03',
    '2026-11-01',
  ];
  for (const day of known) assert.ok(istFeiertag(localDate(day)), day);
  assert.ok(!istFeiertag(localDate('2026-10-31')));
});

test('the agenda tells when each item begins and by how much it is too long', () => {
  assert.deepEqual(beginnJePunkt('09:30', [{ minuten: 45 }, { minuten: 20 }, { minuten: 0 }]), [
    '09:30',
    '10:15',
    '10:35',
  ]);
  assert.equal(ueberhang({ beginn: '09:30', ende: '10:00' }, 45), 15);
  assert.equal(ueberhang({ beginn: '09:30', ende: '12:00' }, 45), 0);
  assert.deepEqual(teilnahmenIn('online'), ['online', 'nein']);
});

test('votes count by head or by inhabitants, abstentions on no side, and a tie refuses', () => {
  const stimmen = [
    { stimmrecht: 'a', haus: 'A', ags: '1', wahl: 'ja' as const },
    { stimmrecht: 'b', haus: 'B', ags: '2', wahl: 'nein' as const },
    { stimmrecht: 'c', haus: 'C', ags: '3', wahl: 'enthaltung' as const },
    { stimmrecht: 'd', haus: 'D', ags: null, wahl: 'ja' as const },
  ];
  const inhabitants = (ags: string | null) => ({ 1: 10_000, 2: 30_000, 3: 90_000 })[ags ?? ''] ?? null;
  const byHead = zaehle(stimmen, 'kommune', inhabitants);
  assert.deepEqual([byHead.gewichte.ja, byHead.gewichte.nein, byHead.angenommen], [2, 1, true]);
  const byInhabitants = zaehle(stimmen, 'einwohner', inhabitants);
  assert.deepEqual(byInhabitants.gewichte, { ja: 10_000, nein: 30_000, enthaltung: 90_000 });
  assert.equal(byInhabitants.angenommen, false);
  assert.deepEqual(byInhabitants.ohneGewicht, ['D']);
  assert.equal(zaehle(stimmen.slice(0, 2), 'person', inhabitants).angenommen, false);
});
