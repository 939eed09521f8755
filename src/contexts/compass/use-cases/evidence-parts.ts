import type { Result } from '#kernel';
import { allOrNone, type Tx } from '#platform';
import type { Stand } from '../domain/stand.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { angabeOf, changeStaendeIn } from './change-stand.ts';
import type { Editor } from './editor.ts';

/** What the use cases of evidence as a file stand on. */
export type EvidenceDeps = Pick<
  CompassDeps,
  'db' | 'clock' | 'world' | 'enden' | 'modelle' | 'fieldsFor' | 'keys'
>;

/** Where a value of a file is sealed. */
export const place = (column: string, row: string) => ({ table: 'compass.nachweis_datei', column, row });

/** States one wish; what comes of it is what comes of the whole. */
export async function stateIn(
  tx: Tx,
  deps: EvidenceDeps,
  editor: Editor,
  wunsch: Parameters<typeof changeStaendeIn>[3][number],
): Promise<Result<Stand>> {
  const [answer] = await changeStaendeIn(tx, deps, editor, [wunsch]);
  return angabeOf(answer);
}

/** Runs several steps of which all happen or none. */
export function inOne(
  { db }: Pick<EvidenceDeps, 'db'>,
  { kommune, actor }: Editor,
  work: (tx: Tx) => Promise<Result<Stand>>,
): Promise<Result<Stand>> {
  return allOrNone((run) => db.withTenant(kommune.tenant, actor, run), work);
}

/** Bytes as the stream of which sealing knows. */
export async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A stream as bytes. */
export async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Buffer[] = [];
  // A piece is valid only until the next one.
  for await (const piece of pieces) parts.push(Buffer.from(piece));
  return Buffer.concat(parts);
}
