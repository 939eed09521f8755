import type { LocalDate } from '#kernel';
import type { Body } from '#territory';
import { listIndex } from '#ui';
import { type DutyStatistics, dutyStatistics } from '../domain/duty-statistics.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { dutyListDefinition } from './duty-list-definition.ts';
import { dutyRows } from './duty-rows.ts';

/** The prepared list of a body on a day, with its figures. */
export type PreparedDuties = ReturnType<typeof prepare>;

const mostKept = 24;

function prepare(world: DutiesWorld, body: Body, date: LocalDate) {
  const definition = dutyListDefinition(body.ags, date);
  const statistics: DutyStatistics = dutyStatistics(world.duties, [body], date);
  return { definition, index: listIndex(definition, dutyRows(world, body, date)), statistics };
}

/** Keeps the lists of the bodies that were asked for last, as long as the world stays the same. */
export function dutyListCache() {
  const byWorld = new WeakMap<DutiesWorld['duties'], Map<string, PreparedDuties>>();
  return (world: DutiesWorld, body: Body, date: LocalDate): PreparedDuties => {
    const kept = byWorld.get(world.duties) ?? new Map<string, PreparedDuties>();
    byWorld.set(world.duties, kept);
    const key = `${body.ags} ${date}`;
    const prepared = kept.get(key) ?? prepare(world, body, date);
    kept.delete(key);
    kept.set(key, prepared);
    const oldest = kept.keys().next();
    if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
    return prepared;
  };
}
