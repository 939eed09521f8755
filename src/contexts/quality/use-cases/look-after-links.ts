import { areaDirectory, descriptionsCounter, linksOfText } from '#descriptions';
import { actorOf } from '#platform';
import type { LinkDeps } from '../deps.ts';
import { isHttps, turnOf } from '../domain/link.ts';
import { putLook, readDueLinks, readGathered, replaceLinks } from '../store.ts';

const actor = actorOf('system', 'links');
const week = 7 * 86_400_000;
/** So that one turn never takes long, however many links are due. */
const mostInOneTurn = 120;
const mostRead = 5_000;
const pauseMs = 500;
const longestLink = 2_000;

/** Gathers the links of all published texts where these changed, and looks at those that nobody saw for a week. */
export async function lookAfterLinks(
  deps: LinkDeps,
): Promise<{ readonly gathered: boolean; readonly looked: number }> {
  const gathered = await gatherLinks(deps);
  return { gathered, looked: await lookAtDue(deps) };
}

async function gatherLinks({ db }: Pick<LinkDeps, 'db'>): Promise<boolean> {
  const known = await db.withPublic(readGathered);
  return await db.withReference(actor, async (tx) => {
    const wechsel = await descriptionsCounter(tx);
    if (wechsel === known) return false;
    const links = new Set<string>();
    for await (const { link, text } of areaDirectory.eachLinkedText(tx)) {
      if (link !== '') links.add(link);
      for (const { uri } of linksOfText(text)) links.add(uri);
    }
    await replaceLinks(
      tx,
      [...links].filter(({ length }) => length <= longestLink),
      wechsel,
    );
    return true;
  });
}

/** The network is asked outside of any transaction; between two questions there is a pause, and the hosts take turns. */
async function lookAtDue({ db, clock, probe, pause }: LinkDeps): Promise<number> {
  const before = new Date(clock.now().getTime() - week);
  const due = await db.withPublic((tx) => readDueLinks(tx, before, mostRead));
  const keep = (
    link: string,
    answer: { ergebnis: 'nicht-erlaubt'; status: null } | Awaited<ReturnType<NonNullable<typeof probe>>>,
  ) => db.withReference(actor, (tx) => putLook(tx, { link, ...answer, geprueftAm: clock.now() }));
  let looked = 0;
  for (const link of due.filter((each) => !isHttps(each)).slice(0, mostInOneTurn)) {
    await keep(link, { ergebnis: 'nicht-erlaubt', status: null });
    looked += 1;
  }
  if (probe === null) return looked;
  for (const link of turnOf(due, mostInOneTurn)) {
    await keep(link, await probe(link));
    looked += 1;
    await pause(pauseMs);
  }
  return looked;
}
