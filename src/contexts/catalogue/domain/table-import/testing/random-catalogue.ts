import fc from 'fast-check';
import { parseLeikaKey } from '#standards/leika';
import type { KnownLeistung } from '../match.ts';
import type { LeistungFacts, RawLeistung } from '../raw-leistung.ts';

const nouns = [
  'Hund',
  'Gewerbe',
  'Bau',
  'Abfall',
  'Wohnsitz',
  'Fahrzeug',
  'Jagd',
  'Fischerei',
  'Schule',
  'Ehe',
];
const acts = ['Anmeldung', 'Abmeldung', 'Genehmigung', 'Erlaubnis', 'Auskunft', 'Befreiung'];

const name = fc
  .tuple(fc.constantFrom(...nouns), fc.constantFrom(...acts), fc.integer({ min: 0, max: 3 }))
  .map(([noun, act, number]) => `${noun} ${act}${number === 0 ? '' : ` Stufe ${number}`}`);
const key = fc.option(fc.integer({ min: 0, max: 400 }).map(keyOf), { freq: 3 });

function keyOf(number: number) {
  const parsed = parseLeikaKey(
    `99${String(100 + (number % 9)).padStart(6, '0')}${String(number).padStart(6, '0')}`,
  );
  return parsed.ok ? parsed.value : null;
}

const facts = fc.record(
  {
    leika: key,
    name,
    ozgId: fc.option(fc.integer({ min: 10_000, max: 10_004 })),
    typ: fc.constantFrom('2/3', '4', null),
    leistungstyp: fc.constant(null),
    sdg1: fc.constant(null),
    sdg2: fc.constant(null),
    gesetze: fc.array(fc.constantFrom('BauO NRW', 'GO NRW'), { maxLength: 2 }),
    rechtsgrundlagen: fc.constant([]),
  },
  { noNullPrototype: true },
);

/** A catalogue of one Fassung; keys are unique, names need not be. */
export const freshCatalogue: fc.Arbitrary<readonly KnownLeistung[]> = fc
  .array(facts, { minLength: 1, maxLength: 14 })
  .map((rows) =>
    withoutDoubledKeys(rows).map((row, at) => knownOf({ id: `L${String(at + 1).padStart(5, '0')}`, ...row })),
  );

function knownOf(row: LeistungFacts): KnownLeistung {
  return { id: row.id, facts: [row], alive: true };
}

function withoutDoubledKeys<T extends { readonly leika?: string | null | undefined }>(
  rows: readonly T[],
): T[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const doubled = row.leika ? seen.has(row.leika) : false;
    if (row.leika) seen.add(row.leika);
    return doubled ? { ...row, leika: null } : row;
  });
}

type Change = readonly [
  kind: 'rename' | 'split' | 'merge' | 'move' | 'end' | 'add' | 'rekey' | 'retype',
  at: number,
  row: LeistungFacts,
];

const change: fc.Arbitrary<Change> = fc.tuple(
  fc.constantFrom('rename', 'split', 'merge', 'move', 'end', 'add', 'rekey', 'retype'),
  fc.nat(20),
  facts.map((row) => ({ id: 'L00000', ...row })),
);

/** Renames, splits, merges, moves, ends, additions and new keys, any of them one after the other. */
export const randomRows: fc.Arbitrary<(rows: readonly RawLeistung[]) => readonly RawLeistung[]> = fc
  .array(change, { maxLength: 8 })
  .map((changes) => (rows) => numbered(withoutDoubledKeys(changes.reduce(changed, rows))));

function numbered(rows: readonly RawLeistung[]): readonly RawLeistung[] {
  return rows.map((row, at) => ({ ...row, line: at + 2 }));
}

function changed(
  rows: readonly RawLeistung[],
  [kind, position, { id: _id, ...row }]: Change,
): readonly RawLeistung[] {
  const at = rows.length === 0 ? 0 : position % rows.length;
  const old = rows[at];
  if (!old || kind === 'add') return [...rows, { ...row, line: 0 }];
  const rest = rows.filter((_, index) => index !== at);
  switch (kind) {
    case 'rename':
      return rows.with(at, { ...old, name: `${old.name} (neu)` });
    case 'move':
      return rows.with(at, { ...old, ozgId: row.ozgId });
    case 'rekey':
      return rows.with(at, { ...old, leika: row.leika });
    case 'retype':
      return rows.with(at, { ...old, typ: row.typ });
    case 'split':
      return [
        ...rest,
        { ...old, leika: null, name: `${old.name} Teil A` },
        { ...row, line: 0, ozgId: old.ozgId, name: `${old.name} Teil B` },
      ];
    case 'merge':
      return [
        ...rest.slice(1),
        { ...old, leika: row.leika, name: `${old.name} und ${rest[0]?.name ?? 'mehr'}` },
      ];
    default:
      return rest;
  }
}
