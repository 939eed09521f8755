import fc from 'fast-check';
import { evidenceGrades, type LocalDate, localDate } from '#kernel';
import type { Bestimmung } from '../domain/bestimmung.ts';
import type { DutyBody, DutyFacts } from '../domain/compiled-duties.ts';
import type { Ende } from '../domain/ende.ts';
import { type Groessenklasse, gemeindeklassen } from '../domain/groessenklasse.ts';
import type { Regel, Verteilungswert } from '../domain/regel.ts';
import { type DutyLeistung, keineReichweite } from '../domain/reichweite.ts';
import type { Uebertragung } from '../domain/uebertragung.ts';
import type { Asked } from './remove-link.ts';

/** A small country of two Kreise and random law: rules that overlap, end, contradict and hand tasks around. */

export const leistung: DutyLeistung = {
  id: 'L00001',
  leika: '99001001001000',
  objekt: '99001001',
  ozgId: 10001,
  typ: '2/3',
};

export const bodies: readonly DutyBody[] = [
  { ags: '05001', name: 'Kreis Eins', art: 'kreis', kreisAgs: null },
  { ags: '05002', name: 'Kreis Zwei', art: 'kreis', kreisAgs: null },
  { ags: '05000000', name: 'Freistadt', art: 'stadt', kreisAgs: null },
  ...['05001001', '05001002', '05001003', '05002001'].map((ags) => ({
    ags,
    name: `Gemeinde ${ags}`,
    art: 'gemeinde',
    kreisAgs: ags.slice(0, 5),
  })),
];

const source = { title: 'erfunden', url: null };
const dates = ['2019-01-01', '2020-01-01', '2021-01-01', '2022-01-01'].map(localDate);
const date = fc.constantFrom(...dates);
const dateOrNull = fc.option(date, { nil: null });
const evidenz = fc.constantFrom(...evidenceGrades);
const validity = fc.tuple(dateOrNull, dateOrNull).map(([a, b]) => {
  const swapped = a !== null && b !== null && b < a;
  return { validFrom: swapped ? b : a, validTo: swapped ? a : b };
});

const gemeindewert = fc.constantFrom<Verteilungswert>('S', 'K', 'A', 'L', 'X', '-');
const kreiswert = fc.constantFrom<Verteilungswert>('S', 'S', 'S', 'L', '-');

const verteilung = fc.record({
  'kreisfreie-stadt': gemeindewert,
  'grosse-kreisangehoerige-stadt': gemeindewert,
  'mittlere-kreisangehoerige-stadt': gemeindewert,
  'kreisangehoerige-gemeinde': gemeindewert,
  kreis: kreiswert,
  staedteregion: kreiswert,
});

const reichweite = fc.constantFrom(
  { ...keineReichweite, ozgIds: [10001] },
  { ...keineReichweite, ozgIds: [10001], verrichtungen: ['001', '002'] },
  { ...keineReichweite, objekte: ['99001001'] },
  { ...keineReichweite, objekte: ['99001001'], verrichtungen: ['001'] },
  { ...keineReichweite, objekte: ['99001001'], verrichtungen: ['002'] },
  { ...keineReichweite, schluessel: ['99001001001000'] },
  { ...keineReichweite, ozgIds: [10002] },
);

const regeln: fc.Arbitrary<readonly Regel[]> = fc
  .array(
    fc.record({
      reichweite,
      verteilung,
      stelle: fc.constantFrom('Bezirksregierung', 'Kammer'),
      evidenz,
      validity,
      ausserKraft: fc.nat(9).map((n) => n === 0),
      nachfolgeGeprueft: fc.boolean(),
      auchTyp1: fc.constantFrom(null, 'Die Norm geht vor'),
      vorbehalt: fc.nat(5).map((n) => n === 0),
    }),
    { maxLength: 4 },
  )
  .map((rows) =>
    rows.map(({ validity: { validFrom, validTo }, vorbehalt, ...row }, index) => ({
      ...row,
      id: `regel-${index}`,
      aufgabeId: `aufgabe-${index % 3}`,
      land: '05',
      aufgabe: `Aufgabe ${index}`,
      norm: `§ ${index}`,
      quellen: [source],
      beleg: 'erfunden',
      validFrom,
      validTo,
      vorbehalte: vorbehalt ? [{ grund: `Vorbehalt ${index}`, fuer: null, ausser: [] }] : [],
      bemerkung: null,
    })),
  );

const ags = fc.constantFrom(...bodies.map((body) => body.ags));
const aufgabeIds = fc.subarray(['aufgabe-0', 'aufgabe-1', 'aufgabe-2'], { minLength: 1 });

const nach = fc.oneof(
  fc.constantFrom(...bodies).map((body) => ({ name: body.name, ags: body.ags })),
  fc.constantFrom({ name: 'Zweckverband', ags: null }, null),
);

const uebertragungen: fc.Arbitrary<readonly Uebertragung[]> = fc
  .array(
    fc.record({
      von: ags,
      nach,
      gebiet: fc.option(fc.array(ags, { maxLength: 3 }), { nil: null }),
      aufgabeIds,
      evidenz,
      validity,
    }),
    {
      maxLength: 4,
    },
  )
  .map((rows) =>
    rows.map(({ validity: { validFrom, validTo }, ...row }, index) => ({
      ...row,
      id: `uebertragung-${index}`,
      reichweite: null,
      norm: `Vereinbarung ${index}`,
      source,
      validFrom,
      validTo,
      erfunden: true,
      note: null,
    })),
  );

const bestimmungen: fc.Arbitrary<readonly Bestimmung[]> = fc
  .array(
    fc.record({
      ags,
      aufgabeId: fc.constantFrom('aufgabe-0', 'aufgabe-1'),
      bestimmt: fc.boolean(),
      evidenz,
      validity,
    }),
    {
      maxLength: 5,
    },
  )
  .map((rows) =>
    rows.map(({ validity: { validFrom, validTo }, ...row }, index) => ({
      ...row,
      id: `bestimmung-${index}`,
      source,
      validFrom,
      validTo,
      erfunden: true,
      note: null,
    })),
  );

const klassen = fc.array(
  fc.option(fc.constantFrom<Groessenklasse>(...gemeindeklassen), { nil: null, freq: 8 }),
  {
    minLength: bodies.length,
    maxLength: bodies.length,
  },
);

/** Now and then the Leistung ends. */
const ende: fc.Arbitrary<Ende | null> = fc
  .tuple(fc.nat(5), date, evidenz)
  .map(([luck, letzterTag, grade]) =>
    luck > 0
      ? null
      : { leistungId: leistung.id, letzterTag, grund: 'abgeschafft', source, evidenz: grade, note: null },
  );

export const syntheticFacts: fc.Arbitrary<DutyFacts> = fc
  .record({
    regelwerk: fc.record({ regeln, uebertragungen, bestimmungen }),
    klassen,
    ende,
    typ: fc.constantFrom('2/3', '2/3', '4', '5', '1', '6', '99', null),
  })
  .map(({ regelwerk, klassen, ende, typ }) => ({
    regelwerk,
    leistungen: [{ ...leistung, typ }],
    enden: new Map(ende === null ? [] : [[leistung.id, ende]]),
    bodies,
    klasseOn: klasseLookup(klassen),
  }));

function klasseLookup(klassen: readonly (Groessenklasse | null)[]) {
  return (key: string) => {
    const index = bodies.findIndex((body) => body.ags === key);
    const klasse = bodies[index]?.art === 'kreis' ? 'kreis' : (klassen[index] ?? null);
    const grade = 'norm-gelesen' as const;
    return klasse === null ? null : { klasse, validFrom: null, validTo: null, source, grade, note: null };
  };
}

export const syntheticQuestion: fc.Arbitrary<Asked> = fc
  .record({ facts: syntheticFacts, body: fc.constantFrom(...bodies), date })
  .map(({ facts, body, date }: { facts: DutyFacts; body: DutyBody; date: LocalDate }) => ({
    facts,
    leistung: facts.leistungen[0] ?? leistung,
    body,
    date,
  }));
