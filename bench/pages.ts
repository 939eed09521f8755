import { figureOf } from './support/figure.ts';
import { firstViewOf } from './support/first-view.ts';
import { loadAtFixedRate } from './support/http-load.ts';
import { keepImporting, twoStates } from './support/importing.ts';
import { emptyPlace, startedAt } from './support/installation.ts';
import { detailsOf, timesOf } from './support/load-figures.ts';
import { visits } from './support/page-mix.ts';
import { watchMemory } from './support/process-memory.ts';
import { report } from './support/report.ts';
import { signedIn } from './support/sign-in.ts';

/** Staff pages at 50 requests a second, at rest and while imports run; the bytes of a first view. */

const perSecond = 50;
const samples = 5_000;
const limitMs = 80;

await report('pages', 'Staff pages', async () => {
  await using place = emptyPlace();
  await using installation = await startedAt(place);
  const coordinator = await signedIn(installation, 'lemgo');
  const administrator = await signedIn(installation, 'lemgo-admin');
  const load = async () => {
    const visit = visits();
    return loadAtFixedRate({
      perSecond,
      wanted: samples,
      warmUp: perSecond * 5,
      shot: (index) => {
        const { kind, path } = visit(index);
        const visitor = kind === 'audit trail' ? administrator : coordinator;
        const address = { host: '127.0.0.1', port: installation.port, path };
        const headers = { ...visitor.headers(), 'accept-encoding': 'gzip, deflate, br, zstd' };
        return { kind, options: { ...address, headers } };
      },
    });
  };
  const memory = watchMemory(installation.pid, 5_000);
  const views = {
    start: await firstViewOf(coordinator, '/'),
    duties: await firstViewOf(coordinator, '/kommunen/05766044/pflichten'),
  };
  const quiet = await load();
  const importing = keepImporting(installation, twoStates(place.folder));
  const busy = await load();
  const imports = await importing.stop();
  const size = (files: typeof views.start) => [files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000];
  return {
    figures: [
      figureOf(
        {
          id: 'pages.import',
          what: `Staff pages at ${perSecond} a second, imports running`,
          unit: 'ms',
          shown: 'p95',
          limit: limitMs,
        },
        timesOf(busy),
        busy.errors.length,
      ),
      figureOf(
        {
          id: 'pages.quiet',
          what: `Staff pages at ${perSecond} a second, no import`,
          unit: 'ms',
          shown: 'p95',
          limit: limitMs,
        },
        timesOf(quiet),
        quiet.errors.length,
      ),
      figureOf(
        {
          id: 'pages.first-view-start',
          what: 'First view of the start page, compressed, without web font',
          unit: 'kB',
          shown: 'max',
          limit: 150,
        },
        size(views.start),
      ),
      figureOf(
        {
          id: 'pages.first-view-duties',
          what: 'First view of the list of duties, compressed, without web font',
          unit: 'kB',
          shown: 'max',
          limit: 150,
        },
        size(views.duties),
      ),
    ],
    memory: memory.stop(),
    details: {
      import: figureOf(
        { id: 'import', what: 'Each import beside the load', unit: 'ms', shown: 'p50' },
        imports,
      ),
      importing: detailsOf(busy),
      quiet: detailsOf(quiet),
      firstView: views,
    },
  };
});
