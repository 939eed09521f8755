import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type LocalDate, localDate } from '#kernel';
import { progress } from '../domain/columns/progress.ts';
import { scopeOf } from '../domain/columns/scope.ts';
import { dayNumber } from '../domain/columns/stand-fact.ts';
import { gesagtVon, standOn, takeOver } from '../domain/columns/stand-on.ts';
import { zustaende } from '../domain/zustand.ts';
import { openCompassWorld } from '../testing/compass-world.ts';
import { matrixOfWorld } from './matrix-of-world.ts';
import { readHistory } from './read-history.ts';

const leistungen = ['L00003', 'L00004', 'L00005'] as const;

interface Gesagt {
  readonly kommune: number;
  readonly leistung: number;
  readonly tag: number;
  /** `null` takes back what was said. */
  readonly zustand: (typeof zustaende)[number] | null;
  readonly fallzahl: number | null;
}

const gesagt: fc.Arbitrary<Gesagt> = fc.record({
  kommune: fc.nat(1),
  leistung: fc.nat(leistungen.length - 1),
  tag: fc.integer({ min: 1, max: 28 }),
  zustand: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...zustaende) }, fc.constant(null)),
  fallzahl: fc.option(fc.nat(500)),
});
const october = (tag: number): LocalDate => localDate(`2026-10-${String(tag).padStart(2, '0')}`);

test('a history with takings-back gives the same figures from memory as from plain SQL, read at once or as it grows', async () => {
  await using world = await openCompassWorld();
  const { superuser, db } = world.t;
  const kommunen = [world.lemgo.kommune, world.detmold.kommune];
  const matrix = matrixOfWorld(await world.deps.world(), world.deps.clock.today());
  const rowOf = (ags: string) => matrix.bodies.findIndex((each) => each.ags === ags);
  const columnOf = (id: string) => matrix.leistungen.findIndex((each) => each.id === id);
  const cells = kommunen.flatMap(({ ags }) =>
    leistungen.map((id) => ({ ags, id, cell: rowOf(ags) * matrix.leistungen.length + columnOf(id) })),
  );
  const scope = scopeOf(matrix, {
    body: ({ ags }) => kommunen.some((each) => each.ags === ags),
    leistung: ({ id }) => leistungen.some((each) => each === id),
    pflicht: null,
  });

  /** Says one after the other; what would take nothing back is left aside. */
  const say = async (all: readonly Gesagt[], fassungen: Map<string, { fassung: number; steht: boolean }>) => {
    for (const { kommune, leistung, tag, zustand, fallzahl } of all) {
      const { tenant, ags } = kommunen[kommune] ?? assert.fail();
      const id = leistungen[leistung] ?? assert.fail();
      const { fassung, steht } = fassungen.get(`${ags} ${id}`) ?? { fassung: 0, steht: false };
      if (zustand === null && !steht) continue;
      fassungen.set(`${ags} ${id}`, { fassung: fassung + 1, steht: zustand !== null });
      const cases = zustand === null ? null : fallzahl;
      await superuser.query(
        `insert into compass.stand (tenant_id, leistung_id, fassung, ags, gilt_ab, zustand, grund, fallzahl,
            fallzahl_jahr, fallzahl_art, angegeben_am)
          values ($1, $2, $3, $4, $5, $6::text, case when $6::text is null then null else 'erfunden' end, $7::int,
            case when $7::int is null then null else 2025 end, case when $7::int is null then null else 'gezaehlt' end, now())`,
        [tenant, id, fassung + 1, ags, october(tag), zustand, cases],
      );
    }
  };

  /** What plain SQL says of each cell on a day. */
  const bySql = async (day: LocalDate) => {
    const { rows } = await superuser.query<{
      ags: string;
      id: string;
      zustand: Gesagt['zustand'];
      fallzahl: number | null;
    }>(
      `select distinct on (tenant_id, leistung_id) ags, leistung_id as id, zustand, fallzahl from compass.stand
        where gilt_ab <= $1 order by tenant_id, leistung_id, fassung desc`,
      [day],
    );
    return cells.map(({ ags, id }) => {
      const row = rows.find((each) => each.ags === ags && each.id === id);
      return {
        zustand: row?.zustand ? zustaende.indexOf(row.zustand) + 1 : 0,
        fallzahl: row?.fallzahl ?? -1,
      };
    });
  };

  await fc.assert(
    fc.asyncProperty(
      fc.array(gesagt, { maxLength: 20 }),
      fc.array(gesagt, { minLength: 1, maxLength: 10 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 3 }),
      async (earlier, later, tage) => {
        await superuser.query('truncate compass.stand cascade');
        const fassungen = new Map();
        await say(earlier, fassungen);
        const tenants = kommunen.map(({ tenant }) => tenant);
        const live = await readHistory(db, matrix, tenants);
        const days = tage.toSorted((a, b) => a - b).map(october);
        const grown = days.map((day) => standOn(live.history, dayNumber(day)));
        await say(later, fassungen);
        await live.refresh((cell) => {
          for (const stand of grown) takeOver(live.history, stand, cell);
        });
        const whole = await readHistory(db, matrix, tenants);
        const over = progress(matrix, whole.history, scope, days.map(dayNumber));
        for (const [index, day] of days.entries()) {
          const expected = await bySql(day);
          for (const stand of [grown[index], standOn(whole.history, dayNumber(day))]) {
            assert.ok(stand);
            const found = cells.map(({ cell }) => gesagtVon(stand, cell));
            assert.deepEqual(
              found.map(({ zustand, fallzahl }) => ({ zustand, fallzahl })),
              expected,
            );
            assert.ok(
              found.every(({ reifegrad11, reifegrad20 }) => reifegrad11 === -1 && reifegrad20 === -1),
            );
          }
          const counts = new Uint32Array(16);
          for (const { zustand } of expected) counts[zustand] = (counts[zustand] ?? 0) + 1;
          assert.deepEqual(over.counts[index], counts);
        }
      },
    ),
    { numRuns: 40 },
  );
});
