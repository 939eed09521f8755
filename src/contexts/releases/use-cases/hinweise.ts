import { countAngebote, readAngebote, readLive } from '#efa';
import { type Database, snapshotReader } from '#platform';
import { betrifft, istSichtbar, type Meldung } from '../domain/meldung.ts';
import { minuteOf } from '../minute.ts';
import { meldungenVersion, readMeldungen } from '../store-meldung.ts';

/** What the citizens of a Kommune are shown now; `dienst` is set on the pages of one service. */
export type MeldungenLeser = (ags: string, dienst: string | null) => Promise<readonly Meldung[]>;

/** Reads announcements for public pages. As long as none is to be shown, a request costs no question to the database. */
export function openMeldungen(db: Database, now: () => Date): MeldungenLeser {
  const known = snapshotReader(
    db,
    async (tx) => (await meldungenVersion(tx)) * 1_000_000 + (await countAngebote(tx)),
    async (tx) => ({
      meldungen: await readMeldungen(tx, minuteOf(now())),
      anbieter: new Map((await readAngebote(tx)).map(({ dienst, anbieterId }) => [dienst, anbieterId])),
    }),
  );
  return async (ags, dienst) => {
    const jetzt = minuteOf(now());
    const { meldungen, anbieter } = await known();
    const shown = meldungen.filter((meldung) => istSichtbar(meldung, jetzt));
    if (shown.length === 0) return [];
    const live = (await db.withPublic((tx) => readLive(tx, ags))).map((one) => one.dienst);
    const from = (provider: string) => live.filter((one) => anbieter.get(one) === provider);
    return shown.filter(
      (meldung) =>
        betrifft(meldung, ags, from(meldung.tenant)) &&
        (dienst === null || meldung.dienste.length === 0 || meldung.dienste.includes(dienst)),
    );
  };
}
