import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, localDate } from '#kernel';
import { nextStand } from './next-stand.ts';
import { parseAenderung } from './parse-aenderung.ts';
import type { Stand, StandAenderung } from './stand.ts';
import { konfliktOf, unterschied } from './unterschied.ts';
import { zustaende } from './zustand.ts';

const heute = localDate('2026-11-21');
const aussage = {
  tenant: 't',
  ags: '05766044',
  leistungId: 'L00001',
  angegebenAm: new Date('2026-11-21T09:00:00Z'),
  angegebenVon: 'mitglied:m',
  heute,
};

function next(current: Stand | null, aenderung: StandAenderung) {
  return nextStand(current, aenderung, { ...aussage, fassung: (current?.fassung ?? 0) + 1 });
}

function problemsOf(aenderung: StandAenderung) {
  const result = next(null, { zustand: 'geplant', ...aenderung });
  return result.ok ? [] : result.refusal.map(({ field }) => field);
}

describe('a statement about a Leistung', () => {
  test('a planned day that has passed changes no Zustand, however long ago it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zustaende), fc.integer({ min: 0, max: 5000 }), (zustand, days) => {
        const made = next(null, { zustand, grund: 'Grund', geplantFuer: addDays(heute, -days) });
        assert.ok(made.ok);
        assert.equal(made.value.zustand, zustand);
        assert.equal(made.value.umgesetztAm, null);
      }),
    );
  });

  test('what lies ahead is a plan, not done', () => {
    assert.deepEqual(problemsOf({ umgesetztAm: addDays(heute, 1) }), ['umgesetztAm']);
    assert.deepEqual(problemsOf({ abgeschaltetAm: addDays(heute, 1) }), ['abgeschaltetAm']);
    assert.deepEqual(problemsOf({ giltAb: addDays(heute, 1) }), ['giltAb']);
    assert.deepEqual(problemsOf({ geplantFuer: addDays(heute, 1), umgesetztAm: heute }), []);
  });

  test('not applicable needs a reason', () => {
    assert.deepEqual(problemsOf({ zustand: 'nicht-anwendbar' }), ['grund']);
    assert.deepEqual(problemsOf({ zustand: 'nicht-anwendbar', grund: 'Keine Küste' }), []);
  });

  test('a Fallzahl names its year and whether it was counted', () => {
    assert.deepEqual(problemsOf({ fallzahl: 7 }), ['fallzahlJahr', 'fallzahlArt']);
    assert.deepEqual(problemsOf({ fallzahl: 7, fallzahlJahr: 2027, fallzahlArt: 'gezaehlt' }), [
      'fallzahlJahr',
    ]);
    assert.deepEqual(problemsOf({ fallzahlJahr: 2025 }), ['fallzahl']);
    assert.deepEqual(problemsOf({ fallzahl: 0, fallzahlJahr: 2025, fallzahlArt: 'geschaetzt' }), []);
  });

  test('the first statement names its Zustand', () => {
    const made = next(null, { prioritaet: 1 });
    assert.ok(!made.ok);
    assert.deepEqual(
      made.refusal.map(({ field }) => field),
      ['zustand'],
    );
  });

  test('nobody is their own deputy', () => {
    assert.deepEqual(problemsOf({ zustaendig: 'a', vertretung: 'a' }), ['vertretung']);
  });
});

describe('what people type', () => {
  const parse = (eingabe: Record<string, unknown>) => {
    const parsed = parseAenderung(eingabe);
    return parsed.ok ? parsed.value : parsed.refusal.map(({ field }) => field);
  };

  test('German days and numbers are understood, blank takes away', () => {
    assert.deepEqual(parse({ umgesetztAm: '1.9.2026', fallzahl: '1.234', grund: '  ', prioritaet: '2' }), {
      umgesetztAm: '2026-09-01',
      fallzahl: 1234,
      grund: null,
      prioritaet: 2,
    });
  });

  test('what is none of it is told at its field, and nothing else is lost', () => {
    assert.deepEqual(
      parse({
        zustand: 'fertig',
        umgesetztAm: '31.02.2026',
        fallzahl: '1,5',
        prioritaet: '4',
        reifegrad11: '5',
        reifegrad20: 8,
        zustaendig: 'Frau Meier',
        nachweis: { art: 'link', link: 'javascript:alert(1)' },
        unsinn: 1,
      }),
      [
        'zustand',
        'umgesetztAm',
        'fallzahl',
        'prioritaet',
        'reifegrad11',
        'reifegrad20',
        'zustaendig',
        'nachweis',
        'unsinn',
      ],
    );
  });

  test('an object that poses as text is told, and nothing throws', () => {
    const posing = { toString: 1 };
    const fields = ['giltAb', 'fallzahl', 'reifegrad20', 'prioritaet', 'umgesetztAm'];
    for (const field of fields) assert.deepEqual(parse({ [field]: posing }), [field]);
    assert.deepEqual(parse({ kriterien11: { a: posing } }), ['kriterien11']);
  });

  test('no input makes it throw', () => {
    const keys = [
      'zustand',
      'giltAb',
      'fallzahl',
      'nachweis',
      'felder',
      'kriterien11',
      'reifegrad20',
      'grund',
      'x',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()), (eingabe) => {
        parseAenderung(eingabe);
      }),
    );
  });
});

describe('two people at one cell', () => {
  const gelesen = made(next(null, { zustand: 'geplant', prioritaet: 2 }));

  test('whatever both change, what differs is told and what does not meet can be joined', () => {
    const changes: fc.Arbitrary<StandAenderung> = fc.record(
      {
        zustand: fc.constantFrom('online' as const, 'geplant' as const),
        prioritaet: fc.constantFrom(1 as const, 2 as const, null),
        bemerkung: fc.constantFrom('a', 'b', null),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(changes, changes, (theirs, mine) => {
        const inzwischen = made(next(gelesen, theirs));
        const { strittig, nurMeine } = konfliktOf(gelesen, inzwischen, mine);
        const joined = made(next(inzwischen, mine));
        for (const field of nurMeine) assert.deepEqual(joined[field], mine[field]);
        for (const field of unterschied(gelesen, inzwischen))
          if (!strittig.includes(field) && !(field in mine))
            assert.deepEqual(joined[field], inzwischen[field]);
        for (const field of strittig) assert.notDeepEqual(inzwischen[field], mine[field] ?? null);
      }),
    );
  });
});

function made(result: ReturnType<typeof next>): Stand {
  assert.ok(result.ok);
  return result.value;
}
