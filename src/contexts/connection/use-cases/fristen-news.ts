import { dayInGermany } from '#kernel';
import type { Principal } from '#platform';
import type { ConnectionDeps } from '../connection-deps.ts';
import { stufeOn } from '../domain/ablauf.ts';
import { hausOf } from './begleiter.ts';
import { readFristen } from './fristen.ts';
import { lineOf } from './hinweise.ts';

const mostLines = 5;

/** What has come nearer to its end since a moment, for one reader: how many things, and a few lines about them. */
export async function fristenNews(
  deps: ConnectionDeps,
  reader: Principal,
  since: Date,
): Promise<{ readonly count: number; readonly lines: readonly string[] }> {
  const haus = await hausOf(deps, reader, 'lesen');
  if (!haus.ok) return { count: 0, lines: [] };
  const [before, today] = [dayInGermany(since), deps.clock.today()];
  const news = (await readFristen(deps, haus.value)).filter(({ bis }) => {
    const stufe = stufeOn(bis, today);
    return stufe !== null && stufe !== stufeOn(bis, before);
  });
  return { count: news.length, lines: news.slice(0, mostLines).map((each) => lineOf(each, today).slice(2)) };
}
