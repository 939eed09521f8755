import { isJsonObject, type Json, ownValue } from '../json.ts';
import { limits } from '../limits.ts';

/** A file that is kept elsewhere; the answer only names it. `type` is what its content is, not its name. */
export interface FileAnswer {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** Whether a scanner found it clean; absent where none is configured. */
  readonly scanned?: boolean;
}

/** The files that an answer names; anything else in it counts as none. */
export function filesOf(answer: Json | undefined): readonly FileAnswer[] {
  if (!Array.isArray(answer)) return [];
  return answer.slice(0, limits.filesOfField + 1).flatMap((item) => fileOf(item) ?? []);
}

function fileOf(item: unknown): FileAnswer | null {
  if (!isJsonObject(item)) return null;
  const [id, name, type, bytes] = ['id', 'name', 'type', 'bytes'].map((key) => ownValue(item, key));
  if (typeof id !== 'string' || typeof name !== 'string' || typeof type !== 'string') return null;
  if (!/^[A-Za-z0-9_-]{1,80}$/.test(id) || typeof bytes !== 'number' || !Number.isSafeInteger(bytes))
    return null;
  const scanned = ownValue(item, 'scanned');
  const file = { id, name: name.slice(0, 255), type, bytes };
  return typeof scanned === 'boolean' ? { ...file, scanned } : file;
}
