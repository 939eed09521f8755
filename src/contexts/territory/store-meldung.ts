import { sql } from 'kysely';
import { z } from 'zod';
import { localDate, type Source } from '#kernel';
import type { Tx } from '#platform';
import type { EinwohnerFact } from './domain/build-territory.ts';

const meldungRow = z
  .object({
    ags: z.string(),
    stichtag: z.string().transform(localDate),
    einwohner: z.int(),
    quelle: z.object({ title: z.string(), url: z.string().nullable() }),
  })
  .transform(({ ags, stichtag, einwohner, quelle }) => ({ ags, stichtag, zahl: einwohner, source: quelle }));

/** A figure as somebody reports it. */
export interface NewMeldung {
  readonly ags: string;
  readonly stichtag: string;
  readonly einwohner: number;
}

/** The reported population figures, oldest report first. */
export async function readMeldungen(tx: Tx): Promise<readonly EinwohnerFact[]> {
  const { rows } = await sql`select distinct on (ags, stichtag) ags, stichtag, einwohner, quelle
    from territory.einwohner_meldung order by ags, stichtag, nummer desc`.execute(tx.as());
  return z.array(meldungRow).parse(rows);
}

/** Adds reported figures with their common source, in a single statement. */
export async function insertMeldungen(tx: Tx, rows: readonly NewMeldung[], source: Source): Promise<void> {
  await sql`insert into territory.einwohner_meldung (ags, stichtag, einwohner, quelle)
    select ags, stichtag, einwohner, ${JSON.stringify(source)}::jsonb
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (ags text, stichtag date, einwohner integer)`.execute(
    tx.as(),
  );
}
