import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { localDate } from '#kernel';
import { apportion } from './domain/apportion.ts';
import { type Abrechnungsblatt, blattOf } from './domain/blatt.ts';
import { jsonSchemas } from './domain/blatt-schema.ts';
import type { Kostenplan, Rundung } from './domain/kostenplan.ts';
import { monat } from './domain/monat.ts';
import { beliebigePlaene } from './testing/beliebige-plaene.ts';
import { vielfaeltigerPlan } from './testing/vielfaeltig.ts';

const pruefer = join(import.meta.dirname, '../../../docs/abrechnung-pruefen.mjs');
const folder = mkdtempSync(join(tmpdir(), 'rechenblatt-'));
after(() => rmSync(folder, { recursive: true }));

function sheetOf(changes: Partial<Kostenplan> = {}): Abrechnungsblatt {
  const bill = apportion(vielfaeltigerPlan(changes));
  assert.ok(bill.ok, bill.ok ? '' : bill.refusal.message);
  return blattOf(bill.value);
}

function check(text: string): { readonly status: number | null; readonly said: string } {
  const file = join(folder, 'blatt.json');
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [pruefer, file], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

test('der Prüfer hat höchstens 60 Zeilen und keine Zeile von Leitwerk', () => {
  const text = readFileSync(pruefer, 'utf8');
  assert.ok(text.trimEnd().split('\n').length <= 60);
  assert.deepEqual(text.match(/from '[^']+'/g), ["from 'node:fs'"]);
});

test('der Prüfer rechnet jede Rundung nach: Schichten, Vorab, Kombination, Monate, Steuerwechsel, Überträge', () => {
  for (const rundung of ['groesster-rest', 'voller-euro', 'kaufmaennisch'] satisfies Rundung[]) {
    const { status, said } = check(JSON.stringify(sheetOf({ rundung })));
    assert.equal(
      said,
      `Stimmt: 9 Zahler, netto ${sheetOf({ rundung }).summe.netto}, brutto ${sheetOf({ rundung }).summe.brutto} Cent.\n`,
    );
    assert.equal(status, 0);
  }
  const q4 = check(JSON.stringify(sheetOf({ beitritt: 'quartal4' })));
  assert.equal(q4.status, 0, q4.said);
  const fallback = { gremium: 'Steuerungsgruppe', am: localDate('2026-01-10'), einstimmig: false };
  assert.equal(check(JSON.stringify(sheetOf({ beschluss: fallback }))).status, 0);
});

test('der Prüfer kommt bei beliebigen Kostenplänen auf dieselben Beträge', () => {
  for (const plan of fc.sample(beliebigePlaene, 15)) {
    const bill = apportion(plan);
    assert.ok(bill.ok);
    const { status, said } = check(JSON.stringify(blattOf(bill.value)));
    assert.equal(status, 0, `${said}\n${JSON.stringify(blattOf(bill.value).plan)}`);
  }
});

test('das Beispiel in docs/kosten.md ist, was der Prüfer sagt', () => {
  const guide = readFileSync(new URL('../../../docs/kosten.md', import.meta.url), 'utf8');
  assert.ok(
    guide.includes(check(JSON.stringify(sheetOf())).said.trim()),
    check(JSON.stringify(sheetOf())).said,
  );
});

test('wer am Blatt einen Betrag, einen Wert, einen Anteil, einen Tag oder einen Satz ändert, fliegt auf', () => {
  const text = JSON.stringify(sheetOf());
  const tamper = (change: (sheet: ReturnType<typeof JSON.parse>) => void) => {
    const sheet = JSON.parse(text);
    change(sheet);
    return check(JSON.stringify(sheet));
  };
  const cases: readonly [string, (sheet: ReturnType<typeof JSON.parse>) => void][] = [
    [
      'ein Cent von einem zum andern',
      (s) => {
        const [a, b] = s.zahlungen;
        const group = Object.keys(a.netto)[0] ?? '';
        a.netto[group] = String(BigInt(a.netto[group]) - 1n);
        b.netto[group] = String(BigInt(b.netto[group]) + 1n);
      },
    ],
    [
      'Einwohner',
      (s) => {
        s.plan.schluessel[0].werte['05315000'] = '900000';
      },
    ],
    [
      'Kosten',
      (s) => {
        s.plan.positionen[0].betrag.cent = '1';
      },
    ],
    [
      'Anteil',
      (s) => {
        s.plan.finanzierung.schichten[0].anteil = '0.24';
      },
    ],
    [
      'Austritt',
      (s) => {
        s.plan.zahler[2].bis = '2027-03-31';
      },
    ],
    [
      'Steuersatz',
      (s) => {
        s.plan.steuerregeln.find((r: { id: string }) => r.id === 'regelsatz').fassungen[0].satz = '0.07';
      },
    ],
    [
      'Steuerbetrag',
      (s) => {
        s.zahlungen.at(-1).steuern[0].cent = '0';
      },
    ],
    [
      'Summe',
      (s) => {
        s.summe.netto = '1';
      },
    ],
    [
      'Zahler fehlt',
      (s) => {
        s.zahlungen.pop();
      },
    ],
    [
      'Rundung',
      (s) => {
        s.plan.rundung = 'kaufmaennisch';
      },
    ],
    [
      'Gewicht',
      (s) => {
        s.schritte.verteiler[2].gewichte[0].gewicht = '1';
      },
    ],
    [
      'Steuergruppe',
      (s) => {
        s.schritte.gruppen[0].schichten[0].genau = '1/3';
      },
    ],
    [
      'Kosten und Rest',
      (s) => {
        s.summe.kosten = '5';
      },
    ],
    [
      'Schritt',
      (s) => {
        s.schritte.toepfe[0].betrag = '7';
      },
    ],
    [
      'Preis je Fall',
      (s) => {
        s.plan.positionen.find((p: { id: string }) => p.id === 'druck').betrag.preisCent = '1';
      },
    ],
  ];
  for (const [name, change] of cases) {
    const { status, said } = tamper(change);
    assert.equal(status, 1, `${name}: ${said}`);
    assert.match(said, /^FALSCH /, name);
  }
});

test('eine Rechnung über 2026/27 rechnet der Prüfer mit beiden Regeln nach', () => {
  const sheet = sheetOf({ von: monat('2026-07'), bis: monat('2027-06') });
  assert.ok(sheet.schritte.gruppen.some(({ satz }) => satz === '19/100'));
  assert.equal(check(JSON.stringify(sheet)).status, 0);
});

test('das veröffentlichte JSON-Schema ist das des Programms (scripts/write-form-schemas.ts schreibt es)', () => {
  for (const [name, text] of jsonSchemas())
    assert.equal(readFileSync(new URL(`../../../data/schemas/${name}`, import.meta.url), 'utf8'), text, name);
});
