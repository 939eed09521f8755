import { performance } from 'node:perf_hooks';
import { placeInLine, placesOf, routeOf } from '#routing';
import { placeOf } from '../src/contexts/routing/domain/places-of.ts';
import {
  hundInLemgo,
  lemgoAuftritt,
  shippedRouting,
  today,
  withLocal,
} from '../src/contexts/routing/testing/routing-world.ts';
import { type FigureHead, figureOf } from './support/figure.ts';
import { loadToTheFull } from './support/full-load.ts';
import { emptyPlace, startedAt } from './support/installation.ts';
import { memoryOfTree } from './support/process-memory.ts';
import { report } from './support/report.ts';

/** How fast a place is found and a route decided, in one process; how many routes a second come through HTTP. */

const samples = 20_000;
const bare = await shippedRouting();
const world = withLocal(bare, { dienste: [hundInLemgo], auftritte: [lemgoAuftritt] });
const { leistungen } = world.catalogue;
const { rows } = world.places;

await report('routing', 'Routing', async () => {
  const figures = [
    measure(
      { ...micro('route', 'A route with all reasons, any Leistung at any place'), limit: 0.02 },
      (i) => {
        const ask = { leistungId: at(leistungen, i * 7919).id, place: placeOf(at(rows, i * 104_729)) };
        return routeOf(world, { ...ask, tag: today, fuer: 'buerger' }).ok;
      },
    ),
    measure(
      micro('place-by-name', 'A place by its name'),
      (i) => placesOf(world.places, at(rows, i * 104_729).name).kind !== 'none',
    ),
    measure(micro('place-by-position', 'A place by position'), (i) => {
      const { lat, lon } = at(rows, i * 104_729);
      return placesOf(world.places, { lat, lon }).kind === 'several';
    }),
    measure(
      micro('near-names', 'Near names for a slip of the keyboard'),
      (i) => placesOf(world.places, `${at(rows, i * 104_729).name}qx`).kind === 'none',
    ),
    measure(
      micro('place-in-line', 'The place in a line of words'),
      (i) => placeInLine(world.places, `hund anmelden in ${at(rows, i * 104_729).name}`) !== null,
    ),
  ];
  const memory = memoryOfTree(process.pid);
  return { figures: [...figures, ...(await throughHttp())], memory };
});

function measure(head: FigureHead, run: (index: number) => boolean) {
  for (let index = 0; index < 2_000; index += 1) run(index);
  const times: number[] = [];
  let errors = 0;
  for (let index = 0; index < samples; index += 1) {
    const start = performance.now();
    const good = run(index);
    const took = performance.now() - start;
    if (good) times.push(took);
    else errors += 1;
  }
  return figureOf(head, times, errors);
}

/** The two standard doors, as fast as they answer, from several connections on the same cores. */
async function throughHttp() {
  await using place = emptyPlace();
  await using installation = await startedAt(place, undefined, { LEITWERK_TRUST_PROXY: 'yes' });
  const ways = [
    ['fit-connect', 'FIT-Connect routes', 'api.localhost', routesPath],
    ['wege', 'Routes of the JSON API', 'localhost', wegePath],
  ] as const;
  const figures = [];
  for (const [id, what, host, path] of ways) {
    const { perSecond, errors } = await loadToTheFull({ port: installation.port, host, path, seconds: 10 });
    figures.push(figureOf({ id: `routing.${id}`, what, unit: 'a second', shown: 'p50' }, perSecond, errors));
  }
  return figures;
}

function routesPath(index: number): string {
  return `/fit-connect/routing/v2/routes?leikaKey=${keyOf(index)}&ags=${at(rows, index * 104_729).ags}`;
}

function wegePath(index: number): string {
  return `/api/v1/wege?leistung=${at(leistungen, index * 7919).id}&ags=${at(rows, index * 104_729).ags}`;
}

function keyOf(index: number): string {
  return at(leistungen, index * 7919).leika ?? '99102013002000';
}

function micro(id: string, what: string): FigureHead {
  return { id: `routing.${id}`, what, unit: 'ms', shown: 'p95' };
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('empty list');
  return item;
}
