import { createReadStream } from 'node:fs';
import { readXzufi, type XzufiEreignis, type XzufiFassung, type XzufiRefusal } from '#standards/xzufi';
import type { Hinweis } from './domain/einlesung.ts';
import type { ProjectionGround } from './project-ground.ts';
import { projectObjekt } from './project-objekt.ts';

/** What objects are read against, as plain data that can go to another process. */
export interface FeedGround {
  /** Our ids by LeiKa key. */
  readonly leistungen: ReadonlyMap<string, string>;
  /** The twelve digits of Gemeinden by their eight. */
  readonly arsByAgs: ReadonlyMap<string, string>;
  /** The area of what names none. */
  readonly ars: string;
  readonly redaktion: string;
}

/** A batch of objects as JSON, ready for the database; or how the feed ended. */
export type FeedStep =
  | {
      readonly art: 'objekte';
      readonly anzahl: number;
      /** How much of the file was taken until here. */
      readonly bytes: number;
      readonly fassung: XzufiFassung | null;
      readonly objekte: Uint8Array<ArrayBuffer>;
      /** Under which keys and areas they are found. */
      readonly bezuege: Uint8Array<ArrayBuffer>;
    }
  | { readonly art: 'ende'; readonly hinweise: readonly Hinweis[] }
  | { readonly art: 'abgelehnt'; readonly refusal: XzufiRefusal };

/** How many objects go to the database at a time, and how much text at most. */
const batchObjects = 1_000;
const batchCharacters = 2_000_000;
const mostHinweise = 300;

/** A file in pieces small enough that what is made of one is forgotten with it. */
export function piecesOfFile(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: 16 * 1_024 });
}

/** Makes a feed into batches, leaving out the objects that an earlier attempt has kept. */
export async function* feedSteps(
  source: AsyncIterable<Uint8Array>,
  ground: FeedGround,
  skip: number,
): AsyncGenerator<FeedStep> {
  const hinweise = hintList();
  const batch = batchOf(ground, skip, hinweise.add);
  let bytes = 0;
  const counted = async function* () {
    for await (const piece of source) {
      bytes += piece.length;
      yield piece;
    }
  };
  for await (const step of readXzufi(counted())) {
    if (!step.ok) return yield { art: 'abgelehnt', refusal: step.refusal };
    for (const event of step.value) {
      if (event.ereignis === 'ende') for (const hint of event.hinweise) hinweise.add(hint);
      else batch.take(event);
      if (batch.isFull()) yield batch.out(bytes);
    }
  }
  yield batch.out(bytes);
  yield { art: 'ende', hinweise: hinweise.all() };
}

/** Gathers objects as text at once: what is read of them would live too long otherwise. */
function batchOf(ground: FeedGround, skip: number, hint: (hinweis: Hinweis) => void) {
  let [fassung, seen, characters]: [XzufiFassung | null, number, number] = [null, 0, 0];
  let objekte: string[] = [];
  let bezuege: string[] = [];
  const against = (zeile: number): ProjectionGround => ({
    leistungOf: (key) => ground.leistungen.get(key) ?? null,
    arsOfAgs: (ags) => ground.arsByAgs.get(ags) ?? null,
    ars: ground.ars,
    redaktion: ground.redaktion,
    hinweis: (art, was) => hint({ art, was, anzahl: 1, zeile }),
  });
  return {
    isFull: () => objekte.length >= batchObjects || characters >= batchCharacters,
    take: (event: Exclude<XzufiEreignis, { readonly ereignis: 'ende' }>) => {
      if (event.ereignis === 'kopf') fassung = event.kopf.fassung;
      if (event.ereignis !== 'schreibe' && event.ereignis !== 'loesche') return;
      seen += 1;
      const { objekt, ereignis } = event;
      // Also what is kept already is looked at, for its hints.
      const { schluessel, ...row } = projectObjekt(
        objekt,
        ereignis === 'loesche',
        against(objekt.inhalt.zeile),
      );
      if (seen <= skip) return;
      const text = JSON.stringify({ ...row, nr: seen });
      characters += text.length;
      objekte.push(text);
      for (const [key, areas] of schluessel)
        for (const ars of areas) bezuege.push(JSON.stringify({ s: key, a: ars, n: seen }));
    },
    out: (bytes: number): FeedStep => {
      const step = {
        art: 'objekte' as const,
        anzahl: objekte.length,
        bytes,
        fassung,
        objekte: jsonList(objekte),
        bezuege: jsonList(bezuege),
      };
      [objekte, bezuege, characters] = [[], [], 0];
      return step;
    },
  };
}

function jsonList(rows: readonly string[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`[${rows.join(',')}]`);
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
