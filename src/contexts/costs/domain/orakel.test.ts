import assert from 'node:assert/strict';
import test from 'node:test';
import { laender, planOf, position, zahlerOf } from '../testing/plaene.ts';
import type { Abrechnung } from './abrechnung.ts';
import { apportion } from './apportion.ts';
import type { Kostenplan, Rundung, Schluessel } from './kostenplan.ts';
import { simulate } from './simulate.ts';

const werte = {
  BW: '12.96662',
  BY: '15.53327',
  BE: '5.08324',
  BB: '3.03655',
  HB: '0.95331',
  HH: '2.55752',
  HE: '7.39885',
  MV: '2.01240',
  NI: '9.33138',
  NW: '21.14424',
  RP: '4.83089',
  SL: '1.21111',
  SN: '5.05577',
  ST: '2.79941',
  SH: '3.39074',
  TH: '2.69470',
};
const ks2016: Schluessel = {
  id: 'ks',
  titel: 'Königsteiner Schlüssel 2016',
  art: 'koenigsteiner',
  werte,
  jahr: 2016,
  angewandtFuer: 2017,
  quelle: 'Kommunalwiki',
};
const angepasst: Schluessel = { ...ks2016, id: 'ks-angepasst', art: 'koenigsteiner_angepasst' };

const byKs = (cent: bigint, rundung: Rundung) =>
  billOf({
    jahr: 2017,
    rundung,
    positionen: [position(cent, { schluessel: 'ks' })],
    schluessel: [ks2016],
    zahler: zahlerOf(laender),
  });

function billOf(changes: Partial<Kostenplan>): Abrechnung {
  const bill = apportion(planOf(changes));
  assert.ok(bill.ok, bill.ok ? '' : bill.refusal.message);
  return bill.value;
}

const nettoOf = (bill: Abrechnung) =>
  Object.fromEntries(bill.zahlungen.map(({ kennung, netto }) => [kennung, netto]));

test('480.000,00 € nach dem Königsteiner Schlüssel: größter Rest trifft die Summe, kaufmännisch liegt einen Cent darüber', () => {
  const exact = byKs(48_000_000n, 'groesster-rest');
  assert.equal(exact.summe.netto, 48_000_000n);
  assert.equal(nettoOf(exact).NW, 10_149_235n);
  const commercial = byKs(48_000_000n, 'kaufmaennisch');
  assert.equal(commercial.summe.netto, 48_000_001n);
  assert.equal(commercial.summe.rest, -1n);
});

test('480.000,37 €: nur Sachsen weicht zwischen den beiden Rundungen ab', () => {
  const exact = byKs(48_000_037n, 'groesster-rest');
  const commercial = byKs(48_000_037n, 'kaufmaennisch');
  assert.equal(exact.summe.netto, 48_000_037n);
  assert.equal(commercial.summe.netto, 48_000_036n);
  const [left, right] = [nettoOf(exact), nettoOf(commercial)];
  assert.deepEqual(
    laender.filter((land) => left[land] !== right[land]).map((land) => [land, left[land], right[land]]),
    [['SN', 2_426_772n, 2_426_771n]],
  );
});

test('ein Cent: er trifft Nordrhein-Westfalen, kaufmännisch niemanden', () => {
  const paid = Object.entries(nettoOf(byKs(1n, 'groesster-rest'))).filter(([, cent]) => cent > 0n);
  assert.deepEqual(paid, [['NW', 1n]]);
  const commercial = byKs(1n, 'kaufmaennisch');
  assert.equal(commercial.summe.netto, 0n);
  assert.equal(commercial.summe.rest, 1n);
});

test('480.000 € auf volle Euro: zusammen 480.008 €, die acht Euro sind eine eigene Zeile', () => {
  const bill = byKs(48_000_000n, 'voller-euro');
  assert.equal(bill.summe.netto, 48_000_800n);
  assert.equal(bill.summe.aufrundung, 800n);
});

test('100,00 € auf drei gleiche Zahler: der erste nach Kennung zahlt den Cent', () => {
  assert.deepEqual(nettoOf(billOf({})), { A: 3334n, B: 3333n, C: 3333n });
});

const beschluss2023 = (innen: string): Partial<Kostenplan> => ({
  jahr: 2017,
  positionen: [position(100_000_000n, { schluessel: innen })],
  schluessel: [ks2016, angepasst, { id: 'gleich', titel: 'Gleiche Teile', art: 'gleich' }],
  finanzierung: {
    modell: 'ITPLR-2023/35',
    titel: 'Beschluss 2023/35',
    quelle: 'https://it-planungsrat.de/beschluss/beschluss-2023-35',
    vorab: [],
    schichten: [
      {
        id: 'nachnutzend',
        titel: 'Nachnutzende Länder',
        anteil: '0.50',
        gruppen: ['nachnutzend'],
        schluessel: null,
      },
      { id: 'bund', titel: 'Bund', anteil: '0.25', gruppen: ['bund'], schluessel: null },
      { id: 'alle', titel: 'Alle Länder', anteil: '0.25', gruppen: ['land'], schluessel: 'ks' },
    ],
  },
  zahler: [
    { kennung: 'Bund', name: 'Bund', gruppen: ['bund'] },
    ...laender.map((kennung) => ({
      kennung,
      name: kennung,
      gruppen: ['NW', 'BY', 'HH', 'TH'].includes(kennung) ? ['land', 'nachnutzend'] : ['land'],
    })),
  ],
});

test('eine Million nach Beschluss 2023/35, die nachnutzenden Länder nach angepasstem Königsteiner Schlüssel', () => {
  const bill = billOf(beschluss2023('ks-angepasst'));
  assert.deepEqual(nettoOf(bill), {
    Bund: 25_000_000n,
    BW: 3_241_655n,
    BY: 22_406_297n,
    BE: 1_270_810n,
    BB: 759_138n,
    HB: 238_328n,
    HH: 3_689_149n,
    HE: 1_849_713n,
    MV: 503_100n,
    NI: 2_332_845n,
    NW: 30_499_960n,
    RP: 1_207_722n,
    SL: 302_777n,
    SN: 1_263_942n,
    ST: 699_852n,
    SH: 847_685n,
    TH: 3_887_027n,
  });
  assert.equal(bill.summe.netto, 100_000_000n);
  assert.match(
    bill.hinweise.map(({ text }) => text).join('\n'),
    /nehmen Länder mit zusammen 41,92973 von 100 Prozent teil/,
  );
});

test('der Schlüssel unter den Nachnutzenden bewegt Hamburg von 37 auf 131 Tausend Euro', () => {
  const [adapted, equal] = [billOf(beschluss2023('ks-angepasst')), billOf(beschluss2023('gleich'))].map(
    nettoOf,
  );
  assert.deepEqual([adapted?.HH, equal?.HH], [3_689_149n, 13_139_380n]);
  assert.deepEqual([equal?.NW, equal?.BY, equal?.TH], [17_786_060n, 16_383_318n, 13_173_675n]);
});

test('die Simulation zeigt Hamburg den Sprung, bevor jemand beschließt', () => {
  const tried = simulate(planOf(beschluss2023('ks-angepasst')), {
    art: 'schicht',
    schicht: 'nachnutzend',
    schluessel: 'gleich',
  });
  assert.ok(tried.ok);
  const hamburg = tried.value.unterschiede.find(({ kennung }) => kennung === 'HH');
  assert.deepEqual(
    [hamburg?.vorher, hamburg?.nachher, hamburg?.unterschied],
    [3_689_149n, 13_139_380n, 9_450_231n],
  );
});
