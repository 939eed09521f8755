import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Bezirk, bezirkeIn, bezirkProblems, clash, zielIn } from './bezirke.ts';
import { zustellpunktParameters } from './standard-parameters.ts';
import {
  type Abschnitt,
  foldStrasse,
  hausnummerIn,
  liegtIn,
  luecken,
  type Seite,
  ueberschneiden,
} from './strassen.ts';

const definitions = zustellpunktParameters([{ name: 'Hundesteuer', office: 'steueramt' }]);
const rows: readonly Readonly<Record<string, string>>[] = [
  { bezirk: '', ziel: 'nord', strasse: 'Hauptstr.', von: '1', bis: '19', seite: 'ungerade' },
  { bezirk: '', ziel: 'süd', strasse: 'Hauptstraße', von: '2', bis: '20a', seite: 'gerade' },
  { bezirk: '', ziel: 'west', strasse: 'Hauptstraße' },
  { bezirk: 'Brake', ziel: 'brake', strasse: 'Am Markt' },
  { bezirk: 'Brake', ziel: 'brake' },
  { bezirk: '32657', ziel: 'mitte' },
];
const bezirke = bezirkeIn(rows);
const problems = (value: readonly Readonly<Record<string, string>>[]) =>
  bezirkProblems(definitions, { bezirkeSteueramt: value }).map(
    ({ field, message }) => `${field}: ${message}`,
  );

const nummer = fc.record({ zahl: fc.integer({ min: 1, max: 60 }), zusatz: fc.constantFrom('', 'a', 'c') });
const abschnitt: fc.Arbitrary<Abschnitt> = fc
  .record({
    a: fc.option(nummer),
    b: fc.option(nummer),
    seite: fc.constantFrom<Seite>('gerade', 'ungerade', null),
  })
  .map(({ a, b, seite }) => {
    const turned = a !== null && b !== null && b.zahl <= a.zahl;
    return { strasse: 'X', von: turned ? b : a, bis: turned ? a : b, seite };
  })
  .filter(({ von, bis, seite }) => (von ?? bis ?? seite) !== null && (von?.zahl ?? 0) !== (bis?.zahl ?? 61));
const numbers = Array.from({ length: 70 }, (_, index) =>
  ['', 'a', 'b', 'c', 'd'].map((zusatz) => ({ zahl: index + 1, zusatz })),
).flat();

describe('an office by street and house number', () => {
  it('sends an Antrag to the stretch with its house number, then the street, the Ortsteil, the Postleitzahl', () => {
    const to = (strasse: string, hausnummer: string, more = {}) =>
      zielIn(bezirke, { plz: '32657', strasse, hausnummer, ...more });
    assert.equal(to('Hauptstraße', '7'), 'nord');
    assert.equal(to('HAUPTSTRASSE', '20 A'), 'süd');
    assert.equal(to('Haupt-Str.', '20b'), 'west');
    assert.equal(to('Hauptstraße', ''), 'west');
    assert.equal(to('Am Markt', '3'), 'mitte');
    assert.equal(to('Am Markt', '3', { ortsteil: 'brake' }), 'brake');
    assert.equal(zielIn(bezirke, { plz: '99999', strasse: 'Nebenweg', hausnummer: '1' }), null);
  });

  it('reads house numbers as people write them, and „bis 12“ takes 12a in', () => {
    assert.deepEqual(hausnummerIn(' 12 B '), { zahl: 12, zusatz: 'b' });
    assert.deepEqual(hausnummerIn('12-14'), { zahl: 12, zusatz: '' });
    assert.equal(hausnummerIn('Postfach 3'), null);
    const upTo = { strasse: 'X', von: null, bis: { zahl: 12, zusatz: '' }, seite: null };
    assert.equal(liegtIn(upTo, { zahl: 12, zusatz: 'a' }), true);
    assert.equal(foldStrasse('Am Haupt - Str.'), foldStrasse('am hauptstraße'));
  });

  it('says of a row what is wrong with it: numbers without a street, what is no number, a turned range, a doubled stretch', () => {
    assert.deepEqual(problems(rows), []);
    const first = { bezirk: '', ziel: 'a' };
    assert.match(
      problems([{ ...first, von: '3' }])[0] ?? '',
      /0\.bezirk: .*eine Postleitzahl, einen Ortsteil oder eine Straße/,
    );
    assert.match(
      problems([{ ...first, bezirk: '32657', von: '3' }])[0] ?? '',
      /0\.strasse: .*gehören zu einer Straße/,
    );
    assert.match(problems([{ ...first, strasse: 'X', von: 'drei' }])[0] ?? '', /0\.von: .*keine Hausnummer/);
    assert.match(
      problems([{ ...first, strasse: 'X', von: '9', bis: '3' }])[0] ?? '',
      /0\.bis: .*3 liegt vor 9/,
    );
    assert.match(
      problems([{ ...first, strasse: 'X', seite: 'links' }])[0] ?? '',
      /0\.seite: .*„gerade“, „ungerade“/,
    );
    const doubled = problems([
      { ...first, strasse: 'Gasse', von: '1', bis: '10' },
      { ...first, strasse: 'gasse', von: '10a', bis: '12' },
    ]);
    assert.match(doubled[0] ?? '', /1\.strasse: .*„gasse 10a bis 12“ überschneidet sich mit Zeile 1/);
  });

  it('finds every overlap that a house number would meet, and none else', () => {
    fc.assert(
      fc.property(abschnitt, abschnitt, (a, b) => {
        const shared = numbers.some((each) => liegtIn(a, each) && liegtIn(b, each));
        const open =
          a.bis === null && b.bis === null && (a.seite === null || b.seite === null || a.seite === b.seite);
        assert.equal(ueberschneiden(a, b), shared || open);
        assert.equal(ueberschneiden(a, b), ueberschneiden(b, a));
      }),
    );
  });

  it('two rows that do not clash never both claim a house number', () => {
    const bezirk = fc.record({
      bezirk: fc.constantFrom('', 'Brake', '32657'),
      ziel: fc.constant('x'),
      abschnitt,
    });
    fc.assert(
      fc.property(bezirk, bezirk, (a: Bezirk, b: Bezirk) => {
        if (clash(a, b) || (a.bezirk !== '' && b.bezirk !== '' && a.bezirk !== b.bezirk)) return;
        assert.ok(
          !numbers.some(
            (each) => a.abschnitt && b.abschnitt && liegtIn(a.abschnitt, each) && liegtIn(b.abschnitt, each),
          ),
        );
      }),
    );
  });

  it('names the gap between two stretches, of one side where only one is named, and none where the street is named whole', () => {
    const at = (von: number, bis: number | null, seite: Abschnitt['seite'] = null): Abschnitt => ({
      strasse: 'X',
      von: { zahl: von, zusatz: '' },
      bis: bis === null ? null : { zahl: bis, zusatz: '' },
      seite,
    });
    assert.deepEqual(luecken([at(1, 19), at(25, null)]), ['20 bis 24']);
    assert.deepEqual(luecken([at(2, 8, 'gerade'), at(14, 20, 'gerade')]), ['10 bis 12']);
    assert.deepEqual(luecken([at(1, 9, 'ungerade'), at(2, 6, 'gerade')]), ['8']);
    assert.deepEqual(
      luecken([at(1, 19), at(25, null), { strasse: 'X', von: null, bis: null, seite: null }]),
      [],
    );
  });
});
