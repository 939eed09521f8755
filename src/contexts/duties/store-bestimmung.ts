import { sql } from 'kysely';
import { z } from 'zod';
import { type EvidenceGrade, evidenceGrades, localDate, type Source } from '#kernel';
import type { TenantId, Tx } from '#platform';
import type { Angabe } from './domain/angabe.ts';
import type { Bestimmung } from './domain/bestimmung.ts';

const source = z.object({ title: z.string(), url: z.string().nullable() });
const day = z.string().transform(localDate);

const stated = {
  id: z.string(),
  ags: z.string(),
  aufgabeId: z.string(),
  bestimmt: z.boolean(),
  source,
  validFrom: day,
  validTo: day.nullable(),
  note: z.string().nullable(),
};

const angabeRow = z.object({
  ...stated,
  angegebenAm: z.date(),
  angegebenVon: z.string(),
  entscheidung: z.enum(['bestaetigt', 'abgelehnt']).nullable(),
  entschiedenAm: z.date().nullable(),
  entschiedenVon: z.string().nullable(),
  begruendung: z.string().nullable(),
});

const bestaetigtRow = z.object({ ...stated, evidenz: z.enum(evidenceGrades) });

/** What a Kommune states; the database adds who and when. */
export interface NewAngabe {
  readonly id: string;
  readonly ags: string;
  readonly aufgabeId: string;
  readonly bestimmt: boolean;
  readonly source: Source;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly note: string | null;
}

export async function insertAngabe(
  tx: Tx,
  tenant: TenantId,
  recipient: TenantId,
  angabe: NewAngabe,
): Promise<void> {
  const { id, ags, aufgabeId, bestimmt, validFrom, validTo, note } = angabe;
  await sql`insert into duties.bestimmung_angabe
    (tenant_id, id, recipient_id, ags, aufgabe_id, bestimmt, source, gueltig_von, gueltig_bis, note)
    values (${tenant}, ${id}, ${recipient}, ${ags}, ${aufgabeId}, ${bestimmt}, ${JSON.stringify(angabe.source)}::jsonb,
      ${validFrom}, ${validTo}, ${note})`.execute(tx.as());
}

/** The statements that the transaction's tenant made or received, newest first. */
export async function readAngaben(tx: Tx): Promise<readonly Angabe[]> {
  const { rows } = await sql`${angaben} order by angegeben_am desc, id`.execute(tx.as());
  return z.array(angabeRow).parse(rows);
}

export async function readAngabe(tx: Tx, id: string): Promise<Angabe | null> {
  const { rows } = await sql`${angaben} where id = ${id}::uuid`.execute(tx.as());
  return rows[0] === undefined ? null : angabeRow.parse(rows[0]);
}

const angaben = sql`select id, ags, aufgabe_id as "aufgabeId", bestimmt, source, gueltig_von as "validFrom",
  gueltig_bis as "validTo", note, angegeben_am as "angegebenAm", angegeben_von as "angegebenVon", entscheidung,
  entschieden_am as "entschiedenAm", entschieden_von as "entschiedenVon", begruendung from duties.bestimmung_angabe`;

/** Writes the recipient's decision; false where the statement is not theirs to decide or is decided already. */
export async function decideAngabe(
  tx: Tx,
  id: string,
  entscheidung: 'bestaetigt' | 'abgelehnt',
  begruendung: string | null,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update duties.bestimmung_angabe
    set entscheidung = ${entscheidung}, entschieden_am = now(), entschieden_von = ${tx.actor}, begruendung = ${begruendung}
    where id = ${id}::uuid and entscheidung is null`.execute(tx.as());
  return numAffectedRows === 1n;
}

export async function insertBestaetigte(tx: Tx, angabe: Angabe, evidenz: EvidenceGrade): Promise<void> {
  const { id, ags, aufgabeId, bestimmt, validFrom, validTo, note } = angabe;
  await sql`insert into duties.bestaetigte_bestimmung
    (id, ags, aufgabe_id, bestimmt, source, evidenz, gueltig_von, gueltig_bis, note)
    values (${id}, ${ags}, ${aufgabeId}, ${bestimmt}, ${JSON.stringify(angabe.source)}::jsonb, ${evidenz},
      ${validFrom}, ${validTo}, ${note})`.execute(tx.as());
}

export async function readBestaetigte(tx: Tx): Promise<readonly Bestimmung[]> {
  const { rows } = await sql`select id, ags, aufgabe_id as "aufgabeId", bestimmt, source, evidenz,
    gueltig_von as "validFrom", gueltig_bis as "validTo", note from duties.bestaetigte_bestimmung
    order by nummer`.execute(tx.as());
  return z
    .array(bestaetigtRow)
    .parse(rows)
    .map((row) => ({ ...row, erfunden: false }));
}
