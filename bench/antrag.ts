import pg from 'pg';
import { type Figure, figureOf } from './support/figure.ts';
import { loadAtFixedRate } from './support/http-load.ts';
import { emptyPlace, startedAt } from './support/installation.ts';
import { detailsOf, timesOf } from './support/load-figures.ts';
import { behindProxy, inOrder, openPortal, type PortalAccess } from './support/portal-visitor.ts';
import {
  type DraftMaker,
  openDraftMaker,
  type PreparedDraft,
  smallDogPages,
} from './support/prepared-drafts.ts';
import { watchMemory } from './support/process-memory.ts';
import { rawCommits } from './support/raw-commits.ts';
import { report } from './support/report.ts';

/** Pages of the form and submissions at 50 a second each, and what the same PostgreSQL commits at most. */

const perSecond = 50;
const samples = 5_000;
const warmUp = perSecond * 5;
// A load ends by its answers without error; some more stand ready for those that fail.
const prepared = warmUp + samples * 1.2;

await report('antrag', 'Antrag', async () => {
  await using place = emptyPlace();
  await using installation = await startedAt(place, undefined, behindProxy);
  const portal = await openPortal(installation);
  await using maker = await openDraftMaker(installation);
  const memory = watchMemory(installation.pid, 5_000);
  const raw = await rawCommits(maker.ownerUrl);
  const posts = await loadAtFixedRate({
    ...{ perSecond, wanted: samples, warmUp },
    shot: inOrder(await pagePosts(portal, maker)),
  });
  const shots = await submissions(portal, maker);
  const client = new pg.Client({ connectionString: maker.ownerUrl });
  await client.connect();
  const before = await stateOf(client);
  const submits = await loadAtFixedRate({ ...{ perSecond, wanted: samples, warmUp }, shot: inOrder(shots) });
  const ended = performance.now();
  const after = await stateOf(client);
  const inbox = await inboxComplete(client, after.antraege, ended);
  await client.end();
  const antraege = after.antraege - before.antraege;
  return {
    figures: [
      limited('post', `A page of the form at ${perSecond} a second`, 60, posts),
      limited('submit', `A submission at ${perSecond} a second`, 120, submits),
      figureOf(
        {
          id: 'antrag.raw',
          what: 'One row in a transaction of its own, 8 connections, same PostgreSQL',
          unit: 'a second',
          shown: 'p50',
        },
        raw,
      ),
    ],
    memory: memory.stop(),
    details: {
      posts: detailsOf(posts),
      submits: detailsOf(submits),
      // Web and worker together while the submissions came, the worker's delivery to the inbox included.
      transactionsOfAnAntrag: Math.round(((after.commits - before.commits) / antraege) * 10) / 10,
      inbox,
    },
  };
});

function limited(
  id: string,
  what: string,
  limit: number,
  load: Awaited<ReturnType<typeof loadAtFixedRate>>,
): Figure {
  return figureOf(
    { id: `antrag.${id}`, what, unit: 'ms', shown: 'p95', limit },
    timesOf(load),
    load.errors.length,
  );
}

/** All pages of many drafts: first the first page of each, then the second of each. */
async function pagePosts(portal: PortalAccess, maker: DraftMaker) {
  const drafts: PreparedDraft[] = [];
  while (drafts.length * smallDogPages.length < prepared) drafts.push(await maker.begin());
  return smallDogPages.flatMap(([page, form], index) =>
    drafts.map(({ id, cookie }) =>
      portal.post(
        { kind: page, path: `/antrag/mein/${id}/seite/${page}?stand=${index + 1}`, cookie },
        form,
        (to) => to.startsWith(`/antrag/mein/${id}/`) && !to.includes(`/seite/${page}`),
      ),
    ),
  );
}

async function submissions(portal: PortalAccess, maker: DraftMaker) {
  const shots: ReturnType<PortalAccess['post']>[] = [];
  while (shots.length < prepared) {
    const { id, cookie } = await maker.answered();
    const sent = { kind: 'submission', path: `/antrag/mein/${id}/absenden?stand=2`, cookie };
    shots.push(portal.post(sent, {}, (to) => to === `/antrag/mein/${id}/quittung`));
  }
  return shots;
}

interface State {
  readonly antraege: number;
  readonly eingaenge: number;
  readonly commits: number;
}

async function stateOf(client: pg.Client): Promise<State> {
  const { rows } =
    await client.query<State>(`select (select count(*)::int from applications.antrag) as antraege,
    (select count(*)::int from inbox.eingang) as eingaenge,
    (select xact_commit::float8 from pg_stat_database where datname = current_database()) as commits`);
  const [state] = rows;
  if (!state) throw new Error('no state');
  return state;
}

/** How far the worker was behind when the last submission was answered, and how long it then took. */
async function inboxComplete(client: pg.Client, antraege: number, since: number) {
  const waiting = antraege - (await stateOf(client)).eingaenge;
  for (const end = performance.now() + 300_000; performance.now() < end; ) {
    const { eingaenge } = await stateOf(client);
    if (eingaenge === antraege) return { waiting, seconds: Math.round(performance.now() - since) / 1000 };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the inbox did not get all of them within five minutes');
}
