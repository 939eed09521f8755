import fc from 'fast-check';
import { localDate } from '#kernel';
import {
  beitrittsregeln,
  type Kostenplan,
  kostenarten,
  type Position,
  rundungen,
  type Schicht,
  type Uebertrag,
  type Zahler,
} from '../domain/kostenplan.ts';
import { gleich, planOf, position } from './plaene.ts';

const weighted = [
  'einwohner',
  'nutzung',
  'zielgruppe',
  'fest',
  'koenigsteiner',
  'koenigsteiner_angepasst',
] as const;
const keys = [...weighted, 'gleich', 'mix'];

const payers = fc
  .uniqueArray(
    fc.record({
      kennung: fc.integer({ min: 1, max: 9_999 }).map((n) => String(n).padStart(4, '0')),
      gruppen: fc.constantFrom(['land'], ['kommune'], ['land', 'kommune']),
      von: fc.constantFrom(undefined, localDate('2026-05-17'), localDate('2026-11-01')),
      bis: fc.constantFrom(undefined, localDate('2026-08-31')),
      werte: fc.tuple(fc.integer({ min: 1, max: 1_100_000 }), fc.nat(5_000), fc.nat(300)),
    }),
    { minLength: 1, maxLength: 12, selector: ({ kennung }) => kennung },
  )
  // Somebody bears every layer all the year, with a weight in every key.
  .map((all) => [
    ...all,
    {
      kennung: '10000',
      gruppen: ['land', 'kommune'],
      von: undefined,
      bis: undefined,
      werte: [17, 3, 1] as const,
    },
  ]);

const positions = fc.array(
  fc.record({
    cent: fc.bigInt({ min: 0n, max: 10n ** 11n }),
    art: fc.constantFrom(...kostenarten),
    schluessel: fc.constantFrom(...keys),
    steuer: fc.constantFrom('nicht-steuerbar-2b', 'regelsatz', 'wechsel'),
    preis: fc.constantFrom(null, '12.5', '199/3'),
  }),
  { minLength: 1, maxLength: 5 },
);

const carries = fc.array(
  fc.record({
    cent: fc.bigInt({ min: -(10n ** 7n), max: 10n ** 6n }),
    zahler: fc.constantFrom(null, '10000'),
    regel: fc.constantFrom('nicht-steuerbar-2b', 'regelsatz'),
  }),
  { maxLength: 3 },
);

const shares = fc.constantFrom(['1'], ['0.5', '0.5'], ['1/3', '2/3'], ['0.25', '0.125', '0.625']);

/** Any plan that can be apportioned: every key, layers, months, tax, fixed and per case. */
export const beliebigePlaene: fc.Arbitrary<Kostenplan> = fc
  .tuple(
    payers,
    positions,
    carries,
    shares,
    fc.constantFrom(...rundungen),
    fc.constantFrom(...beitrittsregeln),
    fc.boolean(),
  )
  .map(([all, parts, left, anteile, rundung, beitritt, einstimmig]) =>
    planOf({
      rundung,
      beitritt,
      beschluss: { gremium: 'Steuerungsgruppe', am: localDate('2026-01-10'), einstimmig },
      uebertraege: left.map(toUebertrag),
      zahler: all.map(({ werte: _, kennung, ...rest }): Zahler => ({ kennung, name: kennung, ...rest })),
      schluessel: [
        ...weighted.map((art, at) => ({
          id: art,
          titel: art,
          art,
          renormiert: at > 2,
          werte: Object.fromEntries(all.map(({ kennung, werte }) => [kennung, String(werte[at % 3] ?? 0)])),
        })),
        gleich,
        {
          id: 'mix',
          titel: 'Halb und halb',
          art: 'kombination',
          teile: [
            { schluessel: 'einwohner', gewicht: '0.7' },
            { schluessel: 'nutzung', gewicht: '0.3' },
          ],
        },
      ],
      positionen: parts.map(toPosition),
      finanzierung: {
        modell: 'eigen',
        titel: 'Eigene',
        vorab: [{ id: 'sitz', titel: 'Sitz', anteil: '0.1', zahler: '10000', merkmal: 'personal' }],
        schichten: anteile.map(
          (anteil, at): Schicht => ({
            id: `s${at}`,
            titel: `Schicht ${at}`,
            anteil,
            gruppen: at % 2 === 0 ? ['land', 'kommune'] : ['kommune'],
            schluessel: at === 1 ? 'einwohner' : null,
          }),
        ),
      },
    }),
  );

function toUebertrag(left: { cent: bigint; zahler: string | null; regel: string }, at: number): Uebertrag {
  return {
    id: `u${at}`,
    titel: `Übertrag ${at}`,
    ausJahr: 2025,
    cent: left.cent,
    zahler: left.zahler,
    schluessel: left.zahler === null ? 'einwohner' : null,
    steuer: { regel: left.regel, satz: left.regel === 'regelsatz' ? '0.19' : '0', norm: '' },
  };
}

function toPosition(
  part: { cent: bigint; art: Position['art']; schluessel: string; steuer: string; preis: string | null },
  at: number,
): Position {
  const perCase = part.preis !== null && part.schluessel === 'nutzung';
  return position(part.cent, {
    id: `p${at}`,
    titel: `Position ${at}`,
    art: part.art,
    schluessel: part.schluessel,
    merkmal: at % 2 === 0 ? 'personal' : undefined,
    betrag: perCase ? { art: 'je-fall', preisCent: part.preis ?? '0' } : { art: 'fest', cent: part.cent },
    steuer:
      part.steuer === 'wechsel'
        ? [
            { ab: null, regel: 'nicht-steuerbar-2b' },
            { ab: localDate('2026-09-01'), regel: 'regelsatz' },
          ]
        : [{ ab: null, regel: part.steuer }],
  });
}
