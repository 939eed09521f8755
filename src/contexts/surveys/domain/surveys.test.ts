import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { localDate, quartal } from '#kernel';
import { abgabeArten, abgabeUebergaenge, abgabeZustaende, schrittNachAntwort } from './abgabe.ts';
import { bedarfe, felderOf, ohneAntwort, vorarbeiten, werteOf } from './antwort.ts';
import { zaehleAus } from './auswertung.ts';
import { bewegliche, ersteK, type Spielraum } from './kurzfassung.ts';
import { leistungenIm, wirdGefragt } from './umfang.ts';
import { type Frage, leererUmfang } from './umfrage.ts';
import { anlassOf, type Bekanntes, vorbelegungOf } from './vorbelegung.ts';
import { fuehreZusammen } from './zusammenfuehren.ts';
import { annahmeIn, needsReason, schrittArten, uebergaenge, zustaende, zustandOn } from './zustand.ts';

const today = localDate('2026-11-21');

describe('the life of a survey', () => {
  test('every pair of state and step leads where the table says, and back only with a reason', () => {
    const allowed = zustaende.flatMap((zustand) =>
      schrittArten.flatMap((art) => {
        const nach = uebergaenge[zustand][art];
        if (nach === undefined) return [];
        const back = zustaende.indexOf(nach) < zustaende.indexOf(zustand);
        if (back) assert.ok(needsReason(zustand, art), `${zustand} ${art}`);
        return [`${zustand} ${art} ${nach}`];
      }),
    );
    assert.deepEqual(allowed, [
      'entwurf oeffnen offen',
      'offen verlaengern offen',
      'offen nachfrist nachfrist',
      'offen schliessen geschlossen',
      'offen zurueck entwurf',
      'nachfrist verlaengern offen',
      'nachfrist nachfrist nachfrist',
      'nachfrist schliessen geschlossen',
      'geschlossen nachfrist nachfrist',
      'geschlossen auswerten ausgewertet',
      'geschlossen zurueck offen',
      'ausgewertet veroeffentlichen veroeffentlicht',
      'ausgewertet zurueck geschlossen',
      'veroeffentlicht zurueck ausgewertet',
    ]);
  });

  test('a deadline that passed counts at once, and never more than that', () => {
    const on = (zustand: (typeof zustaende)[number], date: string, nachfrist: string | null = null) =>
      zustandOn(
        {
          zustand,
          frist: localDate('2026-12-05'),
          nachfrist: nachfrist === null ? null : localDate(nachfrist),
        },
        localDate(date),
      );
    assert.equal(on('offen', '2026-12-05'), 'offen');
    assert.equal(on('offen', '2026-12-06'), 'geschlossen');
    assert.equal(on('offen', '2026-12-06', '2026-12-10'), 'nachfrist');
    assert.equal(on('nachfrist', '2026-12-10', '2026-12-10'), 'nachfrist');
    assert.equal(on('nachfrist', '2026-12-11', '2026-12-10'), 'geschlossen');
    for (const zustand of ['entwurf', 'geschlossen', 'ausgewertet', 'veroeffentlicht'] as const)
      assert.equal(on(zustand, '2027-01-01', '2026-12-10'), zustand);
    assert.deepEqual(zustaende.map(annahmeIn), ['nicht', 'rechtzeitig', 'spaet', 'nicht', 'nicht', 'nicht']);
  });

  test('every pair of what a Kommune does with its answers', () => {
    const allowed = abgabeZustaende.flatMap((zustand) =>
      abgabeArten.flatMap((art) => {
        const nach = abgabeUebergaenge[zustand][art];
        return nach ? [`${zustand} ${art} ${nach}`] : [];
      }),
    );
    assert.deepEqual(allowed, [
      'unbearbeitet begonnen in-arbeit',
      'unbearbeitet eingereicht eingereicht',
      'in-arbeit eingereicht eingereicht',
      'eingereicht zurueckgegeben in-arbeit',
      'eingereicht freigegeben freigegeben',
      'eingereicht geaendert in-arbeit',
      'freigegeben geaendert in-arbeit',
    ]);
    assert.deepEqual(abgabeZustaende.map(schrittNachAntwort), ['begonnen', null, 'geaendert', 'geaendert']);
  });
});

describe('who is asked about what', () => {
  const leistungen = [
    { id: 'L00001', themenfeldId: 1 },
    { id: 'L00002', themenfeldId: 2 },
    { id: 'L00003', themenfeldId: null },
  ];
  test('Themenfelder, Leistungen in the eye and a list add up; nothing named is everything', () => {
    const ids = (umfang: Partial<typeof leererUmfang>) =>
      leistungenIm({ ...leererUmfang, ...umfang }, leistungen).map(({ id }) => id);
    assert.deepEqual(ids({}), ['L00001', 'L00002', 'L00003']);
    assert.deepEqual(ids({ themenfelder: [2] }), ['L00002']);
    assert.deepEqual(ids({ fokus: ['L00003'], liste: ['L00001'] }), ['L00001', 'L00003']);
    const gaps = { ...leererUmfang, nurLuecken: true };
    assert.equal(wirdGefragt(gaps, { pflicht: true, online: true }), false);
    assert.equal(wirdGefragt(gaps, { pflicht: true, online: null }), true);
    assert.equal(wirdGefragt(leererUmfang, { pflicht: false, online: null }), false);
    assert.equal(
      wirdGefragt({ ...leererUmfang, nurPflichten: false }, { pflicht: false, online: null }),
      true,
    );
  });
});

const fragen: readonly Frage[] = [
  { id: 'frei', text: 'Was noch?', art: 'text', optionen: [] },
  { id: 'wahl', text: 'Welches?', art: 'auswahl', optionen: ['A', 'B'] },
];

const anyAnswer = fc.record({
  bedarf: fc.constantFrom(...bedarfe, null),
  wunschquartal: fc.constantFrom(quartal('2026-Q4'), quartal('2027-Q3'), null),
  fallzahl: fc.option(fc.integer({ min: 0, max: 100_000_000 })),
  vorarbeit: fc.constantFrom(...vorarbeiten, null),
  bemerkung: fc.string({ maxLength: 50 }).map((text) => text.trim()),
  frei: fc.record({ wahl: fc.constantFrom('A', 'B') }, { requiredKeys: [] }),
});

describe('an answer', () => {
  test('comes back from its texts as it was', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const { werte, problems } = werteOf(felderOf(answer), fragen, today);
        assert.deepEqual(problems, []);
        assert.deepEqual(werte, { ...answer, frei: { ...answer.frei } });
      }),
    );
  });

  test('tells every field that cannot be', () => {
    const told = (felder: Record<string, string>) =>
      werteOf(felder, fragen, today).problems.map(({ field }) => field);
    assert.deepEqual(
      told({
        bedarf: 'vielleicht',
        wunschquartal: '2020-Q1',
        fallzahl: '-3',
        vorarbeit: 'x',
        bemerkung: 'x'.repeat(2001),
        'frei.wahl': 'C',
        unsinn: '',
      }),
      ['unsinn', 'bedarf', 'wunschquartal', 'fallzahl', 'vorarbeit', 'bemerkung', 'frei.wahl'],
    );
    assert.deepEqual(told({ fallzahl: '1.200', 'frei.frei': 'Text' }), []);
    assert.equal(werteOf({ fallzahl: '1.200' }, [], today).werte.fallzahl, 1200);
  });
});

const textOf = (felder: Readonly<Record<string, string>>, feld: string) => felder[feld] ?? '';

const anyFelder = fc.dictionary(
  fc.constantFrom('bedarf', 'fallzahl', 'bemerkung', 'vorarbeit'),
  fc.constantFrom('', 'a', 'b', 'c'),
);

describe('two people at one answer', () => {
  test('of changes to different fields both stay', () => {
    const both = fuehreZusammen({ bedarf: 'ja' }, { bedarf: 'ja', fallzahl: '5' }, { bemerkung: 'neu' });
    assert.deepEqual(both, {
      ergebnis: { bedarf: 'ja', fallzahl: '5', bemerkung: 'neu' },
      konflikte: [],
      neu: true,
    });
  });

  test('nothing that anybody typed gets lost: it is in the result or told as a conflict', () => {
    fc.assert(
      fc.property(anyFelder, anyFelder, anyFelder, (gelesen, aktuell, getippt) => {
        const { ergebnis, konflikte } = fuehreZusammen(gelesen, aktuell, getippt);
        const clash = new Map(konflikte.map((each) => [each.feld, each]));
        const typed = Object.entries(getippt).filter(([feld, mine]) => mine !== textOf(gelesen, feld));
        for (const [feld, mine] of typed)
          assert.ok([textOf(ergebnis, feld), clash.get(feld)?.meins].includes(mine), feld);
        // What the others changed stands, in any case.
        const changed = Object.keys(aktuell).filter(
          (feld) => textOf(aktuell, feld) !== textOf(gelesen, feld),
        );
        for (const feld of changed) assert.equal(textOf(ergebnis, feld), textOf(aktuell, feld));
        // Whoever saw the present answer has no conflict.
        assert.deepEqual(fuehreZusammen(aktuell, aktuell, getippt).konflikte, []);
        // Sending the same twice says nothing new.
        assert.equal(fuehreZusammen(gelesen, ergebnis, ergebnis).neu, false);
      }),
    );
  });
});

describe('what is filled in', () => {
  const am = new Date('2026-01-10T12:00:00Z');
  const base: Bekanntes = { pflicht: true, stand: null, letzte: null, letzteTitel: 'Runde 1' };
  const stand = { online: false, geplantFuer: null, fallzahl: 40, angegebenAm: am };
  const letzte = {
    ...ohneAntwort,
    bedarf: 'ja' as const,
    fallzahl: 30,
    wunschquartal: quartal('2027-Q1'),
    am,
  };

  test('comes from the Stand and the last round, and says so', () => {
    const filled = vorbelegungOf({ ...base, stand, letzte }, quartal('2026-Q4'));
    assert.deepEqual(filled.werte, { ...ohneAntwort, bedarf: 'ja', fallzahl: 40, wunschquartal: '2027-Q1' });
    assert.equal(filled.herkunft.fallzahl?.art, 'stand');
    assert.equal(filled.herkunft.bedarf?.art, 'letzte-runde');
    assert.deepEqual(vorbelegungOf(base, quartal('2026-Q4')), { werte: ohneAntwort, herkunft: {} });
  });

  test('what is online needs nothing more, and a quarter that has passed is not proposed', () => {
    const online = vorbelegungOf({ ...base, stand: { ...stand, online: true }, letzte }, quartal('2026-Q4'));
    assert.deepEqual([online.werte.bedarf, online.werte.wunschquartal], ['nein', null]);
    assert.equal(vorbelegungOf({ ...base, letzte }, quartal('2027-Q2')).werte.wunschquartal, null);
  });

  test('what changed since the last round is asked again', () => {
    const later = { ...stand, angegebenAm: new Date('2026-02-01T12:00:00Z') };
    assert.equal(anlassOf({ ...base, letzte }), null);
    assert.equal(anlassOf({ ...base, letzte, stand: later }), 'geaendert');
    assert.equal(anlassOf({ ...base, letzte: { ...letzte, bedarf: null } }), 'ohne-antwort');
    assert.equal(anlassOf(base), 'neu');
    assert.equal(anlassOf({ ...base, stand: { ...stand, online: true } }), null);
  });
});

describe('the ten-minute mode', () => {
  /** Leistungen with what others want of them, what this Kommune said last, and what it would say now. */
  const anyRound = fc.array(
    fc.record({
      andere: fc.integer({ min: 0, max: 80 }),
      letzte: fc.constantFrom(0, 1, 2),
      jetzt: fc.constantFrom(0, 1, 2),
    }),
    { minLength: 1, maxLength: 300 },
  );
  const raeumeOf = (round: readonly { readonly andere: number }[]): readonly Spielraum[] =>
    round.map(({ andere }, index) => ({
      leistungId: `L${String(index).padStart(5, '0')}`,
      von: andere,
      bis: andere + 2,
    }));

  test('asks less and leaves the same first twenty, whatever the answers would have been', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const raeume = raeumeOf(round);
        const asked = bewegliche(raeume);
        assert.ok(asked.size <= round.length);
        const points = (all: boolean) =>
          new Map(
            round.map(({ andere, letzte, jetzt }, index) => {
              const id = raeume[index]?.leistungId ?? '';
              return [id, andere + (all || asked.has(id) ? jetzt : letzte)];
            }),
          );
        assert.deepEqual(ersteK(points(false)).toSorted(), ersteK(points(true)).toSorted());
      }),
      { numRuns: 500 },
    );
  });

  test('of a long list with demand spread as it is it asks a part only', () => {
    const round = Array.from({ length: 600 }, (_, index) => ({ andere: Math.floor((index * index) / 4500) }));
    const asked = bewegliche(raeumeOf(round));
    assert.ok(asked.size > 0 && asked.size < 60, `${asked.size} of 600`);
    assert.equal(bewegliche(raeumeOf(round.slice(0, 20))).size, 0, 'twenty stand where they stand');
  });
});

test('counts what was released: need, wishes, cases of those who want it', () => {
  const base = {
    leistungId: 'L00001',
    ags: '1',
    wunschquartal: null,
    fallzahl: null,
    vorarbeit: null,
    bemerkung: '',
    frei: {},
    vorbelegt: false,
    spaet: false,
  };
  const [zeile] = zaehleAus(new Map([['L00001', 5]]), [
    { ...base, tenant: 'a', bedarf: 'ja', fallzahl: 10, wunschquartal: quartal('2027-Q1') },
    { ...base, tenant: 'b', bedarf: 'spaeter', fallzahl: 5, spaet: true },
    { ...base, tenant: 'c', bedarf: 'nein', fallzahl: 1000 },
    { ...base, tenant: 'd', bedarf: null },
  ]);
  assert.deepEqual(zeile, {
    leistungId: 'L00001',
    gefragt: 5,
    geantwortet: 3,
    ja: 1,
    spaeter: 1,
    nein: 1,
    faelle: 15,
    faelleVon: 2,
    spaete: 1,
    quartale: { '2027-Q1': 1 },
  });
});
