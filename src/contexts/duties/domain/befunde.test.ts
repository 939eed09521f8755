import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type LocalDate, localDate } from '#kernel';
import { type RealDuties, realDuties, today } from '../testing/real-duties.ts';
import { befundeFor, befundeOf, isHindrance } from './befunde.ts';
import { compileDuties } from './compiled-duties.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import { withDelegationen } from './delegation.ts';
import type { Fall } from './fall.ts';
import { keineReichweite } from './reichweite.ts';
import { follow, type Uebertragung } from './uebertragung.ts';

const source = { title: 'Probe', url: null };

function transfer(
  id: string,
  von: string,
  nach: string | null,
  rest: Partial<Uebertragung> = {},
): Uebertragung {
  return {
    id,
    von,
    nach: nach === null ? null : { name: `Stelle ${nach}`, ags: nach },
    gebiet: null,
    aufgabeIds: ['abfall'],
    reichweite: null,
    norm: `Vereinbarung ${id}`,
    source,
    evidenz: 'norm-gelesen',
    validFrom: localDate('2020-01-01'),
    validTo: null,
    erfunden: true,
    note: null,
    ...rest,
  };
}

const a = transfer('a', '05766044', '05766');
const arten = (befunde: ReturnType<typeof befundeFor>) => befunde.map(({ art }) => art);

test('zwei Ziele für dieselbe Aufgabe zur selben Zeit: eine Überschneidung, die beide Seiten nennt', () => {
  const other = transfer('b', '05766044', '05770', { validFrom: localDate('2024-01-01') });
  const [befund, ...rest] = befundeFor(other, [a], []);
  assert.deepEqual(rest, []);
  assert.equal(befund?.art, 'ueberschneidung');
  assert.deepEqual(
    befund?.belege.map(({ id }) => id),
    ['b', 'a'],
  );
  assert.deepEqual([befund?.von, befund?.bis], ['2024-01-01', null]);
});

test('andere Aufgabe, anderes Gebiet, andere Zeit oder andere Leistungen: keine Überschneidung', () => {
  const reichweite = (ozgId: number) => ({ ...keineReichweite, ozgIds: [ozgId] });
  const leistungen = [{ id: 'L1', leika: null, objekt: null, ozgId: 1, typ: null }];
  for (const [one, two] of [
    [{ aufgabeIds: ['abfall'] }, { aufgabeIds: ['jagd'] }],
    [{ gebiet: ['05766008'] }, { gebiet: ['05766044'] }],
    [{ validTo: localDate('2023-12-31') }, { validFrom: localDate('2024-01-01') }],
    [{ reichweite: reichweite(1) }, { reichweite: reichweite(2) }],
  ] as const) {
    const found = befundeFor(
      transfer('b', '05766', '05770', two),
      [transfer('a', '05766', '05774', one)],
      leistungen,
    );
    assert.deepEqual(arten(found), []);
  }
});

test('ein Kreislauf über drei Stellen wird genannt, aber nur, wenn alle drei zugleich gelten', () => {
  const others = [transfer('b', '05766', '05770'), transfer('c', '05770', '05766044')];
  const [befund] = befundeFor(a, others, []);
  assert.equal(befund?.art, 'kreislauf');
  assert.deepEqual(
    befund?.belege.map(({ id }) => id),
    ['a', 'b', 'c'],
  );
  const ended = [
    others[0],
    transfer('c', '05770', '05766044', { validTo: localDate('2019-12-31'), validFrom: null }),
  ];
  assert.ok(
    !befundeFor(
      a,
      ended.flatMap((each) => each ?? []),
      [],
    ).some(({ art }) => art === 'kreislauf'),
  );
});

test('zwischen zwei Übertragungen fällt die Aufgabe zurück: die Lücke wird mit ihren Tagen genannt', () => {
  const before = transfer('alt', '05766044', '05766', { validFrom: null, validTo: localDate('2018-06-30') });
  const [befund] = befundeFor(a, [before], []);
  assert.deepEqual([befund?.art, befund?.von, befund?.bis], ['luecke', '2018-07-01', '2019-12-31']);
  const between = transfer('mitte', '05766044', '05766', {
    validFrom: localDate('2018-07-01'),
    validTo: localDate('2019-12-31'),
  });
  assert.deepEqual(arten(befundeFor(a, [before, between], [])), []);
});

test('ohne Beginn ist ein Hinweis, kein Hindernis', () => {
  const [befund] = befundeFor(transfer('ohne', '05766044', '05766', { validFrom: null }), [], []);
  assert.equal(befund?.art, 'ohne-datum');
  assert.ok(befund && !isHindrance(befund));
});

test('wer das Ziel belegt, klärt das Ungeklärte auf', () => {
  const aufgabe = { aufgabeId: 'abfall', gebiet: '05766044', date: today };
  const start = { name: 'Lemgo', ags: '05766044' };
  const unclear = transfer('unklar', '05766044', null);
  assert.equal(follow(start, [unclear], aufgabe).art, 'ungeklaert');
  const weg = follow(start, [unclear, a], aufgabe);
  assert.equal(weg.art === 'ziel' && weg.ziel.ags, '05766');
});

test('eine Übertragung endet mit ihrem letzten Tag; endet sie vor ihrem Beginn, galt sie nie', () => {
  const end = (letzterTag: string) =>
    withDelegationen([a], [{ inhalt: { art: 'beenden', zielId: 'a', letzterTag: localDate(letzterTag) } }]);
  assert.equal(end('2025-06-30')[0]?.validTo, '2025-06-30');
  assert.deepEqual(end('2019-12-31'), []);
});

test('im mitgelieferten Register gibt es keine Überschneidung und keinen Kreislauf', () => {
  const { regelwerk, leistungen } = realDuties().facts;
  const befunde = befundeOf(regelwerk.uebertragungen, leistungen);
  assert.deepEqual(befunde.filter(isHindrance), []);
  assert.equal(befunde.filter(({ art }) => art === 'ungeklaert').length, 2);
});

const bodies = ['05766', '05770', '05766044', '05766008', '05770032'];
const days = ['2018-01-01', '2020-01-01', '2022-01-01', '2024-01-01'].map(localDate);

const arbitraryTransfer = fc
  .record({
    von: fc.constantFrom(...bodies),
    nach: fc.option(fc.constantFrom(...bodies), { freq: 8 }),
    gebiet: fc.option(fc.subarray(bodies.slice(2), { minLength: 1 })),
    aufgabeIds: fc.subarray(['abfall', 'jagd'], { minLength: 1 }),
    from: fc.option(fc.constantFrom(...days)),
    to: fc.option(fc.constantFrom(...days)),
  })
  .filter(({ von, nach, from, to }) => von !== nach && (from === null || to === null || from <= to));

/** What the check takes, one after the other. */
function accepted(drafts: readonly Uebertragung[]): readonly Uebertragung[] {
  const register: Uebertragung[] = [];
  for (const neu of drafts) if (!befundeFor(neu, register, []).some(isHindrance)) register.push(neu);
  return register;
}

const questions = bodies.flatMap((start) =>
  bodies.slice(2).flatMap((gebiet) =>
    ['abfall', 'jagd'].flatMap((aufgabeId) =>
      [...days, localDate('2017-12-31'), localDate('2030-01-01')].map((date) => ({
        start,
        gebiet,
        aufgabeId,
        date,
      })),
    ),
  ),
);

test('was die Prüfung annimmt, führt nie zu Widerspruch oder Kreislauf: jede Aufgabe hat eine Stelle oder ist ungeklärt', () => {
  fc.assert(
    fc.property(fc.array(arbitraryTransfer, { maxLength: 12 }), (drafts) => {
      const register = accepted(
        drafts.map(({ von, nach, gebiet, aufgabeIds, from, to }, index) =>
          transfer(`t${index}`, von, nach, { gebiet, aufgabeIds, validFrom: from, validTo: to }),
        ),
      );
      for (const { start, ...aufgabe } of questions) {
        const weg = follow({ name: start, ags: start }, register, aufgabe);
        assert.ok(weg.art === 'ziel' || weg.art === 'ungeklaert', JSON.stringify({ weg, register }));
      }
    }),
    { numRuns: 1000, seed: 20261122 },
  );
});

const twentyDays = Array.from({ length: 20 }, (_, index) =>
  localDate(`${2008 + index}-0${1 + (index % 9)}-15`),
);

/** Exactly one executor, or open with its reason, or no matter of that body. */
function assertOneAnswer({ verdict, stelle, open }: Decision): void {
  if (verdict === 'offen') assert.ok(stelle === null && open !== null);
  else if (verdict === 'nicht einschlägig') assert.ok(stelle === null && open === null);
  else assert.ok(stelle !== null && open === null);
}

/** The Gemeinden that say „Kreis“, by the Kreis that they name. */
function actingFor(
  duties: RealDuties,
  fall: Fall,
  date: LocalDate,
): ReadonlyMap<string, ReadonlySet<string>> {
  const acting = new Map<string, Set<string>>();
  for (const body of duties.facts.bodies) {
    const decision = decide(duties, fall, body, date);
    assertOneAnswer(decision);
    const kreis = decision.verdict === 'Kreis' ? (decision.stelle?.ags ?? '') : null;
    if (kreis !== null) acting.set(kreis, (acting.get(kreis) ?? new Set()).add(body.ags));
  }
  return acting;
}

function assertMirror(duties: RealDuties, fall: Fall, date: LocalDate): void {
  const acting = actingFor(duties, fall, date);
  for (const kreis of duties.facts.bodies.filter(({ ags }) => ags.length === 5)) {
    const listed = decide(duties, fall, kreis, date).gemeinden?.handeltFuer.map(({ ags }) => ags) ?? [];
    assert.deepEqual(new Set(listed), acting.get(kreis.ags) ?? new Set());
  }
}

test('genau eine Stelle oder offen, und der Spiegel, über alle 427 Körperschaften und 20 Tage', () => {
  const real = realDuties();
  const { bodies: all, regelwerk } = real.facts;
  assert.equal(all.length, 427);
  const extra = transfer('lemgo-jugend', '05766', '05766044', {
    aufgabeIds: ['jugendamt'],
    gebiet: ['05766044'],
  });
  const uebertragungen = withDelegationen(regelwerk.uebertragungen, [
    { inhalt: { art: 'eintragen', form: 'heranziehung', uebertragung: extra } },
  ]);
  const duties = compileDuties({ ...real.facts, regelwerk: { ...regelwerk, uebertragungen } });
  for (const date of twentyDays) for (const fall of duties.faelle) assertMirror(duties, fall, date);
});
