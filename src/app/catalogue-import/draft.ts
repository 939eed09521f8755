import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type TableOrder, tableImport } from '#catalogue';
import { localDate } from '#kernel';
import type { HeldUploads } from '../reference/index.ts';

export const tableKinds = ['leistungen', 'ozg'] as const;
export type TableKind = (typeof tableKinds)[number];

/** The folder of a held upload in which its tables lie. */
export const tableArea = { id: 'katalog-tabelle', folder: 'tabellen' } as const;

export const decisionSchema = z.enum(tableImport.decisions);

const draftSchema = z.object({
  fileNames: z.partialRecord(z.enum(tableKinds), z.string()),
  /** Field by column; null takes the guess. */
  mappings: z.partialRecord(z.enum(tableKinds), z.record(z.string(), z.int().min(0))),
  stand: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  quelle: z.string(),
  quelleUrl: z.string().nullable(),
  lizenz: z.string(),
  complete: z.boolean(),
  decisions: z.record(z.string(), decisionSchema),
  consent: z.object({ skipBroken: z.boolean(), endMissing: z.boolean(), base: z.int().nullable() }),
});

/** What a person said about uploaded tables so far. */
export type Draft = z.infer<typeof draftSchema>;

const draftFile = 'auftrag.json';

/** Keeps what was said beside the tables. */
export function writeDraft(uploads: HeldUploads, upload: string, draft: Draft): Promise<void> {
  return writeFile(join(uploads.folderOf(upload), draftFile), JSON.stringify(draft), { mode: 0o600 });
}

export async function readDraft(uploads: HeldUploads, upload: string): Promise<Draft> {
  const text = await readFile(join(uploads.folderOf(upload), draftFile), 'utf8');
  return draftSchema.parse(JSON.parse(text));
}

/** The tables and what was said about them, ready for the catalogue. */
export async function orderOf(uploads: HeldUploads, upload: string, draft: Draft): Promise<TableOrder> {
  const files: Partial<Record<TableKind, NonNullable<TableOrder['files'][TableKind]>>> = {};
  for (const kind of tableKinds) {
    const fileName = draft.fileNames[kind];
    if (fileName === undefined) continue;
    const bytes = await readFile(join(uploads.folderOf(upload), tableArea.folder, kind));
    files[kind] = { fileName, bytes, mapping: draft.mappings[kind] ?? null };
  }
  return {
    files,
    origin: {
      stand: localDate(draft.stand),
      quelle: draft.quelle,
      quelleUrl: draft.quelleUrl,
      lizenz: draft.lizenz,
    },
    complete: draft.complete,
    decisions: new Map(Object.entries(draft.decisions)),
  };
}
