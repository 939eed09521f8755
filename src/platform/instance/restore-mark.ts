import { join } from 'node:path';

/** The file that says that a restore into this data folder has not come to its end. */
export function unfinishedRestore(root: string): string {
  return join(root, 'restore-unfinished');
}
