import type { LocalDate } from '#kernel';
import type { Body } from '#territory';
import { foldText, listIndex } from '#ui';
import { decisionsOf } from '../domain/duty-list.ts';
import { statisticsOf } from '../domain/duty-statistics.ts';
import type { DutiesWorld } from '../duties-world.ts';
import { dutyListDefinition, searchText } from './duty-list-definition.ts';
import { dutyRows, type ListedLeistung, listedLeistungen } from './duty-rows.ts';

/** The prepared list of a body on a day, with its figures. */
export type PreparedDuties = ReturnType<typeof prepare>;

/** What is kept of one world: what all lists share, and the lists that were asked for last. */
interface Kept {
  readonly listed: readonly ListedLeistung[];
  readonly folded: (row: ListedLeistung) => string;
  readonly lists: Map<string, PreparedDuties>;
}

const mostKept = 24;

function prepare(world: DutiesWorld, { listed, folded }: Kept, body: Body, date: LocalDate) {
  const definition = dutyListDefinition(body.ags, date, folded);
  const decisions = decisionsOf(world.duties, body, date);
  return {
    definition,
    index: listIndex(definition, dutyRows(world, listed, body, date, decisions)),
    statistics: statisticsOf(world.duties, [decisions]),
  };
}

/** Keeps the lists of the bodies that were asked for last, as long as the world stays the same. */
export function dutyListCache() {
  const byWorld = new WeakMap<DutiesWorld['duties'], Kept>();
  return (world: DutiesWorld, body: Body, date: LocalDate): PreparedDuties => {
    const kept = byWorld.get(world.duties) ?? nothingKept(world);
    byWorld.set(world.duties, kept);
    const { lists } = kept;
    const key = `${body.ags} ${date}`;
    const prepared = lists.get(key) ?? prepare(world, kept, body, date);
    lists.delete(key);
    lists.set(key, prepared);
    const oldest = lists.keys().next();
    if (lists.size > mostKept && !oldest.done) lists.delete(oldest.value);
    return prepared;
  };
}

/** A text is folded when the first search looks at it, and for all bodies. */
function nothingKept(world: DutiesWorld): Kept {
  const texts: string[] = [];
  return {
    listed: listedLeistungen(world),
    folded: (row) => {
      const text = texts[row.position] ?? foldText(searchText(row));
      texts[row.position] = text;
      return text;
    },
    lists: new Map(),
  };
}
