import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Figure, figureOf } from './support/figure.ts';
import { type LoadResult, loadAtFixedRate, type Shot } from './support/http-load.ts';
import { emptyPlace, type Installation, startedAt } from './support/installation.ts';
import { writeLargeFeed } from './support/large-feed.ts';
import { detailsOf } from './support/load-figures.ts';
import { behindProxy } from './support/portal-visitor.ts';
import { watchMemory } from './support/process-memory.ts';
import { report } from './support/report.ts';

/** The search API in the shape of the PVOG at 100 requests a second, over the texts of the whole country. */

const perSecond = 100;
const samples = 5_000;
const objekte = 500_000;

const root = join(import.meta.dirname, '..');
const queries = linesOf('test/relevance/seen.jsonl').map(
  (line) => z.object({ query: z.string() }).parse(line).query,
);
const places = linesOf('data/gebiet/gemeinden-nrw.jsonl')
  .slice(1)
  .map((line) => z.object({ ars: z.string(), name: z.string() }).parse(line));

await report('pvog', 'Suchdienst', async () => {
  await using place = emptyPlace();
  await using installation = await startedAt(place, undefined, behindProxy);
  const feed = await readIn(installation, join(place.folder, 'land.xml'));
  const memory = watchMemory(installation.pid, 5_000);
  const measured = await loadAtFixedRate({
    perSecond,
    wanted: samples,
    warmUp: perSecond * 5,
    shot: (index) => shotOf(installation, index),
  });
  return {
    figures: figuresOf(measured),
    memory: memory.stop(),
    details: { ...feed, ...detailsOf(measured) },
  };
});

/** Reads texts, offices and Onlinedienste of all Gemeinden in. */
async function readIn(installation: Installation, path: string) {
  const feed = await writeLargeFeed(path, objekte);
  await installation.command('xzufi', 'quelle', 'land', '--name', 'Land', '--gebiet', 'Bund');
  await installation.command('xzufi', 'einlesen', path, '--source', 'land', '--yes');
  return feed;
}

function shotOf({ port }: Installation, index: number): Shot {
  const { ars, name } = at(places, index * 7919);
  const q = encodeURIComponent(at(queries, index));
  const kinds = [
    ['search', `v8beta1/servicedescriptions?ars=${ars}&q=${q}&size=20&useArsHierarchy=true`],
    ['search-own', `v8beta1/servicedescriptions?ars=${ars}&q=${q}&size=20`],
    ['detail', `v6/servicedescriptions/L0${1000 + (index % 3000)}/detail?ars=${ars}&applyDynamicParams=true`],
    ['places', `v3/locations?q=${encodeURIComponent(name.slice(0, 4))}&limit=20`],
    ['online', `v1beta2/onlineservices?ars=${ars}`],
  ] as const;
  const [kind, path] = at(kinds, index);
  const address = `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
  const headers = {
    host: `api.localhost:${port}`,
    'x-forwarded-for': address,
    'pvog-sud-api-client-id': 'messung',
  };
  // Keys of Leistungen have gaps: an unknown one is answered, with 404.
  const isWanted: Shot['isWanted'] = ({ statusCode }) =>
    statusCode === 200 || (kind === 'detail' && statusCode === 404);
  return {
    kind,
    options: { host: '127.0.0.1', port, path: `/pvog/suchdienst/api/${path}`, headers },
    isWanted,
  };
}

function figuresOf({ times, errors }: LoadResult): readonly Figure[] {
  const what: Readonly<Record<string, string>> = {
    search: 'Suchdienst: search with the hierarchy',
    'search-own': 'Suchdienst: search in one area alone',
    detail: 'Suchdienst: detail with offices and Onlinedienste',
    places: 'Suchdienst: places',
    online: 'Suchdienst: Onlinedienste of an area',
  };
  const all = {
    id: 'pvog.all',
    what: `Suchdienst at ${perSecond} a second`,
    unit: 'ms',
    shown: 'p95',
  } as const;
  return [
    figureOf(
      all,
      times.map(({ ms }) => ms),
      errors.length,
    ),
    ...Object.entries(what).map(([kind, text]) =>
      figureOf(
        { ...all, id: `pvog.${kind}`, what: text },
        times.filter((each) => each.kind === kind).map(({ ms }) => ms),
      ),
    ),
  ];
}

function linesOf(file: string): unknown[] {
  return readFileSync(join(root, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('empty list');
  return item;
}
