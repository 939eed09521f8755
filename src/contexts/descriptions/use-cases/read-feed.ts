import { ok, type Refusal, type Result, refuse } from '#kernel';
import { type Actor, actorOf } from '#platform';
import { readXzufi, type XzufiEreignis, type XzufiFassung } from '#standards/xzufi';
import type { FeedDeps } from '../deps.ts';
import type { Ablehnung, Einlesung, Hinweis } from '../domain/einlesung.ts';
import { feedEmpty, readingOver, readingUnknown } from '../errors.ts';
import { type ObjektRow, type ProjectionGround, projectObjekt } from '../project-objekt.ts';
import { lastActive, moveEinlesung, notePosition, readEinlesung, readQuelle } from '../store-einlesung.ts';
import { compareWithHeld, countWritten, stageObjekte } from '../store-staging.ts';

/** How many objects go to the database at a time, and how much of their text at most. */
const batchObjects = 2_000;
const batchCharacters = 4_000_000;
const mostHinweise = 300;

export const reader = actorOf('system', 'xzufi');

/** Somebody decided about the reading while it went on, or another process reads the same. */
class ReadingOver extends Error {}

/**
 * Reads a feed to its end into the staging rows of its reading, from where an earlier attempt stopped, and counts what
 * taking it over would change. Nothing of it is visible yet. A broken feed ends its reading with the place of the fault.
 */
export async function readFeed(
  deps: Omit<FeedDeps, 'feeds' | 'clock'>,
  nummer: number,
  source: AsyncIterable<Uint8Array>,
  actor: Actor = reader,
): Promise<Result<Einlesung>> {
  const begun = await deps.db.withPublic((tx) => readEinlesung(tx, nummer));
  if (begun === null) return refuse(readingUnknown(nummer));
  if (begun.zustand === 'geprueft') return ok(begun);
  if (begun.zustand !== 'liest') return refuse(readingOver);
  const staging = stagingOf(deps, begun, await groundFor(deps, begun), actor);
  try {
    for await (const step of readXzufi(counted(source, staging.took))) {
      if (!step.ok) return await reject(deps, begun, actor, step.refusal, step.refusal);
      for (const event of step.value) staging.take(event);
      await staging.pause();
    }
    await staging.flush();
    return await finish(deps, begun, actor, staging.hinweise());
  } catch (error) {
    if (error instanceof ReadingOver) return refuse(readingOver);
    throw error;
  } finally {
    await staging.settled();
  }
}

type Ground = Omit<ProjectionGround, 'hinweis'>;

async function groundFor(
  { db, catalogue, territory }: Omit<FeedDeps, 'feeds' | 'clock'>,
  { quelle }: Einlesung,
): Promise<Ground> {
  const [{ leistungByLeika }, { bodyByAgs }, source] = await Promise.all([
    catalogue(),
    territory(),
    db.withPublic((tx) => readQuelle(tx, quelle)),
  ]);
  const byLeika = new Map<string, string>([...leistungByLeika].map(([key, { id }]) => [key, id]));
  return {
    leistungOf: (key) => byLeika.get(key) ?? null,
    arsOfAgs: (ags) => bodyByAgs.get(ags)?.ars ?? null,
    ars: source?.ars ?? '000000000000',
    redaktion: source?.name ?? quelle,
  };
}

async function* counted(
  source: AsyncIterable<Uint8Array>,
  took: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    took(piece.length);
    yield piece;
  }
}

/** Gathers objects into batches; one is written while the next is read. */
function stagingOf({ db }: Pick<FeedDeps, 'db'>, begun: Einlesung, ground: Ground, actor: Actor) {
  const hinweise = hintList();
  let [fassung, bytes, seen, characters]: [XzufiFassung | null, number, number, number] = [null, 0, 0, 0];
  let kept = begun.gelesen;
  let waiting: ObjektRow[] = [];
  let writing: Promise<void> = Promise.resolve();
  const write = async (rows: readonly ObjektRow[], from: number, gelesenBytes: number) => {
    await db.withReference(actor, async (tx) => {
      const position = { gelesen: from + rows.length, gelesenBytes, fassung };
      if (!(await notePosition(tx, begun.nummer, position, from))) throw new ReadingOver();
      await stageObjekte(tx, begun.nummer, rows, from);
    });
  };
  const send = async () => {
    const [rows, from] = [waiting, kept];
    [waiting, characters, kept] = [[], 0, kept + rows.length];
    await writing;
    writing = write(rows, from, bytes);
    // Awaited by the next batch; unheard until then, a fault would end the process.
    writing.catch(() => {});
  };
  const take = (event: XzufiEreignis) => {
    if (event.ereignis === 'kopf') fassung = event.kopf.fassung;
    else if (event.ereignis === 'rahmen') return;
    else if (event.ereignis === 'ende') for (const hint of event.hinweise) hinweise.add(hint);
    else {
      seen += 1;
      const { zeile } = event.objekt.inhalt;
      const hinweis = (art: string, was: string) => hinweise.add({ art, was, anzahl: 1, zeile });
      const row = projectObjekt(event.objekt, event.ereignis === 'loesche', { ...ground, hinweis });
      if (seen <= begun.gelesen) return;
      waiting.push(row);
      characters += row.xml.length;
    }
  };
  return {
    take,
    took: (more: number) => {
      bytes += more;
    },
    pause: async () => {
      if (waiting.length >= batchObjects || characters >= batchCharacters) await send();
    },
    flush: async () => {
      await send();
      await writing;
    },
    /** Whatever happened, nothing of this reading is still being written. */
    settled: () => writing.catch(() => {}),
    hinweise: hinweise.all,
  };
}

function hintList() {
  const known = new Map<string, Hinweis>();
  return {
    add: ({ art, was, anzahl, zeile }: Hinweis) => {
      const key = `${art} ${was}`;
      const before = known.get(key);
      if (before) known.set(key, { ...before, anzahl: before.anzahl + anzahl });
      else if (known.size < mostHinweise) known.set(key, { art, was, anzahl, zeile });
    },
    all: () => [...known.values()],
  };
}

async function finish(
  deps: Pick<FeedDeps, 'db'>,
  begun: Einlesung,
  actor: Actor,
  hinweise: readonly Hinweis[],
): Promise<Result<Einlesung>> {
  const { nummer, quelle, umfang } = begun;
  const done = await deps.db.withReference(actor, async (tx) => {
    if (umfang === 'vollstaendig' && (await countWritten(tx, nummer)) === 0) return refuse(feedEmpty);
    const grundlage = await lastActive(tx, quelle);
    const bilanz = { ...(await compareWithHeld(tx, begun)), grundlage };
    if (!(await moveEinlesung(tx, nummer, 'pruefen', { bilanz, hinweise }))) return refuse(readingOver);
    const now = await readEinlesung(tx, nummer);
    return now === null ? refuse(readingUnknown(nummer)) : ok(now);
  });
  return done.ok || done.refusal.code !== feedEmpty.code
    ? done
    : reject(deps, begun, actor, done.refusal, null);
}

async function reject(
  { db }: Pick<FeedDeps, 'db'>,
  { nummer }: Einlesung,
  actor: Actor,
  { code, message, kind }: Refusal,
  place: { readonly zeile: number; readonly spalte: number } | null,
): Promise<Result<Einlesung>> {
  const grund: Ablehnung = { code, message, zeile: place?.zeile ?? null, spalte: place?.spalte ?? null };
  await db.withReference(actor, (tx) => moveEinlesung(tx, nummer, 'ablehnen', { grund }));
  return refuse({ kind, code, message });
}
