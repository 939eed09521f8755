import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localDate } from '#kernel';
import { faelligeRinge, istFertig, offeneZuege, type Ring } from './ausrollung.ts';
import { haeltFest, istSicherheit, stichtag } from './festhalten.ts';
import { betrifft, istSichtbar, lageOf, leseMeldung, type Meldung, zeitraumText } from './meldung.ts';
import { haeltAn, vergleichOf } from './regel.ts';
import { ringeVon } from './ringe.ts';
import { neuePflichten, zeilenVon } from './unterschied.ts';
import { moeglicheSchritte, nachSchritt, schritte, zustaende } from './zustand.ts';

const day = localDate;

test('every pair of state and step does what the table says, and nothing else is possible', () => {
  const allowed = [
    'geplant beginnen laeuft',
    'geplant verwerfen verworfen',
    'laeuft anhalten angehalten',
    'laeuft abschliessen abgeschlossen',
    'laeuft zuruecknehmen zurueckgenommen',
    'angehalten fortsetzen laeuft',
    'angehalten abschliessen abgeschlossen',
    'angehalten zuruecknehmen zurueckgenommen',
    'abgeschlossen zuruecknehmen zurueckgenommen',
  ];
  const found = zustaende.flatMap((zustand) =>
    schritte.flatMap((schritt) => {
      const next = nachSchritt(zustand, schritt);
      assert.equal(next !== null, moeglicheSchritte(zustand).includes(schritt));
      return next === null ? [] : [`${zustand} ${schritt} ${next}`];
    }),
  );
  assert.deepEqual(found.toSorted(), allowed.toSorted());
});

const rings: readonly Ring[] = [
  { name: 'Pilot', ab: day('2026-12-01'), kommunen: ['1'] },
  { name: 'Welle', ab: day('2026-12-08'), kommunen: ['2'] },
  { name: 'Alle', ab: day('2026-12-15'), kommunen: null },
];

test('a ring is due on its day, and never before the one ahead of it is through', () => {
  const zuege = [
    { ring: 0, zustand: 'wartet' as const },
    { ring: 1, zustand: 'wartet' as const },
  ];
  assert.deepEqual(faelligeRinge({ ringe: rings }, zuege, day('2026-11-30')), []);
  assert.deepEqual(
    faelligeRinge({ ringe: rings }, zuege, day('2026-12-31')),
    [0],
    'the pilot is not through',
  );
  const through = [{ ring: 0, zustand: 'umgestellt' as const }, ...zuege.slice(1)];
  assert.deepEqual(faelligeRinge({ ringe: rings }, through, day('2026-12-31')), [0, 1]);
  const behind = [{ ring: 0, zustand: 'zurueckgeblieben' as const }];
  assert.deepEqual(faelligeRinge({ ringe: rings }, behind, day('2026-12-31')), [0, 1, 2]);
  assert.deepEqual(offeneZuege(behind, [0]), behind, 'who lacked something is tried again');
  assert.ok(!istFertig(behind));
});

test('rings are refused with the words a person reads', () => {
  const all = [
    { ags: '05766044', name: 'Lemgo', ruht: false },
    { ags: '05766020', name: 'Detmold', ruht: true },
  ];
  const plan = (pilot: readonly string[], ab = '2026-12-01', welle: readonly string[] = []) =>
    ringeVon(
      {
        pilot: { name: 'Pilot', ab: day(ab), kommunen: pilot },
        wellen: [{ name: 'Welle 1', ab: day('2026-12-08'), kommunen: welle }],
        alleAb: day('2026-12-15'),
      },
      all,
      day('2026-11-21'),
      false,
    );
  const told = (result: ReturnType<typeof plan>) =>
    result.ok ? [] : result.refusal.map(({ field, message }) => `${field}: ${message}`);
  assert.match(told(plan([]))[0] ?? '', /^pilot: Bitte nennen Sie mindestens eine Pilotkommune/);
  assert.match(told(plan(['Atlantis']))[0] ?? '', /„Atlantis“ nutzt diesen Onlinedienst nicht/);
  assert.match(told(plan(['Detmold']))[0] ?? '', /In Detmold ruht der Onlinedienst/);
  assert.match(
    told(plan(['Lemgo'], '2026-12-01', ['05766044']))[0] ?? '',
    /steht schon in einem früheren Ring/,
  );
  assert.match(
    told(plan(['Lemgo'], '2026-12-09'))[0] ?? '',
    /welle1Ab: Welle 1: Dieser Ring beginnt nach dem vorigen/,
  );
  assert.match(
    told(plan(['Lemgo'], '2026-11-01'))[0] ?? '',
    /^pilotAb: Pilot: Der 01\.11\.2026 ist schon vorbei/,
  );
  assert.ok(plan(['lemgo']).ok);
});

test('a rollout stops when the new version fails more often, counted in whole numbers', () => {
  const regel = { mindestens: 3, faktor: 2 };
  const zahlen = (sendungen: number, abgewiesen: number) => ({ sendungen, abgewiesen });
  const at = (neu: readonly [number, number], alt: readonly [number, number]) =>
    haeltAn(regel, { neu: zahlen(...neu), alt: zahlen(...alt) });
  assert.equal(at([10, 2], [1000, 0]), false, 'two may be chance');
  assert.equal(at([10, 3], [1000, 0]), true);
  assert.equal(at([10, 3], [0, 0]), true, 'nothing to compare with');
  assert.equal(at([30, 3], [20, 1]), false, 'exactly twice is not more than twice');
  assert.equal(at([29, 3], [20, 1]), true);
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500), (a, b, c, d) => {
      const worse = at([a + b, Math.min(b + 1, a + b)], [c + d, d]);
      return !at([a + b, b], [c + d, d]) || b + 1 > a + b || worse;
    }),
  );
  const sums = vergleichOf(
    new Map([
      ['1', zahlen(5, 1)],
      ['2', zahlen(7, 0)],
      ['3', zahlen(2, 2)],
    ]),
    '3',
  );
  assert.deepEqual(sums, { neu: zahlen(2, 2), alt: zahlen(12, 1) });
});

test('a Kommune holds on until its day or the cut-off, and never where a security fault is mended', () => {
  const hold = {
    ...{ kommuneId: 'k', dienst: 'd', ags: '05766044', grund: 'Schulung', geloest: false },
    bis: day('2026-12-20'),
    am: new Date(0),
  };
  const cutoff = { sicherheit: false, bis: day('2026-12-10') };
  assert.ok(haeltFest(hold, day('2026-12-10'), cutoff));
  assert.ok(!haeltFest(hold, day('2026-12-11'), cutoff));
  assert.ok(!haeltFest(hold, day('2026-12-01'), { ...cutoff, sicherheit: true }));
  assert.ok(!haeltFest({ ...hold, geloest: true }, day('2026-12-01'), cutoff));
  assert.equal(stichtag(null, day('2026-01-01')), '2026-04-01', '90 days, our assumption');
  const notes = [{ fassung: '2', sicherheit: true }];
  assert.ok(istSicherheit(notes, '1', '3'), 'a version between counts too');
  assert.ok(!istSicherheit(notes, '2', '3'));
});

test('change notes say in plain words what changes, and what the Kommune has to do', () => {
  const parameter = (id: string, label: string, required: boolean) => ({
    ...{ id, label, required, kind: 'text', filledBy: 'Kommune' },
  });
  const form = (
    fields: readonly { readonly id: string; readonly type: string; readonly label: string }[],
  ) => ({
    pages: [{ fields }],
  });
  const before = {
    title: 'Hund',
    parameters: [parameter('a', 'Gebühr', true), parameter('b', 'Satzung', false)],
    covers: [{ leika: '1', name: 'Hundesteuer' }],
    texte: { what: 'Melden Sie an.', time: '{param.dauer}', need: ['Ausweis'] },
    formular: form([{ id: 'name', type: 'text', label: 'Name' }]),
  };
  const after = {
    ...before,
    parameters: [parameter('b', 'Satzung', true), parameter('c', 'Marke', true)],
    texte: { ...before.texte, time: 'Zehn Minuten.', need: ['Ausweis', 'Chip'] },
    formular: form([{ id: 'chip', type: 'text', label: 'Chipnummer' }]),
  };
  const changes = [
    { class: 'zuordnung' as const, field: 'name', what: 'weg' },
    { class: 'sicher' as const, field: 'chip', what: 'neu' },
    { class: 'sicher' as const, field: null, what: 'Die Seiten stehen in anderer Reihenfolge.' },
  ];
  assert.deepEqual(
    zeilenVon(before, after, changes).map(({ text, aufgabe }) => `${aufgabe ? '! ' : ''}${text}`),
    [
      '! „Satzung“ ist jetzt eine Pflichtangabe von Ihrer Kommune.',
      '! Neue Pflichtangabe von Ihrer Kommune: „Marke“.',
      '„Gebühr“ wird nicht mehr gebraucht.',
      'Die Frage „Name“ entfällt.',
      'Neue Frage: „Chipnummer“.',
      'Die Seiten stehen in anderer Reihenfolge.',
      '„Was man braucht“ lautet anders.',
      '„Dauer“ lautet anders.',
    ],
  );
  assert.deepEqual(
    neuePflichten(before, after).map(({ id }) => id),
    ['b', 'c'],
  );
});

const meldung: Meldung = {
  ...{ tenant: 't', id: 'i', fassung: 1, art: 'wartung', titel: 'Wartung', text: '', entfallen: false },
  sichtbarAb: '2026-11-20 00:00',
  von: '2026-11-24 22:00',
  bis: '2026-11-25 01:30',
  dienste: ['hund-anmelden'],
  kommunen: [],
  geschriebenAm: new Date(0),
};

test('an announcement is shown from its day, while it holds, and to those whom it concerns', () => {
  assert.equal(istSichtbar(meldung, '2026-11-19 23:59'), false);
  assert.equal(istSichtbar(meldung, '2026-11-20 00:00'), true);
  assert.equal(lageOf(meldung, '2026-11-24 22:00'), 'gilt');
  assert.equal(istSichtbar(meldung, '2026-11-25 01:30'), false);
  assert.equal(istSichtbar({ ...meldung, entfallen: true }, '2026-11-24 22:00'), false);
  assert.ok(betrifft(meldung, '05766044', ['hund-anmelden']));
  assert.ok(!betrifft(meldung, '05766044', ['jagdschein']));
  assert.ok(
    !betrifft({ dienste: [], kommunen: ['05766044'] }, '05766044', []),
    'nobody writes on a stranger',
  );
  assert.equal(zeitraumText(meldung), 'vom 24.11.2026, 22:00 Uhr, bis zum 25.11.2026, 01:30 Uhr');
});

test('an announcement is read with every mistake named at its field', () => {
  const input = {
    ...{
      art: 'wartung',
      titel: '',
      text: '',
      vonTag: '2026-11-24',
      vonZeit: '25:00',
      bisTag: 'x',
      bisZeit: '23:00',
    },
    sichtbarAb: '',
    dienste: ['fremd'],
    kommunen: ['Atlantis'],
  };
  const reach = {
    dienste: [{ id: 'hund-anmelden', titel: 'Hund anmelden' }],
    kommunen: [{ ags: '05766044', name: 'Lemgo' }],
  };
  const wrong = leseMeldung(input, reach, '2026-11-21 10:00');
  assert.deepEqual(wrong.ok ? [] : wrong.refusal.map(({ field }) => field), [
    'vonZeit',
    'bisTag',
    'titel',
    'dienste',
    'kommunen',
  ]);
  const good = {
    ...input,
    titel: 'Wartung',
    vonZeit: '9:05',
    bisTag: '2026-11-24',
    dienste: [],
    kommunen: ['lemgo'],
  };
  const read = leseMeldung(good, reach, '2026-11-21 10:00');
  assert.deepEqual(read.ok && [read.value.von, read.value.kommunen], ['2026-11-24 09:05', ['05766044']]);
});
