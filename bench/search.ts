import { fork } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { buildFinderIndex } from '../src/contexts/finder/domain/build-index.ts';
import type { FinderIndex } from '../src/contexts/finder/domain/finder-index.ts';
import { search } from '../src/contexts/finder/domain/search/search.ts';
import { suggest } from '../src/contexts/finder/domain/search/suggest.ts';
import { makeIndex } from '../src/contexts/finder/use-cases/finder-snapshot.ts';
import { takenInSteps } from '../src/platform/in-steps.ts';
import { stopTestServer, testDatabase } from '../src/platform/testing/test-database.ts';
import { figuresOf, type Half, queriesOf, shippedInput } from '../test/relevance/measure.ts';
import { type Figure, type FigureHead, figureOf } from './support/figure.ts';
import { report } from './support/report.ts';
import { allGemeinden, chance, documentsOf, ketteOf, localTexts } from './support/search-documents.ts';
import { type Engine, flexSearch, fullText, miniSearch, orama } from './support/search-engines.ts';

/** Search on the scale of the country, and beside other engines on the same documents and queries. */

const texts = 500_000;
const halves: readonly Half[] = ['seen', 'unseen'];
const queries = halves.flatMap((half) => queriesOf(half).map(({ query }) => query));
const input = shippedInput({ thesaurus: true });
const gemeinden = allGemeinden();
const secondsOfLoad = 5;

function country(): FinderIndex {
  return buildFinderIndex({ ...input, beschreibungen: localTexts(input, gemeinden, texts) });
}

// A second process that searches as fast as it can and says how often it could.
if (process.argv.includes('--load')) {
  const index = country();
  process.once('message', () => {
    process.send?.(searchesIn(index, secondsOfLoad));
    process.exit();
  });
  process.send?.('ready');
} else {
  await report('search', 'Search', measureAll);
}

async function measureAll() {
  const engines = await beside();
  await stopTestServer();
  const compact = process.memoryUsage().rss;
  const begun = performance.now();
  const index = country();
  const built = (performance.now() - begun) / 1_000;
  const memory = (process.memoryUsage().rss - compact) / 1e6;
  const figures = [
    ...latencies(index),
    figureOf({ ...head('build', 'Index of 5,249 Leistungen and 500,000 local texts'), unit: 's' }, [built]),
    figureOf({ ...head('memory', 'What this index adds to a process'), unit: 'MB' }, [memory]),
    figureOf(
      { ...head('swap', 'Search while a new index is built beside', 'p95'), unit: 'ms', limit: 20 },
      await searchedBeside(index),
    ),
    await throughput(),
  ];
  return { figures, details: { texte: texts, gemeinden: gemeinden.length, vergleich: engines } };
}

function head(id: string, what: string, shown: FigureHead['shown'] = 'max') {
  return { id: `search.${id}`, what, shown };
}

function latencies(index: FinderIndex): readonly Figure[] {
  const random = chance(3);
  const kette = () => ketteOf(gemeinden[Math.floor(random() * gemeinden.length)] ?? '');
  const anywhere = (text: string) => search(index, { text, kette: null, limit: 10, offset: 0 });
  const somewhere = (text: string) => search(index, { text, kette: kette(), limit: 10, offset: 0 });
  const beginnings = queries.flatMap((query) => [2, 3, 5, 8, 12].map((length) => query.slice(0, length)));
  const offered = (prefix: string) => suggest(index, { prefix, kette: null, limit: 8 });
  return [
    figureOf(
      { ...head('place.p50', 'Search with a place', 'p50'), unit: 'ms', limit: 5 },
      timed(queries, somewhere),
    ),
    figureOf(
      { ...head('place', 'Search with a place', 'p95'), unit: 'ms', limit: 20 },
      timed(queries, somewhere),
    ),
    figureOf(
      { ...head('anywhere', 'Search without a place', 'p95'), unit: 'ms', limit: 20 },
      timed(queries, anywhere),
    ),
    figureOf({ ...head('suggest', 'Suggestions', 'p95'), unit: 'ms', limit: 5 }, timed(beginnings, offered)),
  ];
}

function timed(inputs: readonly string[], work: (text: string) => unknown): number[] {
  for (const each of inputs) work(each);
  return inputs.map((each) => {
    const begun = performance.now();
    work(each);
    return performance.now() - begun;
  });
}

/** Searches every few milliseconds while another index is being built in steps. */
async function searchedBeside(index: FinderIndex): Promise<number[]> {
  const times: number[] = [];
  let building = true;
  const made = makeIndex(input, { readAll: (take) => takenInSteps(streamed(), take) }).finally(() => {
    building = false;
  });
  for (let at = 0; building; at += 1) {
    const due = performance.now();
    await new Promise((resolve) => setImmediate(resolve));
    search(index, { text: queries[at % queries.length] ?? '', kette: null, limit: 10, offset: 0 });
    times.push(performance.now() - due);
  }
  await made;
  return times;
}

async function* streamed() {
  yield* localTexts(input, gemeinden, texts / 5);
}

/** Searches a second of two processes at once, on two cores. */
async function throughput(): Promise<Figure> {
  const children = [0, 1].map(() => fork(import.meta.filename, ['--load'], { execArgv: process.execArgv }));
  await Promise.all(children.map(message));
  const counts = children.map((child) => {
    const counted = message(child);
    child.send('go');
    return counted;
  });
  const all = (await Promise.all(counts)).map(Number).reduce((sum, count) => sum + count, 0);
  return figureOf({ ...head('throughput', 'Searches of two processes on two cores'), unit: 'a second' }, [
    all / secondsOfLoad,
  ]);
}

function message(child: ReturnType<typeof fork>): Promise<unknown> {
  return new Promise((resolve) => {
    child.once('message', resolve);
  });
}

function searchesIn(index: FinderIndex, seconds: number): number {
  const end = performance.now() + seconds * 1_000;
  const random = chance(process.pid);
  let count = 0;
  for (; performance.now() < end; count += 1) {
    const kette = ketteOf(gemeinden[Math.floor(random() * gemeinden.length)] ?? '');
    search(index, { text: queries[count % queries.length] ?? '', kette, limit: 10, offset: 0 });
  }
  return count;
}

/** Every engine with the same documents and queries: how good and how fast. */
async function beside() {
  await using t = await testDatabase();
  const documents = documentsOf(input);
  const index = buildFinderIndex(input);
  const ours: Engine = {
    name: 'Leitwerk',
    find: async (text) =>
      search(index, { text, kette: null, limit: 10, offset: 0 }).treffer.map(({ ozgId }) => ozgId ?? 0),
    close: async () => {},
  };
  const made = [
    ours,
    await fullText(documents, t.ownerUrl),
    await miniSearch(documents),
    await orama(documents),
    await flexSearch(documents),
  ];
  const rows = [];
  for (const engine of made) rows.push(await measured(engine));
  return rows;
}

async function measured({ name, find, close }: Engine) {
  const found = new Map<string, readonly number[]>();
  for (const query of queries) await find(query);
  const times: number[] = [];
  for (const query of queries) {
    const begun = performance.now();
    found.set(query, await find(query));
    times.push(performance.now() - begun);
  }
  await close();
  times.sort((a, b) => a - b);
  const at = (share: number) => rounded(times[Math.floor(times.length * share)] ?? 0);
  const relevance = Object.fromEntries(
    halves.map((half) => {
      const { hit1, hit5, mrr10, zeroHits } = figuresOf(
        queriesOf(half),
        ({ query }) => found.get(query) ?? [],
      );
      const figures = { hit1, hit5, mrr10, zeroHits };
      return [half, Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, rounded(value)]))];
    }),
  );
  const row = { engine: name, ...relevance, p50: at(0.5), p95: at(0.95) };
  process.stderr.write(`${JSON.stringify(row)}\n`);
  return row;
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
