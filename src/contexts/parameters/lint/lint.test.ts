import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allParameters, type ParameterFact, wirksamAt } from '#efa/parameter';
import { localDate } from '#kernel';
import type { Befund, Regel } from './befund.ts';
import { pruefe } from './lint.ts';

const kinds = {
  hint: null,
  norm: null,
  required: true,
  filledBy: 'Kommune',
  min: null,
  max: null,
  columns: [],
  minRows: 0,
  maxRows: 9,
} as const;
const column = (id: string, kind: 'text' | 'integer' | 'money') => ({ ...kinds, id, label: id, kind });
const definitions = allParameters({
  id: 'hund',
  version: 1,
  title: 'Hund',
  summary: '',
  land: '05',
  covers: [{ leika: '1', name: 'Hundesteuer', office: 'steueramt', normen: [], abweichungen: [] }],
  parameters: [
    { ...kinds, id: 'kommuneName', label: 'Name der Kommune', kind: 'text' },
    { ...kinds, id: 'satzung', label: 'Satzung', kind: 'url' },
    {
      ...kinds,
      id: 'staffel',
      label: 'Hundesteuer',
      kind: 'table',
      columns: [
        column('klasse', 'text'),
        column('abHunden', 'integer'),
        column('bisHunde', 'integer'),
        column('betrag', 'money'),
      ],
    },
  ],
});

const sound = {
  kommuneName: 'Lemgo',
  satzung: 'https://www.lemgo.example/satzung',
  staffel: [
    { klasse: 'normal', abHunden: 1, bisHunde: 1, betrag: 9_000 },
    { klasse: 'normal', abHunden: 2, bisHunde: null, betrag: 10_800 },
    { klasse: 'gefaehrlich', abHunden: 1, bisHunde: null, betrag: 61_200 },
  ],
  zustellpunktSteueramt: '11111111-1111-4111-8111-111111111111',
  stelleName: 'Steueramt',
  stelleAnschrift: 'Marktplatz 1, 32657 Lemgo',
  stelleTelefon: '05261 213-0',
  stelleEmail: 'steueramt@lemgo.example',
  stelleOeffnungszeiten: 'Montag bis Freitag 8 bis 12 Uhr',
  datenschutzVerantwortlich: 'Alte Hansestadt Lemgo',
  datenschutzKontakt: 'datenschutz@lemgo.example',
} as const;

function found(
  change: Readonly<Record<string, unknown>>,
  more: readonly ParameterFact[] = [],
): readonly Befund[] {
  const own = Object.entries({ ...sound, ...change }).flatMap(
    ([name, wert], nummer): readonly ParameterFact[] =>
      wert === undefined ? [] : [factOf(nummer, name, wert)],
  );
  const facts = [...own, ...more];
  const date = localDate('2026-11-22');
  return pruefe({
    kommune: { ags: '05766044', name: 'Lemgo' },
    date,
    definitions,
    facts,
    wirksam: wirksamAt(facts, { date }),
    plz: ['32657', '32658'],
    zuSchwer: (text) => (text.includes('vollumfänglich') ? 'Ein Satz hat 40 Wörter (höchstens 30).' : null),
  });
}

function factOf(
  nummer: number,
  name: string,
  wert: unknown,
  more: Partial<ParameterFact> = {},
): ParameterFact {
  const said = { verbindlich: false, sagt: '', grundlage: '', erfasstVon: 'test', ebene: 'kommune' } as const;
  const stated: ParameterFact['wert'] = JSON.parse(JSON.stringify(wert));
  return {
    nummer,
    name,
    wert: stated,
    giltAb: localDate('2026-01-01'),
    erfasstAm: new Date(0),
    ...said,
    ...more,
  };
}

const target = '11111111-1111-4111-8111-111111111111';

const faults: readonly (readonly [Regel, string, Readonly<Record<string, unknown>>, string, RegExp])[] = [
  ['fehlt', 'a required value is missing', { satzung: undefined }, 'satzung', /fehlt\. Ohne sie geht/],
  [
    'staffel',
    'a gap between two rows',
    {
      staffel: [
        { klasse: 'normal', abHunden: 1, bisHunde: 1, betrag: 1 },
        { klasse: 'normal', abHunden: 4, bisHunde: null, betrag: 1 },
      ],
    },
    'staffel.1.abHunden',
    /Lücke: Für 2 bis 3 gilt kein Betrag/,
  ],
  [
    'staffel',
    'an overlap',
    {
      staffel: [
        { klasse: 'normal', abHunden: 1, bisHunde: 3, betrag: 1 },
        { klasse: 'normal', abHunden: 3, bisHunde: null, betrag: 1 },
      ],
    },
    'staffel.1.abHunden',
    /Für 3 gelten zwei Beträge/,
  ],
  [
    'staffel',
    'a turned range',
    { staffel: [{ klasse: 'normal', abHunden: 3, bisHunde: 1, betrag: 1 }] },
    'staffel.0.bisHunde',
    /„bis 1“ ist kleiner als „ab 3“/,
  ],
  [
    'staffel',
    'no row that is open upwards',
    { staffel: [{ klasse: 'normal', abHunden: 1, bisHunde: 5, betrag: 1 }] },
    'staffel.0.bisHunde',
    /Ab 6 gilt kein Betrag/,
  ],
  ['platzhalter', 'a placeholder', { stelleName: 'xxx Steueramt' }, 'stelleName', /Platzhalter: „xxx“/],
  [
    'adresse',
    'an address of the intranet',
    { satzung: 'https://intranet.lemgo.example/x' },
    'satzung',
    /führt in das Intranet/,
  ],
  [
    'adresse',
    'an address without https in a text',
    { stelleOeffnungszeiten: 'Siehe www.lemgo.example.' },
    'stelleOeffnungszeiten',
    /Vorn fehlt https/,
  ],
  [
    'kontakt',
    'a phone number that nobody can dial',
    { stelleTelefon: '+49 (0) 5261' },
    'stelleTelefon',
    /keine Telefonnummer/,
  ],
  [
    'kontakt',
    'an office at a private provider',
    { stelleEmail: 'steueramt-lemgo@gmx.de' },
    'stelleEmail',
    /privaten Anbieter/,
  ],
  [
    'kontakt',
    'the address of a person',
    { stelleEmail: 'erika.muster@lemgo.example' },
    'stelleEmail',
    /Adresse einer Person/,
  ],
  [
    'widerspruch',
    'the name of another Kommune',
    { kommuneName: 'Detmold' },
    'kommuneName',
    /Hier steht „Detmold“, die Kommune heißt Lemgo/,
  ],
  [
    'widerspruch',
    'a Postleitzahl of another Kommune',
    { stelleAnschrift: 'Markt 1, 32756 Detmold' },
    'stelleAnschrift',
    /32756 liegt nicht in Lemgo/,
  ],
  [
    'abgelaufen',
    'a text that has ended',
    { stelleOeffnungszeiten: 'Bis zum 31.12.2025 nur nach Termin.' },
    'stelleOeffnungszeiten',
    /nur bis zum 31\.12\.2025/,
  ],
  [
    'abgelaufen',
    'a closing day of the past',
    { stelleSchliesstage: [{ von: '2025-12-24', anlass: 'Heiligabend' }] },
    'stelleSchliesstage.0.bis',
    /seit dem 24\.12\.2025 vorbei/,
  ],
  [
    'widerspruch',
    'closing days that end before they begin',
    { stelleSchliesstage: [{ von: '2026-12-31', bis: '2026-12-24', anlass: 'Ferien' }] },
    'stelleSchliesstage.0.bis',
    /beginnt aber erst am 31\.12\.2026/,
  ],
  [
    'zu-lang',
    'a text that is too long',
    { stelleName: 'Amt '.repeat(90) },
    'stelleName',
    /gut zu lesen sind höchstens 300/,
  ],
  [
    'zu-schwer',
    'a text that is too hard',
    { kommuneName: 'Lemgo ist vollumfänglich zuständig.' },
    'kommuneName',
    /schwer zu lesen/,
  ],
  [
    'bezirke',
    'a Postleitzahl without an office',
    { bezirkeSteueramt: [{ bezirk: '32657', ziel: target }] },
    'bezirkeSteueramt',
    /Für 32658 ist keine Stelle genannt/,
  ],
  [
    'bezirke',
    'a Postleitzahl of another town',
    {
      bezirkeSteueramt: [
        { bezirk: '32657', ziel: target },
        { bezirk: '32658', ziel: target },
        { bezirk: '33333', ziel: target },
      ],
    },
    'bezirkeSteueramt.2.bezirk',
    /33333 liegt nicht in Lemgo/,
  ],
  [
    'bezirke',
    'house numbers with two offices',
    {
      bezirkeSteueramt: [
        { ziel: target, strasse: 'Mittelstraße', von: '1', bis: '20' },
        { ziel: target, strasse: 'Mittelstr.', von: '18', seite: 'gerade' },
      ],
    },
    'bezirkeSteueramt.1.strasse',
    /„Mittelstr\. ab 18, gerade“ überschneidet sich mit Zeile 1, „Mittelstraße 1 bis 20“/,
  ],
  [
    'bezirke',
    'house numbers without an office',
    {
      bezirkeSteueramt: [
        { ziel: target, strasse: 'Mittelstraße', bis: '19' },
        { ziel: target, strasse: 'Mittelstraße', von: '25' },
      ],
    },
    'bezirkeSteueramt.0.strasse',
    /Mittelstraße: Für 20 bis 24 ist keine Stelle genannt/,
  ],
];

describe('The linter of parameters', () => {
  it('says nothing of values that are sound', () => {
    assert.deepEqual(found({}), []);
  });

  for (const [regel, what, change, feld, words] of faults)
    it(`finds ${what}, with place and remedy`, () => {
      const befund = found(change).find((each) => each.regel === regel && each.feld === feld);
      assert.ok(befund, JSON.stringify(found(change)));
      assert.match(befund.text, words);
      assert.ok(befund.abhilfe.length > 10 && befund.ort.startsWith('„'));
    });

  it('tells a Kommune whose own value a binding one overrides', () => {
    const bound = { ebene: 'land', verbindlich: true, sagt: 'Land NRW', grundlage: '§ 1' } as const;
    const [befund] = found({}, [factOf(99, 'satzung', 'https://land.example/s', bound)]);
    assert.match(
      befund?.text ?? '',
      /Ihr eigener Wert wirkt nicht: Land NRW gibt hier verbindlich etwas anderes vor/,
    );
  });

  it('tells what will be missing on a planned day', () => {
    const away = factOf(99, 'satzung', null, { giltAb: localDate('2027-01-01') });
    assert.match(found({}, [away])[0]?.text ?? '', /fehlt ab dem 01\.01\.2027/);
  });
});
