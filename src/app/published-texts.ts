import { type BeschreibungKurz, descriptionsVersion, eachBeschreibung } from '#descriptions';
import type { TextPort } from '#finder';
import type { Database } from '#platform';

const batch = 500;
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
    each: () => readAll(db),
  };
}

/** Streams out of the transaction in batches: half a million texts are never held at once. */
async function* readAll(db: Pick<Database, 'withPublic'>): AsyncGenerator<BeschreibungKurz> {
  const { readable, writable } = new TransformStream<readonly BeschreibungKurz[]>();
  const writer = writable.getWriter();
  const reading = db.withPublic(async (tx) => {
    let waiting: BeschreibungKurz[] = [];
    for await (const text of eachBeschreibung(tx)) {
      waiting.push(text);
      if (waiting.length < batch) continue;
      await writer.write(waiting);
      waiting = [];
    }
    await writer.write(waiting);
  });
  reading.then(
    () => writer.close(),
    (error: unknown) => writer.abort(error),
  );
  for await (const texts of readable) yield* texts;
  await reading;
}
