import assert from 'node:assert/strict';
import test from 'node:test';
import { localDate } from '#kernel';
import { gleich, planOf, position, steuerfrei, zahlerOf } from '../testing/plaene.ts';
import { apportion } from './apportion.ts';
import type { Kostenplan, Schluessel } from './kostenplan.ts';
import { monat } from './monat.ts';
import { parseKostenplan } from './plan-schema.ts';
import { valuesOf } from './schluesselwerte.ts';

function refusalOf(changes: Partial<Kostenplan>): string {
  const bill = apportion(planOf(changes));
  assert.equal(bill.ok, false);
  return bill.ok ? '' : `${bill.refusal.code}: ${bill.refusal.message}`;
}

const gedruckt: Schluessel = {
  id: 'ks-2014',
  titel: 'Königsteiner Schlüssel 2014',
  art: 'koenigsteiner',
  jahr: 2014,
  quelle: 'KommunalWiki',
  werte: Object.fromEntries(
    `BW 12.97496 BY 15.33048 BE 5.04557 BB 3.06053 HB 0.94097 HH 2.52738 HE 7.31557 MV 2.04165 NI 9.35696 NW 21.24052
     RP 4.83472 SL 1.21566 SN 5.10067 ST 2.85771 SH 3.38791 TH 2.74835`
      .trim()
      .split(/\s+(?=[A-Z])/)
      .map((pair) => pair.split(' '))
      .map(([land, percent]) => [land ?? '', percent ?? '']),
  ),
};

test('die gedruckte Tabelle mit Brandenburg 2014 = 3,06053 wird mit ihrer Summe abgelehnt', () => {
  const read = valuesOf(gedruckt);
  assert.equal(read.ok, false);
  assert.match(
    read.ok ? '' : read.refusal.message,
    /ergibt in der Tabelle zusammen 99,97961 statt genau 100 Prozent/,
  );
  const mended = valuesOf({ ...gedruckt, werte: { ...gedruckt.werte, BB: '3.08092' } });
  assert.equal(mended.ok, true);
});

test('wer sie ausdrücklich umrechnet, bekommt das auf der Abrechnung gesagt', () => {
  const bill = apportion(
    planOf({
      zahler: zahlerOf(Object.keys(gedruckt.werte ?? {})),
      schluessel: [{ ...gedruckt, renormiert: true }],
      positionen: [position(48_000_000n, { schluessel: 'ks-2014' })],
    }),
  );
  assert.ok(bill.ok);
  assert.equal(bill.value.summe.netto, 48_000_000n);
  const said = bill.value.hinweise.map(({ text }) => text).join('\n');
  assert.match(
    said,
    /ergibt 99,97961 statt 100 Prozent\. Sie wurde auf ausdrücklichen Wunsch auf 100 Prozent umgerechnet/,
  );
  assert.match(
    said,
    /stammt aus dem Jahr 2014, die Abrechnung gilt für 2026\. Der neueste Königsteiner Schlüssel, den wir mit Quelle belegen können, ist der von 2016/,
  );
});

test('eine negative Position', () => {
  assert.match(
    refusalOf({ positionen: [position(-10_000n)] }),
    /COSTS_POSITION_NEGATIVE: „Betrieb“ steht mit −100,00 €\. Eine Position ist ein Betrag ab 0 €\. Eine Gutschrift tragen Sie als Übertrag ein/,
  );
});

test('niemand, der zahlt', () => {
  assert.match(
    refusalOf({ zahler: [] }),
    /COSTS_NO_PAYERS: Für 2026 ist kein Zahler eingetragen\. Ordnen Sie mindestens eine/,
  );
});

test('nichts, was zu verteilen wäre', () => {
  assert.match(refusalOf({ positionen: [] }), /COSTS_NO_POSITIONS: .* Tragen Sie mindestens eine ein/);
});

test('lauter Gewichte von null', () => {
  const faelle: Schluessel = {
    id: 'faelle',
    titel: 'Fälle',
    art: 'nutzung',
    werte: { A: '0', B: '0', C: '0' },
  };
  assert.match(
    refusalOf({ schluessel: [faelle], positionen: [position(1n, { schluessel: 'faelle' })] }),
    /COSTS_WEIGHTS_ZERO: Nach dem Schlüssel „Fälle“ hat in „Alle“ niemand ein Gewicht über 0\..* oder wählen Sie einen anderen Schlüssel/,
  );
});

test('ein fehlender, ein negativer und ein unlesbarer Wert', () => {
  const mit = (werte: Record<string, string>) =>
    refusalOf({
      schluessel: [{ id: 'ew', titel: 'Einwohner', art: 'einwohner', werte }],
      positionen: [position(1n, { schluessel: 'ew' })],
    });
  assert.match(
    mit({ A: '10' }),
    /COSTS_VALUE_MISSING: Im Schlüssel „Einwohner“ fehlt der Wert für B, C\. Tragen Sie ihn nach/,
  );
  assert.match(
    mit({ A: '10', B: '-3', C: '1' }),
    /COSTS_VALUE_INVALID: Schlüssel „Einwohner“, B: -3 ist negativ/,
  );
  assert.match(
    mit({ A: '10', B: 'viele', C: '1' }),
    /„viele“ ist keine Zahl\. Schreiben Sie zum Beispiel 3,06053/,
  );
});

test('Schichten, die kein Ganzes ergeben, und eine, die niemand trägt', () => {
  const mit = (anteil: string, gruppen: readonly string[]) =>
    refusalOf({
      finanzierung: {
        modell: 'x',
        titel: 'Eigene',
        vorab: [],
        schichten: [{ id: 'a', titel: 'Nachnutzende', anteil, gruppen, schluessel: null }],
      },
    });
  assert.match(
    mit('0.75', ['alle']),
    /COSTS_LAYERS_NOT_WHOLE: Die Finanzierung „Eigene“ deckt 75 statt genau 100 Prozent/,
  );
  assert.match(mit('1.5', ['alle']), /COSTS_LAYER_INVALID/);
  assert.match(
    mit('1', ['land']),
    /COSTS_LAYER_EMPTY: „Nachnutzende“ trägt niemand: Im Zeitraum 01\/2026 bis 12\/2026 nimmt aus „land“ niemand teil/,
  );
});

test('ein unbekannter Schlüssel, Kombinationen, die nicht aufgehen oder sich enthalten', () => {
  assert.match(
    refusalOf({ positionen: [position(1n, { schluessel: 'gibtsnicht' })] }),
    /COSTS_KEY_UNKNOWN: „Betrieb“ nennt/,
  );
  const kombi = (id: string, teile: Schluessel['teile']): Schluessel => ({
    id,
    titel: `Mix ${id}`,
    art: 'kombination',
    teile,
  });
  const mit = (...schluessel: Schluessel[]) => refusalOf({ schluessel: [gleich, ...schluessel] });
  assert.match(
    mit(kombi('k', [{ schluessel: 'gleich', gewicht: '0.9' }])),
    /COSTS_COMBINATION_NOT_1: .* ergeben zusammen 0,9 statt genau 1/,
  );
  assert.match(
    mit(
      kombi('k', [{ schluessel: 'gleich', gewicht: '1' }]),
      kombi('l', [{ schluessel: 'k', gewicht: '1' }]),
    ),
    /COSTS_KEY_NESTED/,
  );
});

test('ein Königsteiner Schlüssel ohne alle Länder verlangt den angepassten', () => {
  const werte = { ...gedruckt.werte, BB: '3.08092' };
  assert.match(
    refusalOf({
      zahler: zahlerOf(['NW', 'BY']),
      schluessel: [{ ...gedruckt, werte }],
      positionen: [position(1n, { schluessel: 'ks-2014' })],
    }),
    /COSTS_KEY_NOT_100: .* ergibt für die Teilnehmenden zusammen 36,571 statt genau 100 Prozent/,
  );
});

test('das alte Umsatzsteuerrecht über den 31.12.2026 hinaus', () => {
  assert.match(
    refusalOf({
      von: monat('2026-07'),
      bis: monat('2027-06'),
      positionen: [position(1n, { steuer: [{ ab: null, regel: 'altes-recht' }] })],
    }),
    /COSTS_TAX_NOT_IN_FORCE: Für „Betrieb“ ist ab 01\.01\.2027 die Regel „Nicht steuerbar nach altem Recht“ eingetragen, die galt nur bis 31\.12\.2026\. Ordnen Sie ab diesem Tag eine geltende Regel zu/,
  );
});

test('eine Steuerbefreiung ohne Norm, eine Position ohne Regel', () => {
  assert.match(
    refusalOf({
      positionen: [position(1n, { steuer: [{ ab: null, regel: 'steuerfrei' }] })],
      steuerregeln: [steuerfrei],
    }),
    /COSTS_TAX_NORM_MISSING: .* Nennen Sie die Norm, zum Beispiel § 4 Nr\. 29 UStG/,
  );
  assert.match(
    refusalOf({ positionen: [position(1n, { steuer: [] })] }),
    /COSTS_TAX_MISSING: .* Ordnen Sie eine Regel zu/,
  );
  assert.match(
    refusalOf({
      positionen: [position(1n, { steuer: [{ ab: localDate('2026-03-01'), regel: 'regelsatz' }] })],
    }),
    /COSTS_TAX_MISSING/,
  );
});

test('eine Steuer, die mitten im Monat wechselt', () => {
  const steuer = [
    { ab: null, regel: 'nicht-steuerbar-2b' },
    { ab: localDate('2026-03-15'), regel: 'regelsatz' },
  ];
  assert.match(
    refusalOf({ positionen: [position(1n, { steuer })] }),
    /COSTS_TAX_DAY: Die Steuer von „Betrieb“ wechselt am 15\.03\.2026\. Gerechnet wird nach Monaten; nennen Sie den Ersten/,
  );
});

test('ein Preis je Fall ohne Fälle, ein fremder Zahler, doppelte Kennungen, ein Zeitraum daneben', () => {
  assert.match(
    refusalOf({ positionen: [position(0n, { betrag: { art: 'je-fall', preisCent: '12.5' } })] }),
    /COSTS_CASES_NEEDED: „Betrieb“ kostet je Fall/,
  );
  assert.match(
    refusalOf({
      uebertraege: [
        {
          id: 'u',
          titel: 'Guthaben aus 2025',
          ausJahr: 2025,
          cent: -500n,
          zahler: 'Z',
          schluessel: null,
          steuer: { regel: 'regelsatz', satz: '0.19', norm: '' },
        },
      ],
    }),
    /COSTS_PAYER_UNKNOWN: „Guthaben aus 2025“ \(−5,00 €\) gehört zum Zahler „Z“/,
  );
  assert.match(refusalOf({ zahler: zahlerOf(['A', 'A']) }), /COSTS_DOUBLED: Zahler „A“ kommt zweimal vor/);
  assert.match(refusalOf({ positionen: [position(1n, { von: monat('2025-12') })] }), /COSTS_PERIOD_OUTSIDE/);
});

test('keine Einstimmigkeit und keine Fallzahlen für den Rückfall', () => {
  assert.match(
    refusalOf({
      beschluss: { gremium: 'Die Steuerungsgruppe', am: localDate('2026-03-01'), einstimmig: false },
    }),
    /COSTS_FALLBACK_MISSING: Die Steuerungsgruppe war nicht einstimmig\. Dann gilt die tatsächliche Nutzung/,
  );
});

test('ein Kostenplan, der kein lesbares JSON ist, nennt jede Stelle', () => {
  const read = parseKostenplan({ dienst: 'x', jahr: '2026', von: '2026-13' });
  assert.equal(read.ok, false);
  assert.equal(read.ok ? '' : read.refusal.code, 'COSTS_PLAN_INVALID');
  assert.ok(!read.ok && read.refusal.fields?.some(({ field }) => field === 'von'));
});
