import { figureOf } from './support/figure.ts';
import { emptied, emptyPlace, startedAt } from './support/installation.ts';
import { type MemoryReport, memoryOfTree } from './support/process-memory.ts';
import { report } from './support/report.ts';

/** From `npm start` to the first page: on an empty data folder as after an install, and on one that is there. */

const runs = 10;
const npmStart = ['npm', 'start'];

await report('start', 'Start', async () => {
  const cold: number[] = [];
  const again: number[] = [];
  const memory: MemoryReport[] = [];
  for (let run = 0; run < runs; run += 1) {
    await using place = emptyPlace();
    // After an install nothing is compiled yet either.
    emptied(place.cache);
    cold.push(await startOnce(place, memory));
    again.push(await startOnce(place, memory));
  }
  const [most] = memory.toSorted((a, b) => b.total - a.total);
  return {
    figures: [
      figureOf(
        {
          id: 'start.cold',
          what: '`npm start` on an empty data folder until the first page',
          unit: 'ms',
          shown: 'max',
          limit: 15_000,
        },
        cold,
      ),
      figureOf(
        {
          id: 'start.again',
          what: '`npm start` on an existing data folder until the first page',
          unit: 'ms',
          shown: 'max',
          limit: 3_000,
        },
        again,
      ),
    ],
    ...(most ? { memory: most } : {}),
    details: { runs: { cold, again } },
  };
});

async function startOnce(place: Parameters<typeof startedAt>[0], memory: MemoryReport[]): Promise<number> {
  await using installation = await startedAt(place, npmStart);
  memory.push(memoryOfTree(installation.pid));
  return Math.round(installation.firstPageMs);
}
