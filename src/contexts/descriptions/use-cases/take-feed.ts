import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Refusal, type Result, refuse } from '#kernel';
import type { FeedDeps } from '../deps.ts';
import type { Einlesung, Umfang } from '../domain/einlesung.ts';
import { hashed } from '../feed-files.ts';
import { feedSteps, piecesOfFile } from '../feed-steps.ts';
import { beginReading, type Reader } from './begin-reading.ts';
import { feedGround } from './feed-ground.ts';
import { readFeed } from './read-feed.ts';
import { type TakenOver, takeOver } from './take-over.ts';

/** A feed that lies in a file of this machine. */
export interface FeedFile {
  readonly path: string;
  readonly quelle: string;
  readonly umfang: Umfang;
}

type FileDeps = Pick<FeedDeps, 'db' | 'catalogue' | 'territory'>;

/** Reads a file to its preview, in this process; the same file goes on where an earlier attempt stopped. */
export async function readFeedFile(
  deps: FileDeps,
  who: Reader,
  { path, quelle, umfang }: FeedFile,
  say: (line: string) => void = () => {},
): Promise<Result<Einlesung>> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return refuse(noFile(path));
  const { bytes, hash } = await hashed(piecesOfFile(path));
  const dateiname = basename(path);
  const begun = await beginReading(deps, who, {
    quelle,
    umfang,
    dateiname,
    datei: null,
    dateiHash: hash,
    bytes,
  });
  if (!begun.ok) return begun;
  const { nummer, gelesen } = begun.value;
  say(`Lieferung Nr. ${nummer}${gelesen > 0 ? `: weiter nach ${gelesen} Objekten` : ''}`);
  const ground = await feedGround(deps, begun.value);
  return readFeed(deps, nummer, (skip) => feedSteps(piecesOfFile(path), ground, skip), who.actor);
}

/** Reads a file and takes it over. */
export async function takeFeed(deps: FileDeps, who: Reader, file: FeedFile): Promise<Result<TakenOver>> {
  const read = await readFeedFile(deps, who, file);
  return read.ok ? takeOver(deps, who, read.value.nummer, { endenBestaetigt: false }) : read;
}

function noFile(path: string): Refusal {
  return {
    kind: 'not-found',
    code: 'DESCRIPTIONS_FILE_UNKNOWN',
    message: `Die Datei „${path}“ gibt es nicht.`,
  };
}
