import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { localDate } from '#kernel';
import { readKatalog } from '../reference-files.ts';
import { faelligAm } from './faelligkeit.ts';
import { istVollstaendig, progressOf, prozentOf } from './fortschritt.ts';
import { fehlerIm, istStreng, punkteFor } from './katalog.ts';
import { istVorStart, phasen, phaseOf } from './phase.ts';
import { pruefeFakt } from './pruefe-fakt.ts';
import { type Fakt, gruppen, lageOf, type Punkt, parteien } from './punkt.ts';
import { type Punktstand, staende, staendeOn } from './stand.ts';
import { wartetAuf } from './uhr.ts';

const katalog = readKatalog(join(import.meta.dirname, '../../../../data'));
const today = localDate('2026-11-22');
const one: Punkt = {
  id: 'a',
  titel: 'A',
  wer: 'kommune',
  gruppe: 'technik',
  was: '',
  wie: '',
  wo: '/',
  haengtAb: [],
  frist: null,
  nachweis: 'freiwillig',
  ablauf: 'keiner',
  pflicht: true,
  verzichtbar: false,
  quelle: null,
  annahme: true,
  pruefung: null,
  baustein: null,
};

function fakt(punkt: string, am: string, changes: Partial<Fakt> = {}): Fakt {
  const said = { art: 'erledigt', nachweis: null, grund: null, gueltigBis: null } as const;
  return { punkt, nummer: 1, am: new Date(am), von: 'system:test', haus: 'Haus', ...said, ...changes };
}

const lines = (count: number, done: number, stand: Punktstand = 'offen') =>
  Array.from({ length: count }, (_, index) => ({
    punkt: { pflicht: true },
    stand: index < done ? ('erledigt' as const) : stand,
  }));

test('25 of 30 required lines are 83 percent, not done and not 100 (fault 1 of a peer: ceil(100/n) per field)', () => {
  const progress = progressOf(lines(30, 25));
  assert.deepEqual(progress, { erledigt: 25, gefordert: 30 });
  assert.equal(prozentOf(progress), 83);
  assert.equal(istVollstaendig(progress), false);
  assert.equal(prozentOf(progressOf(lines(60, 50))), 83);
  assert.equal(prozentOf(progressOf(lines(99, 50))), 50);
});

test('a checklist that requires nothing has no percentage instead of a division by zero (fault 1 of a peer)', () => {
  assert.equal(prozentOf(progressOf([])), null);
  assert.equal(prozentOf(progressOf([{ punkt: { pflicht: false }, stand: 'offen' }])), null);
});

test('100 percent says that every required line is done, for any list', () => {
  const line = fc.record({ punkt: fc.record({ pflicht: fc.boolean() }), stand: fc.constantFrom(...staende) });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 120 }), (list) => {
      const progress = progressOf(list);
      const required = list.filter(({ punkt, stand }) => punkt.pflicht && stand !== 'entfaellt');
      const all = required.every(({ stand }) => stand === 'erledigt');
      assert.equal(istVollstaendig(progress), all);
      assert.equal(prozentOf(progress) === 100, all && required.length > 0);
    }),
  );
});

test('every service has 20 to 30 lines in an order that can be walked, whether or not it has some of its own', () => {
  assert.deepEqual(fehlerIm(katalog), []);
  assert.equal(katalog.punkte.length, 30);
  for (const dienst of ['gibt-es-erst-morgen', ...katalog.dienste.keys()]) {
    const { length } = punkteFor(katalog, dienst);
    assert.ok(length >= 20 && length <= 30, `${dienst}: ${length}`);
  }
  const own = punkteFor(katalog, 'bewohnerparkausweis');
  assert.equal(own.length, 28);
  assert.ok(own.some(({ id }) => id === 'bewohnerparkgebiete'));
  assert.ok(!own.some(({ id }) => id === 'dvdv-eintrag'));
  for (const partei of parteien.filter((each) => each !== 'buendler'))
    assert.ok(
      own.some(({ wer }) => wer === partei),
      partei,
    );
  for (const gruppe of gruppen)
    assert.ok(
      own.some((each) => each.gruppe === gruppe),
      gruppe,
    );
  for (const { quelle, annahme } of katalog.punkte) assert.equal(annahme, quelle === null);
});

test('a service that nobody listed has the general checklist; what only a way of transport needs comes with it', () => {
  const general = punkteFor(katalog, 'gibt-es-erst-morgen').map(({ id }) => id);
  assert.equal(general.length, 27);
  assert.ok(!general.includes('dvdv-eintrag'));
  const listed = { dienst: 'x', streng: false, bausteine: ['osci'], zusatz: [], entfaellt: [] } as const;
  const osci = punkteFor({ ...katalog, dienste: new Map([['x', listed]]) }, 'x').map(({ id }) => id);
  assert.deepEqual(
    osci.filter((id) => !general.includes(id)),
    ['dvdv-eintrag', 'dvdv-zertifikat', 'intermediaer'],
  );
  assert.equal(istStreng(katalog, 'bewohnerparkausweis'), true);
  assert.equal(istStreng(katalog, 'gibt-es-erst-morgen'), false);
});

test('a catalogue that waits for itself, or for what it does not have, is found', () => {
  const broken = {
    punkte: [
      { ...one, haengtAb: ['b'] },
      { ...one, id: 'b', haengtAb: ['a', 'c'] },
    ],
    dienste: new Map(),
  };
  assert.equal(fehlerIm(broken).length, 3);
});

test('a line waits until what it depends on is done or does not apply', () => {
  const punkte = [one, { ...one, id: 'b', haengtAb: ['a'] }];
  const standOf = (fakten: readonly Fakt[]) => staendeOn(punkte, lageOf(fakten), today).get('b');
  assert.equal(standOf([]), 'wartet');
  assert.equal(standOf([fakt('a', '2026-11-01')]), 'offen');
  assert.equal(standOf([fakt('a', '2026-11-01', { art: 'entfaellt', grund: 'nicht nötig' })]), 'offen');
  assert.equal(
    standOf([fakt('a', '2026-11-01'), fakt('a', '2026-11-02', { nummer: 2, art: 'wieder-offen' })]),
    'wartet',
  );
});

test('an expired certificate is no longer done, from the day after its last one', () => {
  const lage = lageOf([fakt('a', '2026-11-01', { gueltigBis: localDate('2026-11-21') })]);
  assert.equal(staendeOn([one], lage, localDate('2026-11-21')).get('a'), 'erledigt');
  assert.equal(staendeOn([one], lage, today).get('a'), 'abgelaufen');
  const stand = staendeOn([one], lage, today).get('a') ?? 'offen';
  assert.deepEqual(progressOf([{ punkt: one, stand }]), { erledigt: 0, gefordert: 1 });
});

const typed = { art: 'erledigt', nachweis: '', grund: '', gueltigBis: '' } as const;
const messagesFor = (punkt: Punkt, changes: Partial<Parameters<typeof pruefeFakt>[3]>) =>
  pruefeFakt(punkt, [punkt], new Map(), { ...typed, ...changes }, today).problems.map(
    ({ message }) => message,
  );

test('an expired certificate is refused with words that say what to do', () => {
  assert.deepEqual(messagesFor({ ...one, ablauf: 'pflicht' }, { gueltigBis: '2026-11-21' }), [
    'Am 21.11.2026 ist es schon abgelaufen. Bitte erneuern Sie es zuerst.',
  ]);
  assert.deepEqual(messagesFor({ ...one, ablauf: 'pflicht' }, {}), [
    'Bitte tragen Sie ein, bis wann es gilt.',
  ]);
});

test('a missing proof, a missing reason and a line that cannot be waived are said in words', () => {
  assert.match(messagesFor({ ...one, nachweis: 'pflicht' }, {})[0] ?? '', /Nachweis: Aktenzeichen/);
  assert.match(messagesFor({ ...one, verzichtbar: true }, { art: 'entfaellt' })[0] ?? '', /Grund/);
  assert.match(
    messagesFor(one, { art: 'entfaellt', grund: 'gibt es nicht' })[0] ?? '',
    /braucht jede Anbindung/,
  );
  assert.match(messagesFor(one, { art: 'wieder-offen', grund: 'zu früh' })[0] ?? '', /noch offen/);
});

test('what waits for another line cannot be ticked off before it', () => {
  const punkte = [one, { ...one, id: 'b', titel: 'B', haengtAb: ['a'] }];
  const [, b = one] = punkte;
  const { fakt: made, problems } = pruefeFakt(b, punkte, new Map(), typed, today);
  assert.equal(made, null);
  assert.deepEqual(
    problems.map(({ message }) => message),
    ['Zuerst ist zu erledigen: „A“.'],
  );
});

test('the ten phases follow from state, order and checklist, and no order of ticks leads back', () => {
  const punkte = punkteFor(katalog, 'bewohnerparkausweis').filter(({ pflicht }) => pflicht);
  const at = (
    done: readonly string[],
    zustand: Parameters<typeof phaseOf>[0]['zustand'],
    beauftragt = false,
  ) =>
    phaseOf({
      zustand,
      beauftragt,
      punkte: punkte.map((punkt) => ({ punkt, stand: done.includes(punkt.id) ? 'erledigt' : 'offen' })),
    });
  const idsUpTo = (gruppe: (typeof gruppen)[number]) =>
    punkte.filter((each) => gruppen.indexOf(each.gruppe) <= gruppen.indexOf(gruppe)).map(({ id }) => id);
  const walked = [
    at([], 'interesse'),
    at(idsUpTo('vereinbarung'), 'interesse'),
    at(idsUpTo('auftrag'), 'interesse'),
    at(idsUpTo('auftrag'), 'parameter'),
    at(idsUpTo('parameter'), 'parameter'),
    at(idsUpTo('technik'), 'parameter'),
    at(idsUpTo('test'), 'test'),
    at(idsUpTo('abnahme'), 'test'),
    at(idsUpTo('start'), 'live'),
    at(idsUpTo('start'), 'beendet'),
  ];
  assert.deepEqual(walked, phasen);
  assert.equal(at([], 'interesse', true), 'beauftragt');
  assert.equal(at(idsUpTo('abnahme'), 'live'), 'go-live');
  assert.deepEqual(gruppen.filter(istVorStart), gruppen.slice(0, 6));
});

test('the clock of a party runs while it can do something, and stands while it waits for another', () => {
  const punkte = [one, { ...one, id: 'b', wer: 'dienstleister' as const, haengtAb: ['a'] }];
  const span = { beginn: new Date('2026-11-01T00:00:00Z'), jetzt: new Date('2026-11-21T00:00:00Z') };
  const clock = (fakten: readonly Fakt[]) =>
    wartetAuf(punkte, fakten, span).map(({ partei, seit, tage }) => [
      partei,
      seit?.toISOString().slice(0, 10) ?? null,
      tage,
    ]);
  assert.deepEqual(clock([]).slice(0, 2), [
    ['kommune', '2026-11-01', 20],
    ['dienstleister', null, 0],
  ]);
  assert.deepEqual(clock([fakt('a', '2026-11-06T00:00:00Z')]).slice(0, 2), [
    ['kommune', null, 5],
    ['dienstleister', '2026-11-06', 15],
  ]);
  const expiring = fakt('a', '2026-11-06T00:00:00Z', { gueltigBis: localDate('2026-11-15') });
  assert.deepEqual(clock([expiring, fakt('b', '2026-11-08T00:00:00Z')]).slice(0, 2), [
    ['kommune', '2026-11-16', 10],
    ['dienstleister', null, 2],
  ]);
});

test('no clock runs longer than the Anbindung, whatever is said in whatever order', () => {
  const punkte = punkteFor(katalog, 'bewohnerparkausweis');
  const moment = fc.integer({ min: 0, max: 400 }).map((days) => new Date(Date.UTC(2026, 0, 1 + days)));
  const said = fc.record({ punkt: fc.constantFrom(...punkte.map(({ id }) => id)), am: moment });
  fc.assert(
    fc.property(fc.array(said, { maxLength: 60 }), (list) => {
      const fakten = list.map(({ punkt, am }, index) => fakt(punkt, am.toISOString(), { nummer: index + 1 }));
      const span = { beginn: new Date(Date.UTC(2026, 0, 1)), jetzt: new Date(Date.UTC(2027, 1, 5)) };
      for (const { tage } of wartetAuf(punkte, fakten, span)) assert.ok(tage >= 0 && tage <= 400);
    }),
    { numRuns: 50 },
  );
});

test('a line is due some days after what it waits for, or before the planned start, and else not yet', () => {
  const from = { beginn: localDate('2026-11-01'), geplantAm: localDate('2027-01-15') };
  const after = { frist: { art: 'nach-voraussetzung', tage: 14 }, haengtAb: ['a'] } as const;
  assert.equal(faelligAm({ ...after, haengtAb: [] }, new Map(), from), '2026-11-15');
  assert.equal(faelligAm(after, new Map(), from), null);
  assert.equal(faelligAm(after, lageOf([fakt('a', '2026-11-10T10:00:00Z')]), from), '2026-11-24');
  const before = { frist: { art: 'vor-start', tage: 7 }, haengtAb: [] } as const;
  assert.equal(faelligAm(before, new Map(), from), '2027-01-08');
  assert.equal(faelligAm(before, new Map(), { ...from, geplantAm: null }), null);
});
