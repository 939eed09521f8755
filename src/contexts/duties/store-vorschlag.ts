import { sql } from 'kysely';
import { z } from 'zod';
import type { TenantId, Tx } from '#platform';
import type { Regel } from './domain/regel.ts';
import { type EntschiedeneRegel, type VorschlagArt, vorschlagArten } from './domain/regel-review.ts';
import { regelOfRow } from './regelwerk-of-rows.ts';
import { type RegelRow, regelRow } from './regelwerk-rows.ts';

const regel = regelRow.nullable().transform((row): Regel | null => (row === null ? null : regelOfRow(row)));

const vorschlagRow = z.object({
  id: z.string(),
  tenant: z.string(),
  regelId: z.string(),
  art: z.enum(vorschlagArten),
  grundlage: z.string().nullable(),
  regel,
  begruendung: z.string(),
  haus: z.string(),
  vorgeschlagenAm: z.date(),
  vorgeschlagenVon: z.string(),
  entscheidung: z.enum(['angenommen', 'abgelehnt']).nullable(),
  entschiedenAm: z.date().nullable(),
  entschiedenVon: z.string().nullable(),
  antwort: z.string().nullable(),
});

/** A proposal about a rule. */
export type Vorschlag = z.infer<typeof vorschlagRow>;

const notizRow = z.object({
  id: z.string(),
  regelId: z.string(),
  text: z.string(),
  haus: z.string(),
  geschriebenAm: z.date(),
  geschriebenVon: z.string(),
});

/** What somebody said about a rule. */
export type Notiz = z.infer<typeof notizRow>;

export interface NewVorschlag {
  readonly id: string;
  readonly regelId: string;
  readonly art: VorschlagArt;
  readonly grundlage: string | null;
  readonly regel: RegelRow | null;
  readonly begruendung: string;
  /** The name of the organisation that proposes. */
  readonly haus: string;
}

export async function insertVorschlag(
  tx: Tx,
  tenant: TenantId,
  recipient: TenantId,
  { id, regelId, art, grundlage, regel: row, begruendung, haus }: NewVorschlag,
): Promise<void> {
  const json = row === null ? null : JSON.stringify(row);
  await sql`insert into duties.regel_vorschlag
    (tenant_id, id, recipient_id, regel_id, art, grundlage, regel, begruendung, haus)
    values (${tenant}, ${id}, ${recipient}, ${regelId}, ${art}, ${grundlage}, ${json}::jsonb, ${begruendung},
      ${haus})`.execute(tx.as());
}

/** The proposals that the transaction's tenant made or received, newest first. */
export async function readVorschlaege(tx: Tx): Promise<readonly Vorschlag[]> {
  const { rows } = await sql`${vorschlaege} order by vorgeschlagen_am desc, id`.execute(tx.as());
  return z.array(vorschlagRow).parse(rows);
}

export async function readVorschlag(tx: Tx, id: string): Promise<Vorschlag | null> {
  const { rows } = await sql`${vorschlaege} where id = ${id}::uuid`.execute(tx.as());
  return rows[0] === undefined ? null : vorschlagRow.parse(rows[0]);
}

const vorschlaege = sql`select id, tenant_id as tenant, regel_id as "regelId", art, grundlage, regel, begruendung,
  haus, vorgeschlagen_am as "vorgeschlagenAm", vorgeschlagen_von as "vorgeschlagenVon", entscheidung,
  entschieden_am as "entschiedenAm", entschieden_von as "entschiedenVon", antwort from duties.regel_vorschlag`;

/** Writes the recipient's decision; false where it is not theirs to decide or is decided already. */
export async function decideVorschlag(
  tx: Tx,
  id: string,
  entscheidung: 'angenommen' | 'abgelehnt',
  antwort: string | null,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update duties.regel_vorschlag
    set entscheidung = ${entscheidung}, entschieden_am = now(), entschieden_von = ${tx.actor}, antwort = ${antwort}
    where id = ${id}::uuid and entscheidung is null`.execute(tx.as());
  return numAffectedRows === 1n;
}

/** Makes an accepted proposal a fact. */
export async function insertEntschiedene(
  tx: Tx,
  vorschlag: Vorschlag,
  row: RegelRow | null,
  entschiedenHaus: string,
): Promise<void> {
  const { id, regelId, art, grundlage, begruendung, haus, vorgeschlagenVon } = vorschlag;
  const json = row === null ? null : JSON.stringify(row);
  await sql`insert into duties.entschiedene_regel
    (id, regel_id, art, grundlage, regel, begruendung, vorgeschlagen_haus, vorgeschlagen_von, entschieden_haus)
    values (${id}, ${regelId}, ${art}, ${grundlage}, ${json}::jsonb, ${begruendung}, ${haus}, ${vorgeschlagenVon},
      ${entschiedenHaus})`.execute(tx.as());
}

const entschiedenRow = z.object({
  id: z.string(),
  regelId: z.string(),
  art: z.enum(vorschlagArten),
  grundlage: z.string().nullable(),
  regel,
  begruendung: z.string(),
  vorgeschlagenHaus: z.string(),
  entschiedenHaus: z.string(),
  entschiedenAm: z.date(),
});

/** All decisions about rules, oldest first. */
export async function readEntschiedene(tx: Tx): Promise<readonly EntschiedeneRegel[]> {
  const { rows } = await sql`select id, regel_id as "regelId", art, grundlage, regel, begruendung,
    vorgeschlagen_haus as "vorgeschlagenHaus", entschieden_haus as "entschiedenHaus",
    entschieden_am as "entschiedenAm"
    from duties.entschiedene_regel order by nummer`.execute(tx.as());
  return z.array(entschiedenRow).parse(rows);
}

export async function insertNotiz(
  tx: Tx,
  tenant: TenantId,
  recipient: TenantId,
  { id, regelId, text, haus }: Pick<Notiz, 'id' | 'regelId' | 'text' | 'haus'>,
): Promise<void> {
  await sql`insert into duties.regel_notiz (tenant_id, id, recipient_id, regel_id, text, haus)
    values (${tenant}, ${id}, ${recipient}, ${regelId}, ${text}, ${haus})`.execute(tx.as());
}

/** What was said about a rule within the houses that the transaction's tenant shares it with, oldest first. */
export async function readNotizen(tx: Tx, regelId: string): Promise<readonly Notiz[]> {
  const { rows } = await sql`select id, regel_id as "regelId", text, haus, geschrieben_am as "geschriebenAm",
    geschrieben_von as "geschriebenVon" from duties.regel_notiz where regel_id = ${regelId}
    order by geschrieben_am, id`.execute(tx.as());
  return z.array(notizRow).parse(rows);
}
