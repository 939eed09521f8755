import assert from 'node:assert/strict';
import test from 'node:test';
import { formatCents, localDate, ratio } from '#kernel';
import { gleich, planOf, position, zahlerOf } from '../testing/plaene.ts';
import type { Abrechnung } from './abrechnung.ts';
import { apportion } from './apportion.ts';
import type { Kostenplan, Schluessel, Uebertrag } from './kostenplan.ts';
import { monat } from './monat.ts';
import { rechenwegOf } from './rechenweg.ts';

function billOf(changes: Partial<Kostenplan>): Abrechnung {
  const bill = apportion(planOf(changes));
  assert.ok(bill.ok, bill.ok ? '' : bill.refusal.message);
  return bill.value;
}

const nettoOf = ({ zahlungen }: Abrechnung) =>
  Object.fromEntries(zahlungen.map(({ kennung, netto }) => [kennung, netto]));
const saidOf = ({ hinweise }: Abrechnung) => hinweise.map(({ text }) => text).join('\n');
const key = (art: Schluessel['art'], werte: Record<string, string>): Schluessel => ({
  id: art,
  titel: art,
  art,
  werte,
  quelle: 'Test',
});

const einwohner = key('einwohner', { A: '100', B: '200', C: '700' });
const nutzung = key('nutzung', { A: '5', B: '0', C: '15' });

test('jede Kostenart kann ihren eigenen Schlüssel haben', () => {
  const bill = billOf({
    schluessel: [
      einwohner,
      nutzung,
      gleich,
      key('zielgruppe', { A: '1', B: '1', C: '2' }),
      key('fest', { A: '60', B: '30', C: '10' }),
    ],
    positionen: [
      position(1_000n, { id: 'a', art: 'a', schluessel: 'einwohner' }),
      position(2_000n, { id: 'b', art: 'b', schluessel: 'nutzung' }),
      position(400n, { id: 'c', art: 'c', schluessel: 'zielgruppe' }),
      position(300n, { id: 'd', art: 'd', schluessel: 'gleich' }),
      position(1_000n, { id: 'e', art: 'e', schluessel: 'fest' }),
    ],
  });
  assert.deepEqual(nettoOf(bill), {
    A: 100n + 500n + 100n + 100n + 600n,
    B: 200n + 0n + 100n + 100n + 300n,
    C: 700n + 1_500n + 200n + 100n + 100n,
  });
});

test('eine Kombination wiegt ihre Teile: 70 Prozent Einwohner, 30 Prozent Nutzung', () => {
  const bill = billOf({
    schluessel: [
      einwohner,
      nutzung,
      {
        id: 'mix',
        titel: 'Mix',
        art: 'kombination',
        teile: [
          { schluessel: 'einwohner', gewicht: '0.7' },
          { schluessel: 'nutzung', gewicht: '0.3' },
        ],
      },
    ],
    positionen: [position(100_000n, { schluessel: 'mix' })],
  });
  assert.deepEqual(nettoOf(bill), { A: 7_000n + 7_500n, B: 14_000n, C: 49_000n + 22_500n });
});

test('wer am 10. Juli austritt, zahlt sieben von zwölf Monaten; die Summe bleibt auf den Cent', () => {
  const [c, a, b] = zahlerOf(['C', 'A', 'B']);
  assert.ok(c && a && b);
  const bill = billOf({
    zahler: [c, { ...a, bis: localDate('2026-07-10') }, b],
    positionen: [position(310_000n)],
  });
  assert.deepEqual(nettoOf(bill), { A: 70_000n, B: 120_000n, C: 120_000n });
  assert.match(
    saidOf(bill),
    /Nur einen Teil der Zeit nehmen teil: A\. Ihr Gewicht zählt nach angefangenen Monaten/,
  );
});

test('ein Vertrag im vierten Quartal zählt nach der Regel des Marktplatzes erst ab dem nächsten Jahr', () => {
  const [a, b] = zahlerOf(['A', 'B']);
  assert.ok(a && b);
  const zahler = [a, { ...b, von: localDate('2026-10-01') }];
  assert.deepEqual(nettoOf(billOf({ zahler, positionen: [position(15_000n)] })), { A: 12_000n, B: 3_000n });
  assert.deepEqual(nettoOf(billOf({ zahler, beitritt: 'quartal4', positionen: [position(15_000n)] })), {
    A: 15_000n,
    B: 0n,
  });
  assert.deepEqual(nettoOf(billOf({ jahr: 2027, zahler, beitritt: 'quartal4' })), { A: 5_000n, B: 5_000n });
  const third = [a, { ...b, von: localDate('2026-09-30') }];
  assert.deepEqual(
    nettoOf(billOf({ zahler: third, beitritt: 'quartal4', positionen: [position(16_000n)] })),
    { A: 12_000n, B: 4_000n },
  );
});

test('ein fester Teil nach Einwohnern und ein Preis je Fall; Fälle zählen, wie sie anfielen, ohne Monate', () => {
  const [a, b, c] = zahlerOf(['A', 'B', 'C']);
  assert.ok(a && b && c);
  const bill = billOf({
    zahler: [{ ...a, bis: localDate('2026-06-30') }, b, c],
    schluessel: [nutzung, gleich],
    positionen: [
      position(25_000n, { id: 'fest' }),
      position(0n, {
        id: 'druck',
        art: 'e',
        schluessel: 'nutzung',
        betrag: { art: 'je-fall', preisCent: '85.5' },
      }),
    ],
  });
  assert.equal(bill.abschnitte[1]?.cent, 1_710n);
  assert.deepEqual(nettoOf(bill), { A: 5_000n + 428n, B: 10_000n, C: 10_000n + 1_282n });
});

test('ohne Einstimmigkeit gilt die Nutzung, und die Abrechnung nennt es', () => {
  const bill = billOf({
    schluessel: [einwohner, nutzung],
    positionen: [position(2_000n, { schluessel: 'einwohner' })],
    beschluss: { gremium: 'Die Steuerungsgruppe', am: localDate('2026-03-01'), einstimmig: false },
  });
  assert.deepEqual(nettoOf(bill), { A: 500n, B: 0n, C: 1_500n });
  assert.match(
    saidOf(bill),
    /war am 01\.03\.2026 nicht einstimmig\. Statt der Schlüssel der Positionen gilt deshalb „nutzung“/,
  );
});

const bayern: Partial<Kostenplan> = {
  rundung: 'voller-euro',
  schluessel: [
    key('einwohner', { MUC: '1500000', LKA: '300000', GA1: '100000', GA2: '200000', OBB: '1800000' }),
  ],
  positionen: [position(100_000_001n, { schluessel: 'einwohner' })],
  finanzierung: {
    modell: 'BayDiV-7b',
    titel: '§ 7b BayDiV',
    vorab: [],
    schichten: [
      { id: 'freistaat', titel: 'Freistaat', anteil: '0.5', gruppen: ['freistaat'], schluessel: 'einwohner' },
      {
        id: 'landkreise',
        titel: 'Landkreise',
        anteil: '0.2',
        gruppen: ['kreis', 'kreisfrei'],
        schluessel: 'einwohner',
      },
      {
        id: 'gemeinden',
        titel: 'Gemeinden',
        anteil: '0.3',
        gruppen: ['gemeinde', 'kreisfrei'],
        schluessel: 'einwohner',
      },
    ],
  },
  zahler: [
    ...zahlerOf(['BY'], ['freistaat']),
    ...zahlerOf(['MUC'], ['kreisfrei']),
    ...zahlerOf(['LKA'], ['kreis']),
    ...zahlerOf(['GA1', 'GA2'], ['gemeinde']),
  ],
};

test('Bayern: die kreisfreie Stadt zahlt auf beiden Ebenen, jeder auf volle Euro', () => {
  const bill = billOf(bayern);
  // 1.000.000,01 €: Landkreise 200.000,002 €, Gemeinden 300.000,003 €; München hat 15 von 18 Teilen beider.
  assert.deepEqual(nettoOf(bill), {
    BY: 50_000_100n,
    MUC: 41_666_700n,
    LKA: 3_333_400n,
    GA1: 1_666_700n,
    GA2: 3_333_400n,
  });
  const lines = rechenwegOf(bill, 'MUC');
  assert.deepEqual(
    lines.map(({ schicht, genau }) => [schicht, ratio.toDecimal(genau, 4)]),
    [
      ['Landkreise', '16666666.8333'],
      ['Gemeinden', '25000000.2500'],
    ],
  );
  assert.equal(
    bill.summe.aufrundung,
    50_000_100n + 41_666_700n + 3_333_400n + 1_666_700n + 3_333_400n - 100_000_001n,
  );
  assert.match(saidOf(bill), /Zusammen sind das 2,99 € mehr als die Kosten; sie mindern die Kosten 2027/);
});

test('das Sitzland trägt vorweg ein Zehntel der Personalkosten', () => {
  const bill = billOf({
    positionen: [
      position(10_000n, { id: 'personal', merkmal: 'personal-verwaltung' }),
      position(10_000n, { id: 'technik' }),
    ],
    zahler: [...zahlerOf(['HE', 'NW'], ['land']), ...zahlerOf(['Bund'], ['bund'])],
    finanzierung: {
      modell: 'IT-StV-9',
      titel: '§ 9 IT-Staatsvertrag',
      vorab: [
        { id: 'sitz', titel: 'Sitzlandquote', anteil: '0.1', zahler: 'HE', merkmal: 'personal-verwaltung' },
      ],
      schichten: [
        { id: 'bund', titel: 'Bund', anteil: '0.25', gruppen: ['bund'], schluessel: null },
        { id: 'laender', titel: 'Länder', anteil: '0.75', gruppen: ['land'], schluessel: null },
      ],
    },
  });
  assert.deepEqual(nettoOf(bill), {
    HE: 1_000n + 3_375n + 3_750n,
    NW: 3_375n + 3_750n,
    Bund: 2_250n + 2_500n,
  });
});

test('eine Rechnung über den Jahreswechsel 2026/27: bis Dezember nicht steuerbar, ab Januar 19 Prozent', () => {
  const [a, b] = zahlerOf(['A', 'B']);
  assert.ok(a && b);
  const bill = billOf({
    von: monat('2026-07'),
    bis: monat('2027-06'),
    zahler: [a, { ...b, von: localDate('2027-04-01') }],
    positionen: [
      position(120_001n, {
        steuer: [
          { ab: null, regel: 'altes-recht' },
          { ab: localDate('2027-01-01'), regel: 'regelsatz' },
        ],
      }),
      position(1_000n, {
        id: 'frei',
        titel: 'Schulung',
        steuer: [{ ab: null, regel: 'steuerfrei', norm: '§ 4 Nr. 29 UStG' }],
      }),
    ],
  });
  assert.deepEqual(
    bill.abschnitte.map(({ id, von, bis, cent, gruppe, norm }) => [id, von, bis, cent, gruppe, norm]),
    [
      ['betrieb#1', '2026-07', '2026-12', 60_001n, 'altes-recht|0', '§ 27 Abs. 22a UStG'],
      ['betrieb#2', '2027-01', '2027-06', 60_000n, 'regelsatz|19/100', '§ 12 Abs. 1 UStG'],
      ['frei', '2026-07', '2027-06', 1_000n, 'steuerfrei|0', '§ 4 Nr. 29 UStG'],
    ],
  );
  const [first, second] = bill.zahlungen;
  // B kommt erst im April: nichts vom alten Recht, 3 von 9 Monaten des neuen.
  assert.deepEqual(first?.nettoJeGruppe, [60_001n, 40_000n, 800n]);
  assert.deepEqual(second?.nettoJeGruppe, [0n, 20_000n, 200n]);
  assert.deepEqual(
    second?.steuern.map(({ grundlage, cent }) => [grundlage, cent]),
    [[20_000n, 3_800n]],
  );
  assert.equal(bill.summe.brutto, 121_001n + 7_600n + 3_800n);
  assert.match(saidOf(bill), /„Betrieb“ wird ab 01\.01\.2027 umsatzsteuerlich anders behandelt/);
});

test('ein Guthaben des Vorjahres mindert die Rechnung, mit der Steuer von damals', () => {
  const guthaben: Uebertrag = {
    id: 'guthaben',
    titel: 'Guthaben aus 2025',
    ausJahr: 2025,
    cent: -1_000n,
    zahler: 'A',
    schluessel: null,
    steuer: { regel: 'regelsatz', satz: '0.19', norm: '§ 12 Abs. 1 UStG' },
  };
  const bill = billOf({
    zahler: zahlerOf(['A', 'B']),
    positionen: [position(10_000n, { steuer: [{ ab: null, regel: 'regelsatz' }] })],
    uebertraege: [guthaben, { ...guthaben, id: 'alle', zahler: null, schluessel: 'gleich', cent: -2_000n }],
  });
  assert.deepEqual(nettoOf(bill), { A: 3_000n, B: 4_000n });
  assert.deepEqual(
    bill.zahlungen.map(({ steuer }) => steuer),
    [570n, 760n],
  );
  assert.equal(bill.summe.kosten, 7_000n);
});

test('kaufmännisch gerundet sagt die Abrechnung, wer den Rest trägt', () => {
  const bill = billOf({ rundung: 'kaufmaennisch' });
  assert.deepEqual(nettoOf(bill), { A: 3_333n, B: 3_333n, C: 3_333n });
  assert.match(
    saidOf(bill),
    new RegExp(`um ${formatCents(1n)} von den Kosten ab\\. Diesen Rest trägt Zweckverband`),
  );
});

test('Werte ohne Quelle heißen Annahme', () => {
  const { quelle: _, ...ohne } = einwohner;
  assert.match(
    saidOf(billOf({ schluessel: [ohne], positionen: [position(1n, { schluessel: 'einwohner' })] })),
    /Sie gelten als Annahme/,
  );
});
