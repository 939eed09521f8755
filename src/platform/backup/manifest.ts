import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CopiedFile } from './copy-files.ts';

const shape = z.object({
  format: z.literal('leitwerk-backup'),
  version: z.literal(1),
  /** `cluster`: the files of the embedded PostgreSQL. `logical`: an export of an external one. */
  kind: z.enum(['cluster', 'logical']),
  installationId: z.string(),
  startedAt: z.string(),
  /** Everything that was acknowledged before this moment is in the backup. */
  consistentAt: z.string(),
  finishedAt: z.string(),
  server: z.string(),
  startLsn: z.string().nullable(),
  stopLsn: z.string().nullable(),
  migrations: z.array(z.string()),
  keys: z.enum(['saved-apart', 'not-saved']),
  files: z.array(z.object({ path: z.string(), size: z.number(), sha256: z.string() })),
});

/** What a backup holds and how each of its files is proved. */
export type Manifest = z.infer<typeof shape>;

const fileName = 'manifest.json';

/** Writes the manifest, the last file of a backup. */
export function writeManifest(folder: string, manifest: Manifest): void {
  writeFileSync(join(folder, fileName), `${JSON.stringify(manifest, null, 1)}\n`, {
    mode: 0o600,
    flush: true,
  });
}

/** Reads the manifest; `null` where the folder is no whole backup. */
export function readManifest(folder: string): Manifest | null {
  try {
    return shape.parse(JSON.parse(readFileSync(join(folder, fileName), 'utf8')));
  } catch {
    return null;
  }
}

/** The copied files with their paths below the backup's folder. */
export function listed(files: readonly CopiedFile[], below: string): Manifest['files'] {
  return files.map(({ path, size, sha256 }) => ({ path: `${below}/${path}`, size, sha256 }));
}
