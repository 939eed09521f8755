import { sql } from 'kysely';
import { z } from 'zod';
import { localDate } from '#kernel';
import type { TenantId, Tx } from '#platform';
import {
  type BestaetigteDelegation,
  type Delegationsinhalt,
  delegationsformen,
} from './domain/delegation.ts';
import { rowOfUebertragung, uebertragungOfRow } from './regelwerk-of-rows.ts';
import { uebertragungRow } from './regelwerk-rows.ts';

const inhaltColumns = {
  art: z.enum(['eintragen', 'beenden']),
  form: z.enum(delegationsformen).nullable(),
  uebertragung: uebertragungRow.nullable(),
  zielId: z.string().nullable(),
  letzterTag: z.string().nullable(),
};

const inhaltRow = z.object(inhaltColumns);

const angabeRow = z.object({
  ...inhaltColumns,
  id: z.string(),
  tenant: z.string(),
  begruendung: z.string(),
  haus: z.string(),
  angegebenAm: z.date(),
  angegebenVon: z.string(),
  entscheidung: z.enum(['bestaetigt', 'abgelehnt']).nullable(),
  entschiedenAm: z.date().nullable(),
  entschiedenVon: z.string().nullable(),
  antwort: z.string().nullable(),
});

/** A statement about the register, until and after a second person has decided on it. */
export type DelegationAngabe = Omit<z.infer<typeof angabeRow>, keyof typeof inhaltColumns> & {
  readonly inhalt: Delegationsinhalt;
};

/** What is kept of a new statement; the database adds who and when. */
export interface NewDelegationAngabe {
  readonly id: string;
  readonly inhalt: Delegationsinhalt;
  readonly begruendung: string;
  readonly haus: string;
}

export async function insertDelegationAngabe(
  tx: Tx,
  tenant: TenantId,
  recipient: TenantId,
  { id, inhalt, begruendung, haus }: NewDelegationAngabe,
): Promise<void> {
  const { art, form, uebertragung, zielId, letzterTag } = columnsOf(inhalt);
  await sql`insert into duties.delegation_angabe
    (tenant_id, id, recipient_id, art, form, uebertragung, ziel_id, letzter_tag, begruendung, haus)
    values (${tenant}, ${id}, ${recipient}, ${art}, ${form}, ${uebertragung}::jsonb, ${zielId}, ${letzterTag},
      ${begruendung}, ${haus})`.execute(tx.as());
}

/** The statements that the transaction's tenant made or received, newest first. */
export async function readDelegationAngaben(tx: Tx): Promise<readonly DelegationAngabe[]> {
  const { rows } = await sql`${angaben} order by angegeben_am desc, id`.execute(tx.as());
  return z.array(angabeRow).parse(rows).map(angabeOf);
}

export async function readDelegationAngabe(tx: Tx, id: string): Promise<DelegationAngabe | null> {
  const { rows } = await sql`${angaben} where id = ${id}::uuid`.execute(tx.as());
  return rows[0] === undefined ? null : angabeOf(angabeRow.parse(rows[0]));
}

const angaben = sql`select id, tenant_id as tenant, art, form, uebertragung, ziel_id as "zielId",
  letzter_tag as "letzterTag", begruendung, haus, angegeben_am as "angegebenAm", angegeben_von as "angegebenVon",
  entscheidung, entschieden_am as "entschiedenAm", entschieden_von as "entschiedenVon", antwort
  from duties.delegation_angabe`;

/** Writes the recipient's decision; false where it is not theirs to decide or is decided already. */
export async function decideDelegationAngabe(
  tx: Tx,
  id: string,
  entscheidung: 'bestaetigt' | 'abgelehnt',
  antwort: string | null,
): Promise<boolean> {
  const { numAffectedRows } = await sql`update duties.delegation_angabe
    set entscheidung = ${entscheidung}, entschieden_am = now(), entschieden_von = ${tx.actor}, antwort = ${antwort}
    where id = ${id}::uuid and entscheidung is null`.execute(tx.as());
  return numAffectedRows === 1n;
}

/** Makes a confirmed statement a fact. */
export async function insertBestaetigteDelegation(
  tx: Tx,
  { id, inhalt, begruendung, haus, angegebenVon }: DelegationAngabe,
  bestaetigtHaus: string,
): Promise<void> {
  const { art, form, uebertragung, zielId, letzterTag } = columnsOf(inhalt);
  await sql`insert into duties.bestaetigte_delegation
    (id, art, form, uebertragung, ziel_id, letzter_tag, begruendung, angegeben_haus, angegeben_von, bestaetigt_haus)
    values (${id}, ${art}, ${form}, ${uebertragung}::jsonb, ${zielId}, ${letzterTag}, ${begruendung}, ${haus},
      ${angegebenVon}, ${bestaetigtHaus})`.execute(tx.as());
}

const bestaetigtRow = inhaltRow.extend({
  id: z.string(),
  begruendung: z.string(),
  angegebenHaus: z.string(),
  bestaetigtHaus: z.string(),
  bestaetigtAm: z.date(),
});

/** All confirmed entries of the register, oldest first. */
export async function readBestaetigteDelegationen(tx: Tx): Promise<readonly BestaetigteDelegation[]> {
  const { rows } =
    await sql`select id, art, form, uebertragung, ziel_id as "zielId", letzter_tag as "letzterTag",
    begruendung, angegeben_haus as "angegebenHaus", bestaetigt_haus as "bestaetigtHaus",
    bestaetigt_am as "bestaetigtAm" from duties.bestaetigte_delegation order by nummer`.execute(tx.as());
  return z
    .array(bestaetigtRow)
    .parse(rows)
    .map(({ art, form, uebertragung, zielId, letzterTag, ...rest }) => ({
      ...rest,
      inhalt: inhaltOf({ art, form, uebertragung, zielId, letzterTag }),
    }));
}

function columnsOf(inhalt: Delegationsinhalt) {
  if (inhalt.art === 'beenden')
    return {
      art: inhalt.art,
      form: null,
      uebertragung: null,
      zielId: inhalt.zielId,
      letzterTag: inhalt.letzterTag,
    };
  const uebertragung = JSON.stringify(rowOfUebertragung(inhalt.uebertragung));
  return { art: inhalt.art, form: inhalt.form, uebertragung, zielId: null, letzterTag: null };
}

/** The checks of the table hold what the types cannot say of five columns. */
function inhaltOf({ form, uebertragung, zielId, letzterTag }: z.infer<typeof inhaltRow>): Delegationsinhalt {
  if (form !== null && uebertragung !== null)
    return { art: 'eintragen', form, uebertragung: uebertragungOfRow(uebertragung) };
  if (zielId === null || letzterTag === null) throw new Error('duties: a delegation without content');
  return { art: 'beenden', zielId, letzterTag: localDate(letzterTag) };
}

function angabeOf({
  art,
  form,
  uebertragung,
  zielId,
  letzterTag,
  ...rest
}: z.infer<typeof angabeRow>): DelegationAngabe {
  return { ...rest, inhalt: inhaltOf({ art, form, uebertragung, zielId, letzterTag }) };
}
