import { readAngebote, readLive } from '#efa';
import { type Database, snapshotReader } from '#platform';
import { betrifft, istSichtbar, type Meldung } from '../domain/meldung.ts';
import { minuteOf } from '../minute.ts';
import { meldungenVersion, readMeldungen } from '../store-meldung.ts';

/** What the citizens of a Kommune are shown now; `dienst` is set on the pages of one service. */
export type MeldungenLeser = (ags: string, dienst: string | null) => Promise<readonly Meldung[]>;

/** Reads announcements for public pages. As long as none is to be shown, a request costs no question to the database. */
export function openMeldungen(db: Database, now: () => Date): MeldungenLeser {
  const all = snapshotReader(db, meldungenVersion, (tx) => readMeldungen(tx, minuteOf(now())));
  return async (ags, dienst) => {
    const jetzt = minuteOf(now());
    const shown = (await all()).filter((meldung) => istSichtbar(meldung, jetzt));
    if (shown.length === 0) return [];
    return db.withPublic(async (tx) => {
      const live = (await readLive(tx, ags)).map((one) => one.dienst);
      const angebote = await readAngebote(tx);
      const from = (provider: string) =>
        live.filter((one) => angebote.some((each) => each.dienst === one && each.anbieterId === provider));
      return shown.filter(
        (meldung) =>
          betrifft(meldung, ags, from(meldung.tenant)) &&
          (dienst === null || meldung.dienste.length === 0 || meldung.dienste.includes(dienst)),
      );
    });
  };
}
