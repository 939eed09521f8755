import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { apportion } from './domain/apportion.ts';
import { finanzierungAus, vorgabenFuer } from './domain/finanzierungsmodell.ts';
import { neuestesSchluesseljahr } from './domain/hinweise.ts';
import { readKostendaten } from './read-kosten-data.ts';
import { gleich, planOf, position } from './testing/plaene.ts';

const folder = join(import.meta.dirname, '../../../data');

function shipped() {
  const read = readKostendaten(folder);
  assert.ok(read.ok, read.ok ? '' : JSON.stringify(read.refusal));
  return read.value;
}

test('drei Königsteiner Schlüssel mit Quelle, fünf Kostenarten, fünf Modelle, drei Arten von Steuerregeln', () => {
  const { koenigsteiner, arten, finanzierungen, steuerregeln, foerderungen } = shipped();
  assert.deepEqual(
    koenigsteiner.map(({ jahr }) => jahr),
    [2014, 2015, neuestesSchluesseljahr],
  );
  assert.ok(koenigsteiner.every(({ werte, quelle }) => Object.keys(werte ?? {}).length === 16 && quelle));
  assert.deepEqual(arten.map(({ art }) => art).join(''), 'abcde');
  assert.deepEqual(
    finanzierungen.map(({ id }) => id),
    ['ITPLR-2023/35', 'IT-StV-9', 'KONSENS-24', 'XPlanung', 'BayDiV-7b'],
  );
  assert.deepEqual([...new Set(steuerregeln.map(({ art }) => art))].toSorted(), [
    'nicht-steuerbar',
    'steuerfrei',
    'steuerpflichtig',
  ]);
  assert.ok(foerderungen.every(({ cent, quelle }) => cent > 0n && quelle));
});

test('jedes Modell wird mit den gelieferten Schlüsseln zu einer Finanzierung, die alles deckt', () => {
  const { koenigsteiner, finanzierungen, steuerregeln } = shipped();
  const ks = koenigsteiner.at(-1);
  assert.ok(ks);
  const laender = Object.keys(ks.werte ?? {});
  const einwohner = {
    id: 'ew',
    titel: 'Einwohner',
    art: 'einwohner',
    werte: { M: '15', K: '3', G: '3', B: '18' },
  } as const;
  for (const modell of finanzierungen) {
    const made = finanzierungAus(modell, {
      schluessel: { koenigsteiner: ks.id, einwohner: 'ew' },
      ebenen: { bezirke: '0.1', landkreise: '0.4', gemeinden: '0.5' },
      sitzland: '06',
    });
    assert.ok(made.ok, made.ok ? '' : made.refusal.message);
    const bill = apportion(
      planOf({
        finanzierung: made.value,
        schluessel: [ks, einwohner, gleich],
        positionen: [position(48_000_037n, { merkmal: 'personal-verwaltung' })],
        steuerregeln,
        zahler: [
          ...laender.map((kennung) => ({ kennung, name: kennung, gruppen: ['land', 'nachnutzend'] })),
          { kennung: '00', name: 'Bund', gruppen: ['bund'] },
          { kennung: 'F', name: 'Freistaat', gruppen: ['freistaat'] },
          { kennung: 'M', name: 'München', gruppen: ['kreisfrei'] },
          { kennung: 'K', name: 'Kreis', gruppen: ['kreis'] },
          { kennung: 'G', name: 'Gemeinde', gruppen: ['gemeinde'] },
          { kennung: 'B', name: 'Bezirk', gruppen: ['bezirk'] },
        ],
      }),
    );
    assert.ok(bill.ok, bill.ok ? '' : `${modell.id}: ${bill.refusal.message}`);
    assert.equal(bill.value.summe.netto, 48_000_037n, modell.id);
  }
});

test('Bayern setzt volle Euro, den 31. Oktober und die Einwohner des vorvorhergehenden Jahres', () => {
  const [first, ...others] = shipped().finanzierungen;
  const bayern = others.at(-1);
  assert.ok(first && bayern);
  assert.deepEqual(vorgabenFuer(bayern, 2027), {
    rundung: 'voller-euro',
    faelligAm: '2027-10-31',
    stichtag: '2025-12-31',
  });
  assert.deepEqual(vorgabenFuer(first, 2027), { rundung: null, faelligAm: null, stichtag: null });
});

test('ein Modell ohne den Schlüssel, den es braucht', () => {
  const [modell] = shipped().finanzierungen;
  assert.ok(modell);
  const made = finanzierungAus(modell, { schluessel: {} });
  assert.match(
    made.ok ? '' : made.refusal.message,
    /nach einem Schlüssel der Art „koenigsteiner“\. Wählen Sie/,
  );
});

test('eine Tabelle mit Brandenburg 2014 = 3,06053 im Ordner wird mit ihrer Summe abgelehnt', () => {
  const copy = mkdtempSync(join(tmpdir(), 'kosten-'));
  cpSync(join(folder, 'kosten'), join(copy, 'kosten'), { recursive: true });
  const file = join(copy, 'kosten/koenigsteiner.jsonl');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"prozent":"3.08092"', '"prozent":"3.06053"'));
  const read = readKostendaten(copy);
  rmSync(copy, { recursive: true });
  assert.match(read.ok ? '' : read.refusal.message, /zusammen 99,97961 statt genau 100 Prozent/);
});
