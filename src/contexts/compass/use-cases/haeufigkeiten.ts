import { isDeepStrictEqual } from 'node:util';
import { readSharing } from '#identity';
import type { LocalDate } from '#kernel';
import { actorOf } from '#platform';
import type { Territory } from '#territory';
import type { CompassDeps } from '../doors-deps.ts';
import {
  countHaeufigkeiten,
  type Haeufigkeit,
  haeufigkeitVersion,
  readHaeufigkeiten,
  readZaehltag,
  replaceHaeufigkeiten,
} from '../store-haeufigkeit.ts';

/** With fewer Kommunen a number could tell of one of them. */
const fewestKommunen = 5;

const actor = actorOf('system', 'kompass');

type Deps = Pick<CompassDeps, 'db' | 'clock' | 'world'>;

/** Counts how common each Leistung is and publishes it, where it is another result than before. */
export async function publishHaeufigkeiten(deps: Deps): Promise<void> {
  const { db, clock } = deps;
  const today = clock.today();
  const { territory } = await deps.world();
  const counted = await db.withFigures(async (tx) => {
    const sharing = await readSharing(tx, today);
    const teilende = [...new Set(sharing.filter(({ consents }) => consents).map(({ kommune }) => kommune))];
    return countHaeufigkeiten(tx, {
      teilende,
      bezug: bezugOn(
        territory,
        sharing.map(({ ags }) => ags),
        today,
      ),
      today,
      fewest: fewestKommunen,
    });
  });
  await db.withReference(actor, async (tx) => {
    const before = await readHaeufigkeiten(tx);
    if (isDeepStrictEqual(before, counted) && (await readZaehltag(tx)) !== null) return;
    await replaceHaeufigkeiten(tx, counted, { today, now: clock.now() });
  });
}

function bezugOn({ einwohnerByAgs }: Territory, ags: readonly string[], date: LocalDate) {
  return [...new Set(ags)].map((key) => ({
    ags: key,
    einwohner: einwohnerByAgs.get(key)?.find(({ stichtag }) => stichtag <= date)?.zahl ?? 0,
  }));
}

/** What was published last, and of which day it is. */
interface Haeufigkeitsstand {
  readonly stand: LocalDate | null;
  readonly haeufigkeiten: readonly Haeufigkeit[];
}

/** Reads the published count. */
export function readPublished({ db }: Pick<Deps, 'db'>): Promise<Haeufigkeitsstand> {
  return db.withPublic(async (tx) => ({
    stand: await readZaehltag(tx),
    haeufigkeiten: await readHaeufigkeiten(tx),
  }));
}

/** How common Leistungen are: for the worker that counts, for the search and for open data. */
export const haeufigkeiten = {
  fewestKommunen,
  publish: publishHaeufigkeiten,
  version: haeufigkeitVersion,
  read: readHaeufigkeiten,
  published: readPublished,
} as const;
