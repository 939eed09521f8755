import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { must, shippedDienst } from '../../testing/build.ts';
import { everyKind } from '../../testing/every-kind.ts';
import { compileForm } from '../compile/compile-form.ts';
import type { FormField } from '../compile/form.ts';
import { parseExpression } from '../expression/parse.ts';
import { alleBedingungen } from './alle-bedingungen.ts';
import { angebote, gruppen } from './angebot.ts';
import { baueAusdruck } from './baue.ts';
import { gleicherBaum } from './gleicher-baum.ts';
import { liesAusdruck } from './lies.ts';
import type { Name } from './name.ts';
import { namenVon } from './namen.ts';
import { inWorten } from './satz.ts';
import { sichtVon } from './stelle.ts';
import { leereZeile, vergleiche, werteZahl, type Zeile, type Zusammenstellung } from './zusammenstellung.ts';

const namen = namenVon(everyKind, {
  gebuehr: { type: 'money', label: 'Gebühr' },
  zonen: { type: 'table', label: 'Zonen', columns: { ort: { type: 'text', label: 'Ort' } } },
});
const sicht = sichtVon(namen, { dienst: {}, formular: everyKind }, 'fee.lines[0].condition', true);

const werte: Readonly<Record<string, fc.Arbitrary<string>>> = {
  integer: fc.integer({ min: -5000, max: 5000 }).map(String),
  decimal: fc
    .tuple(fc.nat(999), fc.nat(999))
    .map(([whole, rest]) => `${whole},${rest + 1000}`.replace(',1', ',')),
  money: fc
    .tuple(fc.nat(9999), fc.integer({ min: 10, max: 99 }))
    .map(([whole, cents]) => `${whole},${cents}`),
  date: fc.integer({ min: 1, max: 28 }).map((day) => `2026-02-${String(day).padStart(2, '0')}`),
  text: fc.constantFrom("Hof 'Zur Linde'", 'wohnung', 'Ja und nein', '§ 11'),
  texts: fc.constantFrom('a', 'b c', "d'e"),
};

function zeilen(wanted: string | null | undefined): fc.Arbitrary<Zeile> {
  const offered = angebote(sicht).filter(
    ({ gegenstand }) => wanted === undefined || gegenstand.gruppe === wanted,
  );
  return fc.constantFrom(...offered).chain(({ gegenstand }) =>
    fc.constantFrom(...vergleiche[gegenstand.art]).chain((vergleich) => {
      const count = { keiner: 0, einer: 1, mehrere: 3 }[werteZahl(vergleich)];
      const wert = werte[gegenstand.art] ?? fc.constant('');
      const some = fc.array(wert, { minLength: Math.min(count, 1), maxLength: count });
      const quantor = fc.constantFrom('einem' as const, 'jedem' as const, 'keinem' as const);
      return fc
        .record({
          quantor: gegenstand.gruppe === null ? fc.constant('einem' as const) : quantor,
          werte: some,
        })
        .map((each): Zeile => ({ ...each, gegenstand, vergleich, bezug: null }));
    }),
  );
}

const bloecke = fc.constantFrom(null, 'hunde').chain((gruppe) =>
  fc.record({
    gruppe: fc.constant(gruppe),
    quantor:
      gruppe === null
        ? fc.constant('einem' as const)
        : fc.constantFrom('einem' as const, 'jedem' as const, 'keinem' as const),
    alle: fc.boolean(),
    zeilen: fc.array(zeilen(gruppe ?? undefined), { minLength: 2, maxLength: 3 }),
  }),
);

const zusammenstellungen: fc.Arbitrary<Zusammenstellung> = fc.record({
  alle: fc.boolean(),
  teile: fc.array(fc.oneof({ weight: 3, arbitrary: zeilen(undefined) }, { weight: 1, arbitrary: bloecke }), {
    minLength: 1,
    maxLength: 4,
  }),
});

test('whatever is put together is an expression that reads as lines again, and those build the same tree', () => {
  let seen = 0;
  fc.assert(
    fc.property(zusammenstellungen, (made) => {
      const built = baueAusdruck(made);
      assert.ok(built.ok, JSON.stringify(made));
      const read = liesAusdruck(built.ausdruck, sicht);
      assert.ok(read, built.ausdruck);
      const again = baueAusdruck(read);
      assert.ok(again.ok);
      const [one, two] = [parseExpression(built.ausdruck), parseExpression(again.ausdruck)];
      assert.ok(one.ok && two.ok && gleicherBaum(one.node, two.node), `${built.ausdruck}\n${again.ausdruck}`);
      assert.ok(inWorten(built.ausdruck, sicht), `no sentence: ${built.ausdruck}`);
      seen += 1;
    }),
    { numRuns: 1000 },
  );
  assert.equal(seen, 1000);
});

const gezeigt: readonly (readonly [string, string])[] = [
  ["art = 'haus'", 'bei ‚Art der Haltung‘ ‚Haus‘ gewählt ist'],
  ["not art in ['haus', 'zwinger']", 'bei ‚Art der Haltung‘ nicht ‚Haus‘ oder ‚Zwinger‘ gewählt ist'],
  [
    "'gechippt' in merkmale and zucht = false",
    'bei ‚Merkmale‘ ‚gechippt‘ angekreuzt ist und bei ‚Züchten Sie?‘ ‚Nein‘ gewählt ist',
  ],
  ['answered(zucht) and not zucht', 'bei ‚Züchten Sie?‘ ‚Nein‘ gewählt ist'],
  [
    'not answered(mail) or count(hunde) > 2',
    '‚E-Mail-Adresse‘ nicht beantwortet ist oder die Anzahl der Einträge von ‚Hunde‘ größer als 2 ist',
  ],
  ['ab <= today', '‚Ab wann?‘ spätestens heute liegt'],
  [
    'ab > 2026-03-01 and (zucht or answered(mail))',
    '‚Ab wann?‘ nach dem 01.03.2026 liegt und (bei ‚Züchten Sie?‘ ‚Ja‘ gewählt ist oder ‚E-Mail-Adresse‘ beantwortet ist)',
  ],
  [
    "any(hunde, row.gewicht >= 40.5 and row.rufname != 'Bello')",
    'in mindestens einem Eintrag von ‚Hunde‘ (‚Gewicht‘ mindestens 40,5 ist und ‚Name‘ anders als ‚Bello‘ lautet)',
  ],
  ['not any(hunde, row.gewicht < 2)', 'in keinem Eintrag von ‚Hunde‘ ‚Gewicht‘ kleiner als 2 ist'],
  ['param.gebuehr > 25.00 EUR', '‚Gebühr‘ höher als 25,00 € ist'],
  ["anschrift.plz = '32657'", '‚Anschrift‘ (Postleitzahl) ‚32657‘ lautet'],
  [
    'age(geboren.earliest) < 18',
    'das Alter nach ‚Wann sind Sie geboren?‘ (frühester Tag) kleiner als 18 ist',
  ],
];

test('what nobody answers is not said to be chosen', async () => {
  const { definition, form } = await shippedDienst('hund-anmelden');
  const unterlagen = { dienst: definition, formular: form.definition };
  const names = namenVon(form.definition, definition.parameters);
  const sichtHier = sichtVon(names, unterlagen, 'covers[1].when');
  assert.equal(
    inWorten('any(hunde, row.gross)', sichtHier),
    'in mindestens einem Eintrag von ‚Hunde, die Sie anmelden‘ ‚Großer Hund nach § 11 Landeshundegesetz‘ zutrifft',
  );
});

test('conditions are said with the words that people read', () => {
  for (const [ausdruck, worte] of gezeigt) assert.equal(inWorten(ausdruck, sicht), worte, ausdruck);
});

test('every condition of the five real services has a sentence, and most are lines that build the same tree', async () => {
  let lines = 0;
  const asText: string[] = [];
  for (const id of [
    'bewohnerparkausweis',
    'heimarbeit',
    'hund-anmelden',
    'jagdschein',
    'kindertagespflege',
  ]) {
    const { definition, form } = await shippedDienst(id);
    const unterlagen = { dienst: definition, formular: form.definition };
    const names = namenVon(form.definition, definition.parameters);
    for (const { stelle, ausdruck } of alleBedingungen(unterlagen)) {
      const satz = inWorten(ausdruck, sichtVon(names, unterlagen, stelle));
      assert.ok(satz, `${id} ${stelle}: ${ausdruck}`);
      assert.doesNotMatch(satz.replaceAll(/‚[^‘]*‘/g, ''), /row\.|param\.|null|undefined/, ausdruck);
      const read = liesAusdruck(ausdruck, sichtVon(names, unterlagen, stelle, true));
      const built = read === null ? null : baueAusdruck(read);
      if (built === null) asText.push(ausdruck);
      else {
        const [one, two] = [parseExpression(ausdruck), built.ok ? parseExpression(built.ausdruck) : null];
        assert.ok(one.ok && two?.ok && gleicherBaum(one.node, two.node), ausdruck);
        lines += 1;
      }
    }
  }
  assert.deepEqual([lines, asText.length], [50, 7], asText.join('\n'));
});

test('what a draft says of its answers is what the compiler says of them', () => {
  const { pages } = must(compileForm(everyKind, {}));
  const compare = (fields: readonly FormField[], names: readonly Name[]): void => {
    const questions = fields.filter(
      ({ kind }) => kind === 'input' || kind === 'calculated' || kind === 'group',
    );
    assert.deepEqual(
      questions.map(({ id }) => id),
      names.map(({ id }) => id),
    );
    for (const field of questions) {
      const name = names.find(({ id }) => id === field.id);
      assert.ok(name);
      if (field.kind === 'group') compare(field.fields, name.gruppe?.felder ?? []);
      if (field.kind === 'calculated') assert.equal(name.art, field.type, field.id);
      if (field.kind !== 'input') continue;
      const { type, parts = {} } = field.behaviour;
      const kinds = Object.entries(parts).map(([part, { kind }]) => [part, kind]);
      assert.deepEqual(
        [name.art, [...name.teile].map(([part, { art }]) => [part, art])],
        [type.kind, kinds],
        field.id,
      );
    }
  };
  compare(
    pages.flatMap(({ fields }) => fields),
    namen.felder,
  );
});

test('a place offers what stands before it: in a group its own row, on a page only earlier pages', () => {
  const names = (stelle: string) =>
    angebote(sichtVon(namen, { dienst: {}, formular: everyKind }, stelle, true)).map(
      ({ gegenstand: { ausdruck, gruppe } }) => (gruppe ? `${ausdruck} in ${gruppe}` : ausdruck),
    );
  const animals = 'pages[1].fields[2]';
  assert.deepEqual(
    names('pages[1].condition').filter((name) => /zucht|hunde/.test(name)),
    [],
  );
  assert.deepEqual(
    names(`${animals}.condition`).filter((name) => /zucht|hunde|row/.test(name)),
    ['zucht', 'zuchtname', 'zuchtSeit'],
  );
  const inRow = names(`${animals}.fields[2].fields[1].condition`);
  assert.deepEqual(inRow.slice(0, 3), ['row.gegen', 'outer.rufname', 'outer.gewicht']);
  assert.ok(names(`${animals}.fields[1].checks[0].holds`).includes('row.gewicht'));
  assert.ok(!names(`${animals}.fields[1].required`).includes('row.gewicht'));
  assert.ok(names('pages[3].condition').includes('row.gewicht in hunde'));
  assert.deepEqual(
    gruppen(sicht).map(({ name }) => name),
    ['hunde', 'kosten'],
  );
});

test('what is missing in a condition is said with its line; nothing at all is no condition', () => {
  const [frage] = angebote(sicht).filter(({ gegenstand }) => gegenstand.ausdruck === 'ab');
  assert.ok(frage);
  const { gegenstand } = frage;
  const ohne = { ...leereZeile, gegenstand, vergleich: 'mindestens' as const };
  const gruppe = { gruppe: 'hunde', quantor: 'einem' as const, alle: true, zeilen: [ohne] };
  assert.deepEqual(baueAusdruck({ alle: true, teile: [leereZeile, ohne, gruppe] }), {
    ok: false,
    luecken: [
      { wo: [0], was: 'frage' },
      { wo: [1], was: 'wert' },
      { wo: [2, 0], was: 'frage' },
    ],
  });
  assert.deepEqual(baueAusdruck({ alle: true, teile: [] }), { ok: true, ausdruck: '' });
  const heute = { ...ohne, bezug: 'today' };
  assert.deepEqual(baueAusdruck({ alle: true, teile: [heute] }), { ok: true, ausdruck: 'ab >= today' });
});
