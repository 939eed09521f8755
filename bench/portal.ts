import { figureOf } from './support/figure.ts';
import { loadAtFixedRate } from './support/http-load.ts';
import { keepImporting, twoLargeStates } from './support/importing.ts';
import { emptyPlace, type Installation, startedAt } from './support/installation.ts';
import { detailsOf, timesOf } from './support/load-figures.ts';
import { keepOrderingPdfs } from './support/ordering-pdfs.ts';
import { portalVisit } from './support/portal-mix.ts';
import { behindProxy, openPortal, type PortalAccess } from './support/portal-visitor.ts';
import { watchMemory } from './support/process-memory.ts';
import { report } from './support/report.ts';

/** A Kommune's portal at 100 pages a second: at rest, and while imports of 20 MB run and 50 receipts become PDFs. */

const perSecond = 100;
const samples = 5_000;
const limitMs = 50;
const megabytes = 20;
const pdfs = 50;

await report('portal', 'Portal', async () => {
  await using place = emptyPlace();
  await using installation = await startedAt(place, undefined, behindProxy);
  const portal = await openPortal(installation);
  const memory = watchMemory(installation.pid, 5_000);
  const quiet = await load(portal);
  const work = await otherWork(installation, portal, place.folder);
  const busy = await load(portal);
  const done = await work.stop();
  const figure = (id: string, what: string, measured: typeof quiet) =>
    figureOf(
      { id: `portal.${id}`, what, unit: 'ms', shown: 'p95', limit: limitMs },
      timesOf(measured),
      measured.errors.length,
    );
  return {
    figures: [
      figure('quiet', `Portal pages at ${perSecond} a second`, quiet),
      figure(
        'busy',
        `Portal pages at ${perSecond} a second, imports of ${megabytes} MB and ${pdfs} PDFs running`,
        busy,
      ),
    ],
    memory: memory.stop(),
    details: { quiet: detailsOf(quiet), busy: detailsOf(busy), ...done },
  };
});

function load(portal: PortalAccess) {
  return loadAtFixedRate({
    perSecond,
    wanted: samples,
    warmUp: perSecond * 5,
    shot: (index) => {
      const { kind, path } = portalVisit(index);
      return portal.get(kind, path);
    },
  });
}

/** Imports one after the other, and PDFs one after the other until there are fifty. */
async function otherWork(installation: Installation, portal: PortalAccess, folder: string) {
  const receipts = await keepOrderingPdfs(installation, portal, pdfs);
  const importing = keepImporting(installation, twoLargeStates(folder, megabytes));
  return {
    stop: async () => {
      const made = await receipts.done;
      const imports = await importing.stop();
      const ms = { unit: 'ms', shown: 'p50' } as const;
      return {
        import: figureOf({ id: 'import', what: `Each import of ${megabytes} MB`, ...ms }, imports),
        pdf: figureOf({ id: 'pdf', what: 'From ordering a PDF until it is there', ...ms }, made),
      };
    },
  };
}
