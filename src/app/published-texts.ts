import { descriptionsVersion, eachBeschreibung } from '#descriptions';
import type { TextPort } from '#finder';
import { type Database, takenInSteps } from '#platform';

const askedAtMostEvery = 1_000;

/** The texts that bodies publish, as the finder's index takes them; whether they changed is asked once a second at most. */
export function publishedTexts(db: Pick<Database, 'withPublic'>, now = () => performance.now()): TextPort {
  let held: { readonly at: number; readonly version: Promise<string> } | undefined;
  return {
    version: () => {
      if (held !== undefined && now() - held.at < askedAtMostEvery) return held.version;
      const version = db.withPublic(descriptionsVersion);
      held = { at: now(), version };
      // Whoever asks next tries again.
      version.catch(() => {
        held = undefined;
      });
      return version;
    },
    readAll: (take) => db.withPublic((tx) => takenInSteps(eachBeschreibung(tx), take)),
  };
}
