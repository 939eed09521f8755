import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isUuid, ok, type Refusal, type Result, refuse } from '#kernel';
import type { Principal, Upload } from '#platform';

const held = z.object({
  area: z.string(),
  actor: z.string(),
  tenant: z.string().nullable(),
  at: z.number(),
  files: z.array(z.string()),
  preview: z.string().nullable(),
  apply: z.string().nullable(),
});

/** An upload that waits for its confirmation: what it is, whose it is, and the work on it. */
export type HeldUpload = z.infer<typeof held> & { readonly id: string };

/** Uploads between their preview and their import: on disk below `folder`, for an hour or as long as said, for whoever sent them. */
export interface HeldUploads {
  readonly keep: (
    area: { readonly id: string; readonly folder: string },
    files: ReadonlyMap<string, Upload>,
    principal: Principal,
  ) => Promise<HeldUpload>;
  readonly find: (id: string, principal: Principal) => Promise<Result<HeldUpload>>;
  /** For the worker, which acts on what a person already asked for. */
  readonly read: (id: string) => Promise<HeldUpload | null>;
  readonly note: (upload: HeldUpload, work: Partial<Pick<HeldUpload, 'preview' | 'apply'>>) => Promise<void>;
  readonly folderOf: (id: string) => string;
  /** Removes what nobody confirmed in time. */
  readonly sweep: () => Promise<void>;
}

const hour = 3_600_000;
const metaFile = 'upload.json';

/** Opens the place of held uploads. The browser only ever learns an id, which is worth nothing to anybody else. */
export function heldUploads(folder: string, now: () => Date, lifetimeMs = hour): HeldUploads {
  const folderOf = (id: string) => join(folder, id);
  const save = ({ id, ...meta }: HeldUpload) =>
    writeFile(join(folderOf(id), metaFile), JSON.stringify(meta), { mode: 0o600 });

  async function read(id: string): Promise<HeldUpload | null> {
    if (!isUuid(id)) return null;
    const text = await readFile(join(folderOf(id), metaFile), 'utf8').catch(() => null);
    if (text === null) return null;
    const upload = { id, ...held.parse(JSON.parse(text)) };
    return now().getTime() - upload.at < lifetimeMs ? upload : null;
  }

  async function sweep(): Promise<void> {
    // What just arrives stands here too, and is not held yet.
    for (const id of (await readdir(folder).catch(() => [])).filter(isUuid)) {
      if ((await read(id)) === null) await rm(folderOf(id), { recursive: true, force: true });
    }
  }

  return {
    folderOf,
    read,
    sweep,
    note: (upload, work) => save({ ...upload, ...work }),
    keep: async (area, files, { actor, tenant }) => {
      await sweep();
      const id = randomUUID();
      const target = join(folderOf(id), area.folder);
      await mkdir(target, { recursive: true, mode: 0o700 });
      // Public reference data, read by the worker as a folder: here they may lie in clear.
      for (const [name, upload] of files) await writeFile(join(target, name), upload.open(), { mode: 0o600 });
      const upload = {
        id,
        area: area.id,
        actor,
        tenant,
        at: now().getTime(),
        files: [...files.keys()],
        preview: null,
        apply: null,
      };
      await save(upload);
      return upload;
    },
    find: async (id, { actor, tenant }) => {
      const upload = await read(id);
      return upload && upload.actor === actor && upload.tenant === tenant ? ok(upload) : refuse(uploadGone);
    },
  };
}

const uploadGone: Refusal = {
  kind: 'not-found',
  code: 'REFERENCE_UPLOAD_GONE',
  message:
    'Diese Dateien liegen nicht mehr vor: Eine Vorschau gilt nur eine Weile und nur für die Person, die sie hochgeladen hat. Es wurde nichts übernommen. Bitte laden Sie die Dateien noch einmal hoch.',
};
