import { performance } from 'node:perf_hooks';
import { placeInLine, placesOf, routeOf } from '#routing';
import { placeOf } from '../src/contexts/routing/domain/places-of.ts';
import {
  hundesteuer,
  hundInLemgo,
  lemgoAgs,
  lemgoAuftritt,
  shippedRouting,
  today,
  withLocal,
} from '../src/contexts/routing/testing/routing-world.ts';
import { erklaerungsgrund } from '../test/support/checkliste.ts';
import { lemgoValues } from '../test/support/hund-live.ts';
import { type FigureHead, figureOf } from './support/figure.ts';
import { loadToTheFull } from './support/full-load.ts';
import { emptyPlace, type Installation, startedAt } from './support/installation.ts';
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

/** The two doors of routes, as fast as they answer over many connections; the generator works on the same cores. */
async function throughHttp() {
  await using place = emptyPlace();
  await using installation = await startedAt(place, undefined, { LEITWERK_TRUST_PROXY: 'yes' });
  await goLive(installation);
  const nrw = rows.filter(({ landCode }) => landCode === '05');
  const doors = [
    {
      id: 'fit-connect',
      what: 'A route of the FIT-Connect Routing API, signed, at full load',
      host: 'api.localhost',
      path: () => `/fit-connect/routing/v2/routes?leikaKey=${hundesteuer}&ags=${lemgoAgs}`,
    },
    {
      id: 'wege',
      what: 'A route of the JSON API with all reasons, at full load',
      host: 'localhost',
      path: (index: number) =>
        `/api/v1/wege?leistung=${at(leistungen, index * 7919).id}&ags=${at(nrw, index * 104_729).ags}`,
    },
  ];
  const figures = [];
  for (const { id, what, host, path } of doors) {
    const { perSecond, errors } = await loadToTheFull({ port: installation.port, host, path, seconds: 10 });
    // The time from one answer to the next, in each second: more than 3,000 a second are less than 0.333 ms.
    const between = perSecond.map((count) => 1000 / Math.max(count, 1));
    const head = { id: `routing.${id}`, what, unit: 'ms', shown: 'p95', limit: 1000 / 3000 } as const;
    figures.push(figureOf(head, between, errors));
  }
  return figures;
}

async function goLive(installation: Installation): Promise<void> {
  const listed = await installation.command('zustellpunkt', 'list', '--organisation', 'Lemgo', '--json');
  const values = JSON.stringify(lemgoValues(JSON.parse(listed)));
  const steps = [
    ['interest'],
    ['parameters', '--values', values],
    ['step', 'testen'],
    ['erklaeren', '--grund', erklaerungsgrund, '--bis', '2099-12-31', '--auch-gegen-pruefung', '-o', 'Lemgo'],
    ['step', 'live-schalten'],
  ];
  for (const [name = '', ...words] of steps)
    await installation.command('anbindung', name, 'hund-anmelden', ...words, '--kommune', 'Lemgo');
}

function micro(id: string, what: string): FigureHead {
  return { id: `routing.${id}`, what, unit: 'ms', shown: 'p95' };
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('empty list');
  return item;
}
