import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { ok, type Result } from '#kernel';
import { type Actor, type Database, type ReferenceFormat, readReferenceFiles, type Tx } from '#platform';
import type { Projektfassung } from '../domain/projekt.ts';
import { inhaltSchema, shippedSchema } from '../projekt-schema.ts';
import { insertFassung, readProjekt } from '../store-projekt.ts';

type ShippedProjekt = z.output<typeof shippedSchema>;

interface ProjekteRows {
  readonly projekte: ShippedProjekt;
}

const formats: { readonly projekte: ReferenceFormat<ShippedProjekt> } = {
  projekte: { file: 'projekte.jsonl', format: 'leitwerk.projekte/1', row: shippedSchema, key: ['id'] },
};

/** The shipped projects, each known since the day of its source; refuses with file, line and field. */
export function readProjekteData(folder: string): Result<readonly ShippedProjekt[]> {
  const data = readReferenceFiles<ProjekteRows>(join(folder, 'projekte'), formats);
  return data.ok ? ok(data.value.files.projekte.rows) : data;
}

/** Brings the shipped projects into the database. A project that somebody here has led stays as that house stated it. */
export async function loadProjekteData(
  db: Database,
  actor: Actor,
  folder: string,
  now: Date,
): Promise<Result<{ readonly loaded: boolean }>> {
  const rows = readProjekteData(folder);
  if (!rows.ok) return rows;
  const due = await db.withPublic((tx) => dueRows(tx, rows.value, now));
  if (due.length === 0) return ok({ loaded: false });
  await db.withReference(actor, async (tx) => {
    for (const next of due) await insertFassung(tx, next);
  });
  return ok({ loaded: true });
}

async function dueRows(
  tx: Tx,
  rows: readonly ShippedProjekt[],
  now: Date,
): Promise<readonly Projektfassung[]> {
  const due: Projektfassung[] = [];
  for (const { id, ...row } of rows) {
    const inhalt = inhaltSchema.parse(row);
    const current = await readProjekt(tx, id);
    if (current && (current.tenant !== null || isDeepStrictEqual(current.inhalt, inhalt))) continue;
    const fassung = (current?.fassung ?? 0) + 1;
    due.push({
      id,
      fassung,
      tenant: null,
      haus: 'Leitwerk',
      inhalt,
      stand: row.herkunft.stand,
      angegebenAm: now,
    });
  }
  return due;
}
